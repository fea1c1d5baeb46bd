import type { ReviewRule, RuleOf } from './review-rule.ts';

/** What one person of the staff did with the record of one patient in a day. */
export interface Look {
  readonly actorId: string;
  readonly actorName: string;
  readonly actorGiven: string;
  readonly actorFamily: string;
  readonly patientId: string;
  /** Null when the record is not known by that number (any more). */
  readonly patientGiven: string | null;
  readonly patientFamily: string | null;
  readonly bearsColleaguesName: boolean;
  readonly hasRelationship: boolean;
  readonly brokeGlass: boolean;
  readonly entries: number;
  readonly lateEntries: number;
  readonly firstAt: Temporal.Instant;
  readonly lastAt: Temporal.Instant;
  readonly seqs: readonly number[];
}

/** What one person of the staff did in a day, and what is usual for them. */
export interface DayOfActor {
  readonly actorId: string;
  readonly actorName: string;
  readonly patients: number;
  readonly refused: number;
  readonly firstAt: Temporal.Instant;
  readonly lastAt: Temporal.Instant;
  /** Average of people a day over the days before on which they worked; null without any. */
  readonly usualPatients: number | null;
  /** Kinds of the programs in which they work. */
  readonly programKinds: readonly string[];
}

/** Something unusual, for a person to judge. */
export interface NewFinding {
  readonly rule: ReviewRule['code'];
  readonly actorId: string;
  readonly actorName: string;
  readonly patientId: string | null;
  readonly count: number;
  readonly firstAt: Temporal.Instant;
  readonly lastAt: Temporal.Instant;
  readonly entries: readonly number[];
  readonly says: string;
}

const folded = (name: string | null) => (name ?? '').trim().normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

function isOwn(look: Look): boolean {
  return look.patientFamily !== null && folded(look.patientFamily) === folded(look.actorFamily) && folded(look.patientGiven) === folded(look.actorGiven);
}

function isNamesake(look: Look): boolean {
  return look.patientFamily !== null && folded(look.patientFamily) === folded(look.actorFamily) && !isOwn(look);
}

function ofLook(rule: ReviewRule, look: Look, count = look.entries): NewFinding {
  const { actorId, actorName, patientId, firstAt, lastAt, seqs } = look;
  return { rule: rule.code, actorId, actorName, patientId, count, firstAt, lastAt, entries: seqs, says: rule.says };
}

function ofDay(rule: ReviewRule, day: DayOfActor, count: number, says: string): NewFinding {
  const { actorId, actorName, firstAt, lastAt } = day;
  return { rule: rule.code, actorId, actorName, patientId: null, count, firstAt, lastAt, entries: [], says };
}

const times = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;

function beyondUsual(rule: RuleOf<'volume'>, days: readonly DayOfActor[]): NewFinding[] {
  return days
    .filter(({ patients, usualPatients }) => patients >= rule.atLeast && usualPatients !== null && patients >= usualPatients * rule.timesUsual)
    .map((day) => ofDay(rule, day, day.patients, `${times(day.patients, 'record')} in a day; ${Math.round(day.usualPatients ?? 0)} are usual.`));
}

function atNight(rule: RuleOf<'after-hours'>, looks: readonly Look[], days: readonly DayOfActor[]): NewFinding[] {
  return days
    .filter(({ programKinds }) => !programKinds.some((kind) => rule.exceptKinds.includes(kind)))
    .flatMap((day) => {
      const late = looks.filter(({ actorId, lateEntries }) => actorId === day.actorId && lateEntries > 0);
      const count = late.reduce((sum, { lateEntries }) => sum + lateEntries, 0);
      if (count < rule.atLeast) return [];
      return [
        {
          ...ofDay(rule, day, count, `${times(count, 'look')} between ${rule.from} and ${rule.to}, at ${times(late.length, 'record')}.`),
          entries: late.flatMap(({ seqs }) => seqs).slice(0, 20),
        },
      ];
    });
}

function underOneRule(rule: ReviewRule, looks: readonly Look[], days: readonly DayOfActor[]): NewFinding[] {
  switch (rule.code) {
    case 'own-record':
      return looks.filter(isOwn).map((look) => ofLook(rule, look));
    case 'colleague':
      return looks.filter((look) => look.bearsColleaguesName && !isOwn(look)).map((look) => ofLook(rule, look));
    case 'same-surname':
      return looks.filter((look) => isNamesake(look) && !look.bearsColleaguesName).map((look) => ofLook(rule, look));
    case 'no-relationship':
      return looks.filter(({ hasRelationship, brokeGlass }) => !hasRelationship && !brokeGlass).map((look) => ofLook(rule, look));
    case 'break-glass':
      return looks.filter(({ brokeGlass }) => brokeGlass).map((look) => ofLook(rule, look));
    case 'volume':
      return beyondUsual(rule, days);
    case 'after-hours':
      return atNight(rule, looks, days);
    case 'denied':
      return days.filter(({ refused }) => refused >= rule.atLeast).map((day) => ofDay(rule, day, day.refused, `${times(day.refused, 'attempt')} came to nothing.`));
  }
}

/** All that is unusual about a day, in the order of the rules; those that are off find nothing. */
export function findingsOf(rules: readonly ReviewRule[], looks: readonly Look[], days: readonly DayOfActor[]): NewFinding[] {
  return rules.filter(({ isOn }) => isOn).flatMap((rule) => underOneRule(rule, looks, days));
}
