import { expect, test } from 'vitest';
import { weekRuleOn, type Stretch, type Threshold } from '#server/billing/index.ts';
import { claimEffect } from './claim-effect.rules.ts';
import { makeUpPlan, shortDays } from './coach.rules.ts';
import type { Opening, Week } from './week.ts';

/** Numbers that look random and are the same each time. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const days = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'];
const lengths = [90, 120, 180, 180];

function patient(seed: number): { week: Week; threshold: Threshold } {
  const roll = dice(seed);
  const stretch = (from: number): Stretch => {
    const start = 540 + 30 * roll(12);
    return { day: days[from + roll(days.length - from)] ?? '', start, end: start + (lengths[roll(lengths.length)] ?? 60) };
  };
  const apart = (wanted: number, from: number, others: readonly Stretch[]) => {
    const found: Stretch[] = [];
    for (let index = 0; index < wanted; index += 1) {
      const one = stretch(from);
      const isApart = [...others, ...found].every((other) => other.day !== one.day || other.end <= one.start || one.end <= other.start);
      if (isApart) found.push(one);
    }
    return found;
  };
  const today = roll(4);
  const attended = today === 0 ? [] : apart(roll(14), 0, []).filter(({ day }) => days.indexOf(day) < today);
  const expected = apart(roll(8), today, attended);
  const openings: Opening[] = Array.from({ length: roll(13) }, (_, index) => ({ ...stretch(today), sessionId: `s${index}`, groupName: 'Skills', seatsFree: roll(3) }));
  const daysPerWeek = 1 + roll(3);
  return { week: { attended, expected, openings }, threshold: { minutesPerDay: 180, daysPerWeek, minutesPerWeek: 180 * daysPerWeek - 60 * roll(2) } };
}

/** The same question answered by trying every set of openings on a grid of minutes: shares nothing with the rules. */
function fewestByTrying({ attended, expected, openings }: Week, threshold: Threshold): number | undefined {
  let fewest: number | undefined;
  for (let mask = 0; mask < 2 ** openings.length; mask += 1) {
    const chosen = openings.filter((_, index) => Math.floor(mask / 2 ** index) % 2 === 1);
    if (fewest !== undefined && chosen.length >= fewest) continue;
    if (chosen.every(({ seatsFree }) => seatsFree > 0) && holds([...attended, ...expected, ...chosen], threshold)) fewest = chosen.length;
  }
  return fewest;
}

function holds(stretches: readonly Stretch[], threshold: Threshold): boolean {
  const taken = new Set<string>();
  const perDay = new Map<string, number>();
  for (const { day, start, end } of stretches) {
    for (let minute = start; minute < end; minute += 30) {
      const cell = `${day} ${minute}`;
      if (taken.has(cell)) return false;
      taken.add(cell);
      perDay.set(day, (perDay.get(day) ?? 0) + 30);
    }
  }
  const counts = [...perDay.values()];
  return counts.filter((minutes) => minutes >= threshold.minutesPerDay).length >= threshold.daysPerWeek && taken.size * 30 >= threshold.minutesPerWeek;
}

test('of 200 patients each who can still reach the threshold is offered the plan with the fewest sessions, and none an impossible one', () => {
  let offered = 0;
  let impossible = 0;
  let [sound, short] = [0, 0];
  for (let seed = 1; seed <= Number(process.env['MOORING_COACH_PATIENTS'] ?? 200); seed += 1) {
    const { week, threshold } = patient(seed);
    const plan = makeUpPlan(week, threshold);
    const fewest = fewestByTrying(week, threshold);
    expect(plan?.length, `patient ${seed}`).toBe(fewest);
    if (plan) expect(holds([...week.attended, ...week.expected, ...plan], threshold) && plan.every(({ seatsFree }) => seatsFree > 0), `patient ${seed}`).toBe(true);
    if (plan === undefined) impossible += 1;
    else if (plan.length === 0) sound += 1;
    else offered += 1;
    if (shortDays(week, threshold).length > 0) short += 1;
  }
  // The dice make all three kinds of patients, or the sentence above would say little.
  expect(Math.min(offered, impossible, sound)).toBeGreaterThan(10);
  expect(short).toBeGreaterThan(10);
});

test('two full days of three pay nothing where the week falls, and two units where days stand', () => {
  const attended = days.slice(0, 2).map((day) => ({ day, start: 540, end: 780 }));
  const iop = weekRuleOn('ASAM-2.1', '2026-11-23');
  const php = weekRuleOn('MH-PHP', '2026-11-23');
  if (!iop || !php) throw new Error('The shipped rules name both levels');
  expect(claimEffect(attended, iop)).toMatchObject({ units: 0, unpaidDays: 2 });
  expect(claimEffect([...attended, { day: '2026-11-25', start: 540, end: 780 }], iop)).toMatchObject({ units: 3, unpaidDays: 0 });
  expect(claimEffect(attended, php)).toMatchObject({ units: 2, unpaidDays: 0 });
  expect(weekRuleOn('MH-OP', '2026-11-23')).toBeUndefined();
});

test('a payer that counts services or pays by the week is foretold so', () => {
  const iop = weekRuleOn('ASAM-2.1', '2026-11-23');
  if (!iop) throw new Error('The shipped rules name the level');
  const week = ['2026-11-23', '2026-11-25', '2026-11-27'].flatMap((day) => [
    { day, start: 540, end: 660 },
    { day, start: 670, end: 730 },
  ]);
  expect(claimEffect(week, { ...iop, unit: 'week' })).toMatchObject({ units: 1, unpaidDays: 0, says: expect.stringContaining('1 week of H0015') });
  expect(claimEffect(week, { ...iop, servicesPerDay: 2 })).toMatchObject({ units: 3 });
  expect(claimEffect(week, { ...iop, servicesPerDay: 3 })).toMatchObject({ units: 0, unpaidDays: 3 });
});
