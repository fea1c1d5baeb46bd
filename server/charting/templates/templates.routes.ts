import { get, type Route } from '#server/platform/index.ts';
import { listTemplates } from './list-templates.action.ts';
import { TemplateList } from './templates.contract.ts';

export const routes: readonly Route[] = [get('/note-templates', { may: 'signed-in', reply: TemplateList, summary: 'Note templates' }, listTemplates)];
