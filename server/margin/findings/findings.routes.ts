import { get, type Route } from '#server/platform/index.ts';
import { auditDraft } from './audit-draft.action.ts';
import { DraftPath, Findings } from './findings.contract.ts';

export const routes: readonly Route[] = [
  get('/drafts/:draftId/findings', { may: 'chart.read', params: DraftPath, reply: Findings, summary: 'What an auditor would find in this draft' }, auditDraft),
];
