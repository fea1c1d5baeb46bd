import { askOnTablet } from '#server/assessments/index.ts';
import { action } from '#server/platform/index.ts';
import { arriveForDay } from '#server/scheduling/index.ts';
import { kioskPolicy } from './kiosk.ts';
import type { ConfirmVisit } from './kiosks.contract.ts';
import { actAsKiosk, checkInOf, confirmCheckIn } from './kiosks.store.ts';
import { whenOf } from './find-visit.action.ts';
import { heldSecret } from './run-kiosk.action.ts';

/** The person says that they are here and what has changed; what is due of them is put on the tablet. Said twice it happens once, and nothing is asked twice. */
export const confirmVisit = action('kiosk.arrive', async (tx, { token, ...said }: ConfirmVisit) => {
  const kiosk = await actAsKiosk(tx, heldSecret(tx));
  const checkIn = await checkInOf(tx, kiosk.id, token, tx.now.subtract({ minutes: kioskPolicy.answerMinutes }));
  const { id, patientId, programId, arrivedAt } = checkIn;
  tx.touch({ kind: 'check-in', id, patientId, programId, fields: Object.keys(said), details: { kiosk: kiosk.id } });
  const { startsAt } = await arriveForDay.within(tx, { appointmentId: checkIn.appointmentId });
  if (arrivedAt !== null) return { when: whenOf(startsAt, kiosk), questions: [] };
  await confirmCheckIn(tx, id, said);
  const questions = await askOnTablet.within(tx, { patientId, programId, madeBy: kiosk.startedBy });
  return { when: whenOf(startsAt, kiosk), questions: [...questions] };
});
