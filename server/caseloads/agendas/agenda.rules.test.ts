import { expect, test } from 'vitest';
import { agendaOf } from './agenda.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

test('who is due by the end of the week stands on the agenda, the longest due first; without a plan the interval counts from the admission', () => {
  const people = [
    { name: 'later', admittedOn: day('2026-11-01'), reviewDue: day('2026-12-10') },
    { name: 'due', admittedOn: day('2026-10-01'), reviewDue: day('2026-11-29') },
    { name: 'overdue', admittedOn: day('2026-10-01'), reviewDue: day('2026-11-02') },
    { name: 'unplanned', admittedOn: day('2026-11-20'), reviewDue: null },
    { name: 'new', admittedOn: day('2026-11-23'), reviewDue: null },
  ];
  expect(agendaOf(people, 7, day('2026-11-29')).map(({ name, why, dueOn }) => `${name} ${why} ${dueOn.toString()}`)).toEqual([
    'overdue review 2026-11-02',
    'unplanned first-plan 2026-11-27',
    'due review 2026-11-29',
  ]);
});
