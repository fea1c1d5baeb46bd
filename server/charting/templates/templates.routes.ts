import { get, post, type Route } from '#server/platform/index.ts';
import { listTemplates } from './list-templates.action.ts';
import { exportTemplate, publishTemplate } from './publish-template.action.ts';
import { PublishTemplate, Questionnaire, Template, TemplateList, TemplatePath } from './templates.contract.ts';

export const routes: readonly Route[] = [
  get('/note-templates', { may: 'signed-in', reply: TemplateList, summary: 'Note templates' }, listTemplates),
  post('/note-templates', { may: 'template.write', body: PublishTemplate, reply: Template, summary: 'Publish the next version of a note template' }, publishTemplate),
  get(
    '/note-templates/:code/questionnaire',
    { may: 'signed-in', params: TemplatePath, reply: Questionnaire, summary: 'A note template as FHIR R4 Questionnaire' },
    exportTemplate,
  ),
];
