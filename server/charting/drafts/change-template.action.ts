import { action, NotFound, Refused } from '#server/platform/index.ts';
import { noteOfAppointment } from '../notes/notes.store.ts';
import { openingAnswers } from '../templates/example.rules.ts';
import { newestTemplate } from '../templates/templates.store.ts';
import { draftOfAppointment, holdDraft, openSections, setTemplate } from './drafts.store.ts';
import { openedDraft } from './read-draft.action.ts';

/** Goes on with another form. Fields of the same key keep their words; words without a place stay in sight and hold up the signature until moved. */
export const changeTemplate = action('draft.change-template', async (tx, { draftId, templateCode }: { draftId: string; templateCode: string }) => {
  const draft = await holdDraft(tx, draftId, 'signature');
  if (!draft) throw new NotFound('Draft');
  if (draft.state !== 'open')
    throw new Refused('draft.not-open', { code: 'draft.not-open', says: 'This note is no longer being written. Open it anew.', at: 'state' }, 409);
  const template = await newestTemplate(tx, templateCode);
  if (!template) throw new NotFound('Template');
  const other = draft.appointmentId === null ? undefined : await draftOfAppointment(tx, draft.appointmentId, template.code);
  const signed = draft.appointmentId === null ? undefined : await noteOfAppointment(tx, draft.appointmentId, template.code);
  if ((other && other.id !== draft.id && other.state === 'open') || signed) {
    throw new Refused(
      'draft.form-in-use',
      { code: 'draft.form-in-use', says: 'This appointment already has a note with that form. Open that one.', at: 'templateCode' },
      409,
    );
  }
  await setTemplate(tx, draft.id, template);
  await openSections(tx, draft, openingAnswers(template.form));
  return openedDraft(tx, { ...draft, templateId: template.id, templateCode: template.code });
});
