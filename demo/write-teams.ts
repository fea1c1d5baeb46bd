import type pg from 'pg';
import { copyRows, type CopyValue } from './copy.ts';
import type { ProgramKey, RoleKey } from './organisation.ts';
import { Chance } from './random.ts';
import type { Story } from './story.ts';

interface DemoTask {
  readonly program: ProgramKey;
  readonly title: string;
  readonly details?: string;
  /** Days from today by which it is due. */
  readonly due: number;
  readonly from: RoleKey;
  readonly to: { readonly staff: RoleKey } | { readonly role: RoleKey };
  /** About somebody in care there, by their place in the list; about nobody without. */
  readonly about?: number;
}

const tasks: readonly DemoTask[] = [
  {
    program: 'iop',
    title: 'Call the landlord about the lease',
    details: 'Consent for the call is signed.',
    due: -1,
    from: 'therapist',
    to: { staff: 'case-manager' },
    about: 0,
  },
  { program: 'iop', title: 'Arrange a ride for Tuesday mornings', due: 1, from: 'therapist', to: { staff: 'case-manager' }, about: 1 },
  { program: 'iop', title: 'Write the letter to the employer', due: 2, from: 'case-manager', to: { staff: 'therapist' }, about: 2 },
  { program: 'outpatient', title: 'Bring the sleep diary form to the next session', due: 0, from: 'therapist', to: { staff: 'therapist' }, about: 3 },
  { program: 'outpatient', title: 'Ask for the new insurance card', due: 0, from: 'biller', to: { role: 'front-desk' }, about: 4 },
  { program: 'outpatient', title: 'Order forms for the waiting room', due: 3, from: 'clinical-director', to: { role: 'front-desk' } },
  { program: 'outpatient', title: 'Say why the claim of the last visit is held', due: 1, from: 'clinical-director', to: { role: 'biller' }, about: 5 },
  { program: 'residential', title: 'Check weight before the morning round', due: 0, from: 'prescriber', to: { role: 'nurse' }, about: 0 },
  { program: 'residential', title: 'Find a bed in sober living for the departure', due: 4, from: 'clinical-director', to: { staff: 'case-manager' }, about: 1 },
  { program: 'otp', title: 'Ask about the missed dose', due: 0, from: 'clinical-director', to: { staff: 'peer' }, about: 0 },
  { program: 'psychiatry', title: 'Read the letter of the family physician', due: 1, from: 'clinical-director', to: { staff: 'prescriber' }, about: 0 },
];

const teamed = 12;
const parts: readonly (readonly [ProgramKey, RoleKey, string])[] = [
  ['iop', 'case-manager', 'case-manager'],
  ['iop', 'peer', 'peer'],
  ['residential', 'nurse', 'nurse'],
  ['residential', 'case-manager', 'case-manager'],
  ['php', 'prescriber', 'prescriber'],
];

/** Care teams around those in care, and tasks that wait for the people of the story. */
export async function writeTeams(client: pg.Client, { cast, people, stays }: Pick<Story, 'cast' | 'people' | 'stays'>, today: Temporal.PlainDate): Promise<void> {
  const chance = new Chance(59);
  const now = today.toZonedDateTime({ timeZone: 'America/Los_Angeles', plainTime: '08:00' }).toInstant();
  const inCare = (program: ProgramKey) =>
    stays
      .filter((stay) => stay.program === program && stay.endedOn === null && Temporal.PlainDate.compare(stay.admittedOn, today) < 0)
      .flatMap((stay) => ({
        patientId: people[stay.patient]?.id ?? '',
        since: stay.admittedOn,
      }));
  const members = parts.flatMap(([program, role, part]) =>
    inCare(program)
      .slice(0, teamed)
      .map(({ patientId, since }): CopyValue[] => [
        chance.uuid(now),
        patientId,
        cast.programIds[program],
        cast.personaIds[role],
        part,
        since,
        now,
        cast.personaIds['clinical-director'],
      ]),
  );
  await copyRows(client, 'teams.membership', ['id', 'patient_id', 'program_id', 'staff_id', 'part', 'since', 'named_at', 'named_by'], members);
  const rows = tasks.map(({ program, title, details = '', due, from, to, about }): CopyValue[] => [
    chance.uuid(now),
    about === undefined ? null : (inCare(program)[about]?.patientId ?? null),
    cast.programIds[program],
    title,
    details,
    today.add({ days: due }),
    'staff' in to ? cast.personaIds[to.staff] : null,
    'role' in to ? to.role : null,
    now,
    cast.personaIds[from],
  ]);
  await copyRows(client, 'teams.task', ['id', 'patient_id', 'program_id', 'title', 'details', 'due_on', 'for_staff_id', 'for_role', 'made_at', 'made_by'], rows);
}
