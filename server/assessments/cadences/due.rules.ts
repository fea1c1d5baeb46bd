import type { Cadence } from './cadence-content.ts';

/** A stay that has begun and not ended. */
export interface Stay {
  readonly patientId: string;
  readonly programId: string;
  readonly kind: string;
  readonly admittedOn: Temporal.PlainDate;
}

/** An instrument that is to be asked. */
export interface DueInstrument {
  readonly instrumentCode: string;
  readonly programId: string;
  readonly dueOn: Temporal.PlainDate;
  readonly state: 'overdue' | 'due' | 'later';
  readonly lastOn: Temporal.PlainDate | null;
}

/** What was answered shortly before admission (by telephone, on referral) counts as the first. */
export const daysBeforeAdmission = 14;
// One meets weekly: what falls due before the next meeting is asked at this one.
const windowDays = 7;

function dueOn({ firstWithinDays, everyDays }: Cadence, { admittedOn }: Stay, last: Temporal.PlainDate | null): Temporal.PlainDate | null {
  const isOfStay = last !== null && Temporal.PlainDate.compare(last, admittedOn.subtract({ days: daysBeforeAdmission })) >= 0;
  if (!isOfStay) return admittedOn.add({ days: firstWithinDays });
  return everyDays === null ? null : last.add({ days: everyDays });
}

function stateOn(due: Temporal.PlainDate, today: Temporal.PlainDate): DueInstrument['state'] {
  if (Temporal.PlainDate.compare(due, today) < 0) return 'overdue';
  return Temporal.PlainDate.compare(due, today.add({ days: windowDays })) <= 0 ? 'due' : 'later';
}

/** What the stays of one person ask for, what is due first at the top; asked for by two programs it is owed once, at the sooner date. */
export function dueInstruments(
  stays: readonly Stay[],
  byKind: Readonly<Record<string, readonly Cadence[]>>,
  lastOn: ReadonlyMap<string, Temporal.PlainDate>,
  today: Temporal.PlainDate,
): readonly DueInstrument[] {
  const all = stays.flatMap((stay) =>
    (byKind[stay.kind] ?? []).flatMap((cadence) => {
      const last = lastOn.get(cadence.instrument) ?? null;
      const due = dueOn(cadence, stay, last);
      return due === null ? [] : [{ instrumentCode: cadence.instrument, programId: stay.programId, dueOn: due, state: stateOn(due, today), lastOn: last }];
    }),
  );
  const ordered = all.toSorted((left, right) => Temporal.PlainDate.compare(left.dueOn, right.dueOn));
  return ordered.filter(({ instrumentCode }, place) => ordered.findIndex((other) => other.instrumentCode === instrumentCode) === place);
}
