import type { Tx } from '#server/platform/index.ts';
import type { Hold } from '../charges/charge.ts';
import { dayRuleOn, dayRulesVersion, type DayChargeRule } from './day-rule.ts';
import { daysWithForm, leaveNightsOf, midnightsOf, seatsBetween, staysOf, type DaysOf, type ProgramOfDays, type SeatOfDay, type StayOfDays } from './day-facts.store.ts';
import { leaveNightsBefore, verdictOfAttendance, verdictOfMidnight, type LeaveNight } from './day-verdict.rules.ts';
import type { DayFacts, JudgedDay, Verdict } from './day.ts';
import { daysJudged, nightsBilled } from './days.store.ts';
import { payersBetween } from './payer-of-day.store.ts';
import { rulesOfDay, type PayerOfDay } from './payer-rule.ts';
import { attendedIn, stretchIn } from './week.rules.ts';

const stayOn = (stays: readonly StayOfDays[], day: Temporal.PlainDate) =>
  stays.find(({ admittedOn, endedOn }) => Temporal.PlainDate.compare(admittedOn, day) <= 0 && (endedOn === null || Temporal.PlainDate.compare(day, endedOn) <= 0));

interface Around {
  readonly of: DaysOf;
  readonly program: ProgramOfDays;
  readonly stays: readonly StayOfDays[];
  /** Days that were judged before, YYYY-MM-DD. */
  readonly before: readonly string[];
  /** As what midnights in a house elsewhere are charged, by day. */
  readonly nights: ReadonlyMap<string, string>;
  /** Who pays first, by day. */
  readonly payers: ReadonlyMap<string, PayerOfDay>;
}

interface Told extends Pick<DayFacts, 'status' | 'minutes' | 'waits'> {
  readonly day: string;
  readonly verdict: Verdict;
  readonly rule: DayChargeRule | undefined;
  readonly countedBy: 'census' | 'attendance';
}

function judgedDay({ of, program, stays }: Around, { day: on, verdict, rule, countedBy, ...told }: Told): JudgedDay {
  const day = Temporal.PlainDate.from(on);
  const { levelOfCare, siteId } = program;
  const facts = { ...told, levelOfCare, siteId, clinicianId: stayOn(stays, day)?.clinicianId ?? null, contentVersion: dayRulesVersion };
  return { ...verdict, patientId: of.patientId, programId: of.programId, day, countedBy, procedure: rule?.procedure ?? null, facts };
}

/** Nights on leave that may count towards what a payer pays of them: from the first of the year, or of a stay that began before. */
async function leavesAround(tx: Tx, { of, stays }: Around, rules: Iterable<DayChargeRule | undefined>): Promise<readonly LeaveNight[]> {
  if (![...rules].some((rule) => rule?.leaveNights)) return [];
  const starts = [of.from.with({ month: 1, day: 1 }), ...stays.map(({ admittedOn }) => admittedOn)].toSorted((one, other) => Temporal.PlainDate.compare(one, other));
  const nights = await leaveNightsOf(tx, { ...of, from: starts[0] ?? of.from });
  return nights.map(({ day, leaveKind }) => ({ day: day.toString(), leaveKind }));
}

/** What of a house: each midnight at which somebody was counted or told, or was before a correction. */
async function midnights(tx: Tx, around: Around): Promise<JudgedDay[]> {
  const { of, program, stays, before } = around;
  const counted = new Map((await midnightsOf(tx, of)).map(({ day, ...fact }) => [day.toString(), fact]));
  const days = [...new Set([...counted.keys(), ...before])].toSorted();
  if (days.length === 0) return [];
  const rules = new Map(days.map((day) => [day, rulesOfDay(program.levelOfCare, day, around.payers.get(day)).day]));
  const leaves = await leavesAround(tx, around, rules.values());
  const forms = [...new Set([...rules.values()].flatMap((rule) => rule?.needsNote.forms ?? []))];
  const documented = await daysWithForm(tx, of, { forms, zone: program.timeZone });
  return days.map((day) => {
    const rule = rules.get(day);
    const { status, leaveKind } = counted.get(day) ?? { status: 'absent' as const, leaveKind: null };
    const stay = stayOn(stays, Temporal.PlainDate.from(day));
    const before = rule ? leaveNightsBefore(leaves, day, rule, stay?.admittedOn.toString() ?? day) : 0;
    const fact = { status, leaveKind, leaveNightsBefore: before, night: around.nights.get(day) ?? null, hasStay: stay !== undefined };
    const verdict = verdictOfMidnight(fact, rule);
    const missing = rule && !documented.has(day) ? [{ code: 'charge.note', says: `${rule.needsNote.says}: none is signed for the day.` }] : [];
    return judgedDay(around, { day, verdict, rule, countedBy: 'census', status, minutes: null, waits: missing });
  });
}

function noteHolds({ noteId, standing, groupName }: SeatOfDay): Hold[] {
  if (noteId === null) return [{ code: 'charge.note', says: `The note of ${groupName} is not signed yet.` }];
  if (standing === 'entered-in-error') return [{ code: 'charge.note-in-error', says: `The note of ${groupName} was entered in error: nothing of it may be claimed.` }];
  return standing === 'asked' || standing === 'returned'
    ? [{ code: 'charge.cosignature', says: `The note of ${groupName} waits for the co-signature of the supervisor.` }]
    : [];
}

/** What of one week in a day program: each day on which the person had a seat, or had before. */
async function week(tx: Tx, around: Around, monday: Temporal.PlainDate): Promise<JudgedDay[]> {
  const { of, program, stays, before } = around;
  const zone = program.timeZone;
  const momentOf = (day: Temporal.PlainDate) => day.toZonedDateTime(zone).toInstant();
  const isOver = (day: Temporal.PlainDate) => Temporal.Instant.compare(tx.now, momentOf(day.add({ days: 1 }))) >= 0;
  const seats = await seatsBetween(tx, of, momentOf(monday), momentOf(monday.add({ days: 7 })));
  const held = seats.map((seat) => ({ seat, stretch: stretchIn(zone, seat) })).filter(({ stretch: { start, end } }) => start < end);
  const attended = attendedIn(held.filter(({ seat }) => seat.attendance === 'present').map(({ stretch }) => stretch));
  const sunday = monday.add({ days: 6 });
  const days = [...new Set([...held.map(({ stretch }) => stretch.day), ...before.filter((day) => day >= monday.toString() && day <= sunday.toString())])].toSorted();
  return days.flatMap((day) => {
    const date = Temporal.PlainDate.from(day);
    const own = held.filter(({ stretch }) => stretch.day === day).map(({ seat }) => seat);
    const unmarked = own
      .filter(({ attendance, startsAt }) => attendance === 'expected' && Temporal.Instant.compare(startsAt, tx.now) <= 0)
      .map(({ groupName }) => groupName);
    const { day: rule, week: weekRule } = rulesOfDay(program.levelOfCare, day, around.payers.get(day));
    const verdict = verdictOfAttendance(
      { day, attended, unmarked, isDayOver: isOver(date), isWeekOver: isOver(sunday), hasStay: stayOn(stays, date) !== undefined, night: around.nights.get(day) ?? null },
      rule,
      weekRule,
    );
    if (!verdict) return [];
    const waits = own.filter(({ attendance }) => attendance === 'present').flatMap(noteHolds);
    return [judgedDay(around, { day, verdict, rule, countedBy: 'attendance', status: 'attendance', minutes: attended.minutes.get(day) ?? 0, waits })];
  });
}

const mondayOf = (day: Temporal.PlainDate) => day.subtract({ days: day.dayOfWeek - 1 });

/**
 * What each day of somebody in a program is, from what is on record by now: of a house by its censuses, of a day program by the seats of its
 * sessions, whole weeks at a time. Where neither counts days there are none.
 */
export async function countedDays(tx: Tx, program: ProgramOfDays, wished: DaysOf): Promise<readonly JudgedDay[]> {
  const isDayProgram = dayRuleOn(program.levelOfCare, wished.to.toString())?.countedBy === 'attendance';
  const of = isDayProgram ? { ...wished, from: mondayOf(wished.from), to: mondayOf(wished.to).add({ days: 6 }) } : wished;
  const judged = await daysJudged(tx, of);
  const around = {
    of,
    program,
    stays: await staysOf(tx, of.patientId, of.programId),
    before: judged.map(({ day }) => day.toString()),
    nights: await nightsBilled(tx, of),
    payers: await payersBetween(tx, of),
  };
  if (!isDayProgram) return midnights(tx, around);
  const weeks: JudgedDay[] = [];
  for (let monday = of.from; Temporal.PlainDate.compare(monday, of.to) <= 0; monday = monday.add({ days: 7 })) weeks.push(...(await week(tx, around, monday)));
  return weeks;
}
