import { action, type Tx } from '#server/platform/index.ts';
import { judgeServices } from '../charges/capture-charge.action.ts';
import { countedDays } from './count-days.action.ts';
import { chargeDay } from './charge-day.action.ts';
import { dayRuleOn } from './day-rule.ts';
import { diagnosesOf, programOfDays, staysOf, type DaysOf } from './day-facts.store.ts';
import type { JudgedDay } from './day.ts';
import { daysBesideNights, daysHeld, daysJudged, keepDay, lastLeaveAfter, waitForDays, type KeptDay } from './days.store.ts';
import { stretchesJudged } from './payer-of-day.store.ts';

/** Judges somebody's days in a program from what is on record by now, and makes their charges agree. Doing it again changes nothing. As the system. */
export const judgeDays = action('day.judge', async (tx, of: DaysOf): Promise<void> => {
  const { patientId, programId } = of;
  await waitForDays(tx, patientId, programId);
  const program = await programOfDays(tx, programId);
  if (!program) return;
  const before = await daysJudged(tx, of);
  const judged = await countedDays(tx, program, of);
  if (judged.length === 0) return;
  const diagnoses = await diagnosesOf(tx, patientId, programId);
  for (const one of judged) {
    const day = await keepDay(tx, one);
    if (day) await chargeDay(tx, day, { diagnoses, isAnew: false });
  }
  for (const { day, ...other } of await daysBesideNights(tx, of)) await queueJudging(tx, { ...other, from: day, to: day });
  if (leavesChanged(before, judged)) await queueLaterLeaves(tx, of);
  tx.touch({ kind: 'treatment-day', patientId, programId, details: { from: judged[0]?.day.toString() ?? '', days: judged.length } });
});

const leavesOf = (days: readonly Pick<JudgedDay, 'facts' | 'day'>[]) =>
  days.filter(({ facts }) => facts.status === 'leave' || facts.status === 'bed-hold').map(({ day }) => day.toString());

/** Whether a night on leave came or went: where a payer pays so many of them, others are the first ones then. */
function leavesChanged(before: readonly KeptDay[], judged: readonly JudgedDay[]): boolean {
  return leavesOf(before).toSorted().join() !== leavesOf(judged).toSorted().join();
}

/** Nights on leave after these are counted anew. */
async function queueLaterLeaves(tx: Tx, of: DaysOf): Promise<void> {
  const last = await lastLeaveAfter(tx, of);
  if (last) await queueJudging(tx, { ...of, from: of.to.add({ days: 1 }), to: last });
}

/** Who pays has changed from a day on: all that was judged since is judged by that payer's rules. As the system. */
export async function judgeUnderNewPayer(tx: Tx, patientId: string, from: Temporal.PlainDate): Promise<void> {
  for (const stretch of await stretchesJudged(tx, patientId, from)) await queueJudging(tx, stretch);
}

/** Queues the judging of days: one job for the same days, however often it is asked for. */
export async function queueJudging(tx: Tx, { patientId, programId, from, to }: DaysOf): Promise<void> {
  const payload = { patientId, programId, from: from.toString(), to: to.toString() };
  await tx.enqueue('billing.judge-days', payload, { key: `judge-days ${Object.values(payload).join(' ')}` });
}

/** Looks again at what of a program's days is held, after the payer or the chart gave what was missing. As the system. */
export async function judgeHeld(tx: Tx, patientId: string, programId: string): Promise<void> {
  const held = await daysHeld(tx, patientId, programId);
  const [first] = held;
  const last = held.at(-1);
  if (first && last) await judgeDays.within(tx, { patientId, programId, from: first.day, to: last.day });
}

/**
 * A stay began, ended, or never was: judges its days from then on anew, and whether the services of those days are paid with them. Nothing to do where
 * services are billed and not days. As the system.
 */
export async function judgeStay(tx: Tx, { patientId, programId, from }: { patientId: string; programId: string; from: Temporal.PlainDate | undefined }): Promise<void> {
  const program = await programOfDays(tx, programId);
  const today = tx.now.toZonedDateTimeISO(program?.timeZone ?? 'UTC').toPlainDate();
  if (!program || !dayRuleOn(program.levelOfCare, today.toString())) return;
  const [stay] = await staysOf(tx, patientId, programId);
  const since = from ?? stay?.endedOn ?? stay?.admittedOn;
  if (!since || Temporal.PlainDate.compare(since, today) > 0) return;
  await judgeDays.within(tx, { patientId, programId, from: since, to: today });
  await judgeServices(tx, { patientId, programId, from: since });
}
