import { action, NotFound, Refused, type Tx } from '#server/platform/index.ts';
import { draftOfAppointment, holdDraft, setDraftState } from './drafts.store.ts';
import { openedDraft } from './read-draft.action.ts';

async function heldUnsigned(tx: Tx, draftId: string) {
  const draft = await holdDraft(tx, draftId, 'signature');
  if (!draft) throw new NotFound('Draft');
  if (draft.state === 'signed')
    throw new Refused(
      'draft.already-signed',
      { code: 'draft.already-signed', says: 'This note is signed: it stays. Add an addendum if something is wrong with it.', at: 'state' },
      409,
    );
  return draft;
}

/** Puts a draft aside. Its words stay, and it can be taken up again. */
export const discardDraft = action('draft.discard', async (tx, { draftId }: { draftId: string }) => {
  const draft = await heldUnsigned(tx, draftId);
  await setDraftState(tx, draft.id, 'discarded');
  return openedDraft(tx, { ...draft, state: 'discarded' });
});

/** Takes a discarded draft up again. */
export const restoreDraft = action('draft.restore', async (tx, { draftId }: { draftId: string }) => {
  const draft = await heldUnsigned(tx, draftId);
  const standing = draft.appointmentId === null ? undefined : await draftOfAppointment(tx, draft.appointmentId, draft.templateCode);
  if (standing?.state === 'open' && standing.id !== draft.id) {
    throw new Refused(
      'draft.other-open',
      { code: 'draft.other-open', says: 'Another draft of this appointment is open. Discard that one first, or copy from here.', at: standing.id },
      409,
    );
  }
  await setDraftState(tx, draft.id, 'open');
  return openedDraft(tx, { ...draft, state: 'open' });
});
