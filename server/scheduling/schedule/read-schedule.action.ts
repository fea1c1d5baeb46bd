import { action, Invalid, PrintedRows, type Tx } from '#server/platform/index.ts';
import { spanOfDays } from './days.rules.ts';
import { AlikeAppointments } from './schedule.contract.ts';
import { cliniciansById, diaryOf, sharedBy, siteTimeZone, team, type Clinician } from './schedule.store.ts';

/** Whole days, and whose. */
export interface ScheduleInput {
  readonly from: string;
  readonly to: string;
  readonly clinicianIds?: readonly string[] | undefined;
  readonly programId?: string | undefined;
  readonly siteId?: string | undefined;
}

const mostDays = 42;

function daysOf({ from, to }: ScheduleInput): [Temporal.PlainDate, Temporal.PlainDate] {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  const days = first.until(last).days + 1;
  if (days < 1 || days > mostDays) throw new Invalid([{ at: 'to', says: `Choose a last day that is at most ${mostDays} days from the first.` }]);
  return [first, last];
}

async function whose(tx: Tx, { clinicianIds, programId, siteId }: ScheduleInput): Promise<readonly Clinician[]> {
  if (clinicianIds && clinicianIds.length > 0) return cliniciansById(tx, clinicianIds);
  if (programId !== undefined || siteId !== undefined) return team(tx, { programId, siteId });
  return cliniciansById(tx, tx.actor.id === null ? [] : [tx.actor.id]);
}

/** Days of one clinician or a team: appointments in the reader's programs, blocked time, and for the rest only when people are busy. */
export const readSchedule = action('schedule.read', async (tx, input: ScheduleInput) => {
  const [first, last] = daysOf(input);
  const timeZone = await siteTimeZone(tx, input.siteId);
  const clinicians = await whose(tx, input);
  const span = spanOfDays(first, last, timeZone);
  const ids = clinicians.map((clinician) => clinician.id);
  const diary = await diaryOf(tx, ids, span);
  tx.touch({ kind: 'schedule', patientId: diary.patientIds });
  const appointments = new PrintedRows(AlikeAppointments, diary.appointments);
  return { timeZone, ...span, clinicians, ...(await sharedBy(tx, diary)), appointments, unavailable: diary.unavailable };
});
