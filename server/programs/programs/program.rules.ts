import type { Obstacle } from '#server/platform/index.ts';
import type { LevelOfCare } from '../levels-of-care/level-of-care.ts';
import type { ProgramKindName } from '../levels-of-care/levels-of-care.contract.ts';

/** What a program is judged by. */
export interface ProgramFacts {
  readonly kind: ProgramKindName;
  readonly placeOfService: string;
}

/** What stands against a program of this level of care on a day. */
export function obstaclesToProgram(program: ProgramFacts, level: LevelOfCare | undefined, on: Temporal.PlainDate): Obstacle[] {
  if (!level) return [{ code: 'program.level-unknown', says: 'Choose a level of care from the list.', at: 'levelOfCare' }];
  const day = on.toString();
  const isOver = level.validTo !== null && level.validTo <= day;
  return [
    ...(isOver ? [{ code: 'program.level-ended', says: `${level.name} ended as a level of care on ${level.validTo}. Choose its successor.`, at: 'levelOfCare' }] : []),
    ...(level.kinds.includes(program.kind)
      ? []
      : [{ code: 'program.level-of-other-kind', says: `${level.name} is not offered by this kind of program.`, at: 'levelOfCare' }]),
    ...(level.placesOfService.includes(program.placeOfService)
      ? []
      : [{ code: 'program.place-unusual', says: `${level.name} is billed from place of service ${level.placesOfService.join(' or ')}.`, at: 'placeOfService' }]),
  ];
}

/** A recorded Part 2 status; `validTo` is the first day on which it no longer holds. */
export interface StatusFacts {
  readonly part2: boolean;
  readonly validFrom: Temporal.PlainDate;
  readonly validTo: Temporal.PlainDate | null;
}

/** Whether 42 CFR Part 2 holds on a day. No provenance means protected: a day without a status counts as Part 2. */
export function isPart2On(history: readonly StatusFacts[], day: Temporal.PlainDate): boolean {
  const holds = (status: StatusFacts) =>
    Temporal.PlainDate.compare(status.validFrom, day) <= 0 && (status.validTo === null || Temporal.PlainDate.compare(day, status.validTo) < 0);
  return history.find(holds)?.part2 ?? true;
}

/** What stands against recording a status from a day on: history is only ever continued, never rewritten. */
export function obstaclesToStatus(status: { readonly part2: boolean; readonly validFrom: Temporal.PlainDate }, history: readonly StatusFacts[]): Obstacle[] {
  const latest = history.at(-1);
  if (!latest) return [];
  const isLater = Temporal.PlainDate.compare(status.validFrom, latest.validFrom) > 0;
  return isLater
    ? []
    : [{ code: 'program.status-not-later', says: `A status from ${latest.validFrom} is on record. The new one has to begin after that day.`, at: 'validFrom' }];
}
