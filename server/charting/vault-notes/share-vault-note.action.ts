import { action, newId, NotFound, refuseIf } from '#server/platform/index.ts';
import { endShare, ownShare, share, type ShareGround } from '#server/privacy/index.ts';
import { colleagueOf } from './colleagues.store.ts';
import { obstaclesToSharing } from './sharing.rules.ts';
import { readableNote } from './vault-notes.store.ts';

interface ShareInput {
  readonly noteId: string;
  readonly granteeStaffId: string;
  readonly ground: ShareGround;
  readonly reason: string;
  readonly days: number;
}

/** Opens one own note to one colleague on a listed ground (42 CFR 2.31(b)(1)(i); 45 CFR 164.508(a)(2)), until a day. */
export const shareVaultNote = action('vault-note.share', async (tx, { noteId, granteeStaffId, ground, reason, days }: ShareInput) => {
  const note = await readableNote(tx, noteId);
  if (note.originatorId !== tx.actor.id) throw new NotFound('Note');
  const colleague = await colleagueOf(tx, granteeStaffId);
  refuseIf(obstaclesToSharing(ground, { originatorId: note.originatorId, programId: note.programId, colleague }));
  const id = newId<'VaultShare'>();
  const { patientId, programId, originatorId, vault } = note;
  const validTo = tx.now.add({ hours: 24 * days });
  await share(tx, { id, noteId, originatorId, patientId, programId, labels: [vault], granteeStaffId, ground, reason, validFrom: tx.now, validTo });
  tx.touch({ kind: 'vault-note', id: noteId, patientId, programId, details: { sharedWith: granteeStaffId, ground } });
});

/** Takes a share back, at once. */
export const endVaultShare = action('vault-note.end-share', async (tx, { shareId }: { shareId: string }) => {
  const made = await ownShare(tx, shareId);
  if (!made) throw new NotFound('Share');
  await endShare(tx, shareId);
  tx.touch({ kind: 'vault-note', id: made.noteId, patientId: made.patientId, programId: made.programId, details: { noLongerSharedWith: made.granteeStaffId } });
});
