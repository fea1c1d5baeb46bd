import { action, NotFound, refuseIf } from '#server/platform/index.ts';
import { changeClinician } from '#server/programs/index.ts';
import { obstaclesToHandingOver, obstaclesToUndoing } from './handing-over.rules.ts';
import type { HandOver } from './hand-overs.contract.ts';
import { handedTo, insertLine, lockHandOver, markRead, markUndone, staysLedBy, treatsIn } from './hand-overs.store.ts';

/** Gives people from one colleague to another, each with a note: all or none. Sent twice it is one. */
export const handOver = action('caseload.hand-over', async (tx, wish: HandOver): Promise<void> => {
  if ((await lockHandOver(tx, wish.id)).length > 0) return;
  const stays = await staysLedBy(tx, wish.programId, wish.fromStaffId);
  const wanted = wish.people.map(({ patientId }) => patientId);
  refuseIf(obstaclesToHandingOver(wanted, new Set(stays.keys()), await treatsIn(tx, wish.toStaffId, wish.programId)));
  for (const { patientId, note } of wish.people) {
    const episodeId = stays.get(patientId) ?? '';
    await changeClinician.within(tx, { episodeId, primaryClinicianId: wish.toStaffId });
    await insertLine(tx, wish, { patientId, episodeId, note });
  }
  tx.touch({ kind: 'hand-over', id: wish.id, patientId: wanted, programId: wish.programId, fields: ['primaryClinicianId', 'note'] });
});

/** Takes a hand-over back as a whole, while nobody has changed it since. */
export const undoHandOver = action('caseload.undo-hand-over', async (tx, { handOverId }: { handOverId: string }): Promise<void> => {
  const lines = await lockHandOver(tx, handOverId);
  if (lines.length === 0) throw new NotFound('Hand-over');
  refuseIf(obstaclesToUndoing(lines));
  for (const { episodeId, fromStaffId } of lines) await changeClinician.within(tx, { episodeId, primaryClinicianId: fromStaffId });
  await markUndone(tx, handOverId);
  tx.touch({ kind: 'hand-over', id: handOverId, patientId: lines.map(({ patientId }) => patientId), fields: ['undoneAt'] });
});

/** What was handed to me and I have not read. */
export const listHandedToMe = action('caseload.list-handed-to-me', async (tx) => {
  const items = await handedTo(tx);
  tx.touch({ kind: 'hand-over', patientId: [...new Set(items.map(({ patientId }) => patientId))] });
  return { items };
});

/** I have read what was handed to me of one person. */
export const readHandOver = action('caseload.read-hand-over', async (tx, { handOverId, patientId }: { handOverId: string; patientId: string }): Promise<void> => {
  const programId = await markRead(tx, handOverId, patientId);
  if (!programId) throw new NotFound('Hand-over');
  tx.touch({ kind: 'hand-over', id: handOverId, patientId, programId, fields: ['readAt'] });
});
