import { recordsOf } from '#server/patients/index.ts';
import { action, type Tx } from '#server/platform/index.ts';
import { liveShares } from '#server/privacy/index.ts';
import { staffNames } from './colleagues.store.ts';
import { readableNotes, type ReadableNote } from './vault-notes.store.ts';

/** Notes as they go over the wire, each with those who may read it besides. */
export async function shownVaultNotes(tx: Tx, notes: readonly ReadableNote[]) {
  const shares =
    notes.length === 0
      ? []
      : await liveShares(
          tx,
          notes.map(({ id }) => id),
        );
  const names = await staffNames(
    tx,
    shares.map(({ granteeStaffId }) => granteeStaffId),
  );
  return notes.map(({ patientId: _patient, originatorId, ...note }) => ({
    ...note,
    isMine: originatorId === tx.actor.id,
    shares: shares
      .filter(({ noteId }) => noteId === note.id)
      .map(({ id, granteeStaffId, ground, reason, validTo }) => ({ id, granteeStaffId, granteeName: names.get(granteeStaffId) ?? '', ground, reason, until: validTo })),
  }));
}

/** The actor's private notes about a person, and those that colleagues share with them. For all others there are none. */
export const listVaultNotes = action('vault-note.list', async (tx, { patientId }: { patientId: string }) => {
  const { personId, recordIds } = await recordsOf(tx, patientId);
  const notes = await readableNotes(tx, recordIds);
  tx.touch({ kind: 'vault-note', patientId: personId, details: { notes: notes.length } });
  return { items: await shownVaultNotes(tx, notes) };
});
