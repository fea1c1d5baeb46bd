import { get, patch, post, type Route } from '#server/platform/index.ts';
import { discardDraft, restoreDraft } from './discard-draft.action.ts';
import { changeTemplate } from './change-template.action.ts';
import { ChangeTemplate, DraftList, DraftPath, DraftReply, OpenDraft, PatientPath, SavedDraft, SaveDraft } from './drafts.contract.ts';
import { openDraft } from './open-draft.action.ts';
import { listMyDrafts, listPatientDrafts, readDraft } from './read-draft.action.ts';
import { saveDraft } from './save-draft.action.ts';

const params = DraftPath;

export const routes: readonly Route[] = [
  get('/drafts', { may: 'chart.read', reply: DraftList, summary: 'My notes still to be written' }, listMyDrafts),
  post('/drafts', { may: 'chart.write', body: OpenDraft, reply: DraftReply, summary: 'Open the note of an appointment' }, openDraft),
  get('/drafts/:draftId', { may: 'chart.read', params, reply: DraftReply, summary: 'A draft' }, readDraft),
  patch(
    '/drafts/:draftId',
    { may: 'chart.write', params, body: SaveDraft, reply: SavedDraft, summary: 'Save what was typed; merged, never refused for being late' },
    saveDraft,
  ),
  post(
    '/drafts/:draftId/template',
    { may: 'chart.write', params, body: ChangeTemplate, reply: DraftReply, summary: 'Go on with another form; all words stay' },
    changeTemplate,
  ),
  post('/drafts/:draftId/discard', { may: 'chart.write', params, reply: DraftReply, summary: 'Put a draft aside' }, discardDraft),
  post('/drafts/:draftId/restoration', { may: 'chart.write', params, reply: DraftReply, summary: 'Take a discarded draft up again' }, restoreDraft),
  get('/patients/:patientId/drafts', { may: 'chart.read', params: PatientPath, reply: DraftList, summary: 'Drafts of one person' }, listPatientDrafts),
];
