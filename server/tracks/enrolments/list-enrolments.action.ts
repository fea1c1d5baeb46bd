import { recordsOf } from '#server/patients/index.ts';
import { action, NotFound, type Tx } from '#server/platform/index.ts';
import { enrolmentById, enrolmentsOf } from './enrolments.store.ts';
import { reachSeats } from './seat-reach.store.ts';

/** Tracks of a person, merged records included. */
export const listEnrolments = action('track.list-enrolments', async (tx, { patientId }: { patientId: string }) => {
  await reachSeats(tx, 'look');
  const { personId, recordIds } = await recordsOf(tx, patientId);
  tx.touch({ kind: 'track-enrolment', patientId: personId });
  return { items: await enrolmentsOf(tx, recordIds) };
});

/** One enrolment with the names of its track and program. */
export async function shownEnrolment(tx: Tx, enrolmentId: string) {
  const one = await enrolmentById(tx, enrolmentId);
  const shown = one && (await enrolmentsOf(tx, [one.patientId])).find(({ id }) => id === enrolmentId);
  if (!shown) throw new NotFound('Enrolment');
  return shown;
}
