/** What is known of somebody whose review may be due. */
export interface Reviewed {
  readonly admittedOn: Temporal.PlainDate;
  /** By when the last signed plan is to be reviewed; null while none was signed. */
  readonly reviewDue: Temporal.PlainDate | null;
}

/** Why somebody stands on the agenda, and since when. */
export interface Due {
  readonly dueOn: Temporal.PlainDate;
  readonly why: 'review' | 'first-plan';
}

/** When somebody is due: the review of the signed plan, else a first plan within the program's interval from admission. */
export function dueOf({ admittedOn, reviewDue }: Reviewed, reviewDays: number): Due {
  return reviewDue ? { dueOn: reviewDue, why: 'review' } : { dueOn: admittedOn.add({ days: reviewDays }), why: 'first-plan' };
}

/** Those due by the last day of a week, what is overdue among them, the longest due first. */
export function agendaOf<Person extends Reviewed>(people: readonly Person[], reviewDays: number, lastDay: Temporal.PlainDate): readonly (Person & Due)[] {
  return people
    .map((person) => ({ ...person, ...dueOf(person, reviewDays) }))
    .filter(({ dueOn }) => Temporal.PlainDate.compare(dueOn, lastDay) <= 0)
    .toSorted((one, other) => Temporal.PlainDate.compare(one.dueOn, other.dueOn));
}
