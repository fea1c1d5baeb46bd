import {
  minutesByDay,
  stretchIn,
  weekRulesOfMembers,
  weekRuleOn,
  weekRulesReadOn,
  weekRulesSource,
  type RuleOfWeek,
  type Stretch,
  type Threshold,
} from '#server/billing/index.ts';
import { seatGuest } from '#server/groups/index.ts';
import { action, type Tx } from '#server/platform/index.ts';
import { standardOf } from '#server/programs/index.ts';
import { claimEffect } from './claim-effect.rules.ts';
import { makeUpPlan, shortDays } from './coach.rules.ts';
import type { Opening, Week } from './week.ts';
import type { MemberWeek, Weeks } from './weeks.contract.ts';
import { membersOf, seatTimes, sessionPlaces, zoneOf, type Member, type SeatTime } from './weeks.store.ts';

const total = (stretches: readonly Stretch[]) => stretches.reduce((sum, { start, end }) => sum + end - start, 0);

function shownMember({ patientId, name }: Member, week: Week, threshold: Threshold, paid: RuleOfWeek | undefined): MemberWeek {
  const held = [...week.attended, ...week.expected];
  const makeUp = makeUpPlan(week, threshold);
  const rule = paid?.rule;
  const [attended, expected] = [minutesByDay(week.attended), minutesByDay(week.expected)];
  const days = [...new Set(held.map(({ day }) => day))].toSorted((one, other) => one.localeCompare(other));
  return {
    patientId,
    name,
    days: days.map((day) => ({ day, attended: attended.get(day) ?? 0, expected: expected.get(day) ?? 0 })),
    minutes: total(week.attended),
    expectedMinutes: total(week.expected),
    fullDays: [...attended.values()].filter((minutes) => minutes >= threshold.minutesPerDay).length,
    short: [...shortDays(week, threshold)],
    makeUp: makeUp ? [...makeUp] : null,
    claimNow: rule ? claimEffect(held, rule) : null,
    claimThen: rule && makeUp ? claimEffect([...held, ...makeUp], rule) : null,
    payer: paid?.differs ?? null,
  };
}

function weekOf(member: Member, seats: readonly SeatTime[], openings: readonly Opening[], zone: string, now: Temporal.Instant): Week {
  const own = seats.filter(({ patientId }) => patientId === member.patientId);
  const stretches = (wanted: readonly SeatTime[]) => wanted.map((seat) => stretchIn(zone, seat)).filter(({ start, end }) => start < end);
  const isToCome = ({ startsAt }: SeatTime) => Temporal.Instant.compare(startsAt, now) >= 0;
  return {
    attended: stretches(own.filter(({ attendance }) => attendance === 'present')),
    expected: stretches(own.filter((seat) => seat.attendance === 'expected' && isToCome(seat))),
    openings: openings.filter(({ sessionId }) => !own.some((seat) => seat.sessionId === sessionId)),
  };
}

async function thresholdOf(tx: Tx, programId: string): Promise<{ threshold: Threshold | undefined; levelOfCare: string }> {
  const { minutesPerDay, daysPerWeek, minutesPerWeek, levelOfCare } = await standardOf(tx, programId);
  const asks = minutesPerDay !== null && daysPerWeek !== null && minutesPerWeek !== null;
  return { threshold: asks ? { minutesPerDay, daysPerWeek, minutesPerWeek } : undefined, levelOfCare: levelOfCare.code };
}

/** The weeks of everybody in a day program: minutes, what is short, what would make it up, and what the claim would be. */
export const showWeeks = action('attendance.show-weeks', async (tx, { programId, week }: { programId: string; week?: string | undefined }): Promise<Weeks> => {
  const { threshold, levelOfCare } = await thresholdOf(tx, programId);
  const zone = await zoneOf(tx, programId);
  const day = week === undefined ? tx.now.toZonedDateTimeISO(zone).toPlainDate() : Temporal.PlainDate.from(week);
  const monday = day.subtract({ days: day.dayOfWeek - 1 });
  const [from, to] = [monday, monday.add({ days: 7 })].map((one) => one.toZonedDateTime(zone).toInstant()) as [Temporal.Instant, Temporal.Instant];
  if (!threshold) return { monday: monday.toString(), threshold: null, rule: null, members: [] };
  const [members, seats] = [await membersOf(tx, programId), await seatTimes(tx, programId, from, to)];
  const ahead = Temporal.Instant.compare(from, tx.now) > 0 ? from : tx.now;
  const places = Temporal.Instant.compare(ahead, to) < 0 ? await sessionPlaces(tx, programId, ahead, to) : [];
  const openings = places.map(({ sessionId, groupName, seatsFree, ...span }) => ({ sessionId, groupName, seatsFree, ...stretchIn(zone, span) }));
  const rule = weekRuleOn(levelOfCare, monday.toString());
  // Who may not see who pays is told no claim rather than a wrong one.
  const rules = tx.actor.permissions.has('coverage.read')
    ? await weekRulesOfMembers(tx, { patientIds: members.map(({ patientId }) => patientId), levelOfCare, on: day })
    : new Map<string, RuleOfWeek>();
  tx.touch({ kind: 'attendance', programId, patientId: members.map(({ patientId }) => patientId) });
  return {
    monday: monday.toString(),
    threshold,
    rule: rule ? { procedure: rule.procedure, says: rule.says, source: weekRulesSource, readOn: weekRulesReadOn } : null,
    members: members.map((member) => shownMember(member, weekOf(member, seats, openings, zone, tx.now), threshold, rules.get(member.patientId))),
  };
});

/** Gives a member a seat in each of these sessions: all, or none when one of them is full. */
export const acceptMakeUp = action('attendance.accept-make-up', async (tx, { patientId, sessionIds }: { patientId: string; sessionIds: readonly string[] }) => {
  for (const sessionId of sessionIds) await seatGuest.within(tx, { sessionId, patientId });
});
