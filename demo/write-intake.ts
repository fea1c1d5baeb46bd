import type pg from 'pg';
import screening from '#content/intake/screening-questions.json' with { type: 'json' };
import { copyRows, type CopyValue } from './copy.ts';
import type { ProgramKey } from './organisation.ts';
import { Chance } from './random.ts';
import type { Story } from './story.ts';

const sources = [
  ['Tacoma General Hospital, emergency department', 'hospital', '2535550181'],
  ['Dr. Leah Osei, family medicine', 'physician', '2535550182'],
  ['Pierce County Drug Court', 'court', '2535550183'],
  ['Evergreen Health Plan, care managers', 'payer', '2535550184'],
  ['Lincoln High School, counseling office', 'school', '2535550185'],
] as const;

interface DemoCall {
  readonly program: ProgramKey;
  /** How many days ago, and at which time on the clock of the site. */
  readonly when: readonly [daysAgo: number, clock: string];
  readonly caller: string;
  readonly relation: string;
  readonly phone: string | null;
  readonly about: string;
  readonly heardFrom: string;
  readonly source: number | null;
  readonly need: string;
  /** Hours after the call by which a callback was promised. */
  readonly callback: number | null;
  readonly attempts?: readonly { readonly hours: number; readonly way: string; readonly reached: boolean; readonly note: string }[];
  readonly outcome?: readonly [code: string, note: string];
}

const calls: readonly DemoCall[] = [
  {
    program: 'residential',
    when: [1, '16:10'],
    caller: 'Denise Marlow',
    relation: 'family',
    phone: '2535550121',
    about: 'her brother Kyle',
    heardFrom: 'family',
    source: null,
    need: 'Drinks daily since the divorce, wants to stop, has been in withdrawal before',
    callback: 4,
  },
  {
    program: 'iop',
    when: [1, '14:25'],
    caller: 'Renee Tolbert',
    relation: 'self',
    phone: '2535550122',
    about: '',
    heardFrom: 'self',
    source: null,
    need: 'Works days, asks for evening groups; last use on the weekend',
    callback: 24,
  },
  {
    program: 'outpatient',
    when: [2, '11:40'],
    caller: 'Ms. Agnew, counseling office',
    relation: 'professional',
    phone: '2535550185',
    about: 'a student of 18 years',
    heardFrom: 'school',
    source: 4,
    need: 'Panic before classes, missed two weeks of school',
    callback: 24,
    attempts: [{ hours: 3, way: 'phone', reached: false, note: 'Left word with the office' }],
  },
  {
    program: 'otp',
    when: [1, '17:05'],
    caller: '',
    relation: 'self',
    phone: '2535550124',
    about: '',
    heardFrom: 'self',
    source: null,
    need: 'Moving here next week, takes methadone 80 mg at a clinic in Spokane',
    callback: 24,
  },
  {
    program: 'psychiatry',
    when: [3, '09:20'],
    caller: 'Dr. Osei',
    relation: 'professional',
    phone: '2535550182',
    about: 'Harold Finch',
    heardFrom: 'physician',
    source: 1,
    need: 'Two antidepressants without effect, asks for a second opinion',
    callback: 48,
    attempts: [{ hours: 5, way: 'phone', reached: true, note: 'Will send the medication list' }],
  },
  {
    program: 'residential',
    when: [4, '10:15'],
    caller: 'Social work, 4 West',
    relation: 'professional',
    phone: '2535550181',
    about: 'a patient ready to leave on Friday',
    heardFrom: 'hospital',
    source: 0,
    need: 'Alcohol withdrawal treated, no safe home',
    callback: 2,
    outcome: ['referred-here', 'Screened on the ward'],
  },
  {
    program: 'iop',
    when: [5, '13:30'],
    caller: 'Officer Dale',
    relation: 'court',
    phone: '2535550183',
    about: 'Marcus Webb',
    heardFrom: 'court',
    source: 2,
    need: 'Ordered to treatment, 20 hours a month',
    callback: 24,
    outcome: ['referred-here', 'First visit is booked'],
  },
  {
    program: 'outpatient',
    when: [6, '09:50'],
    caller: 'Ines Calder',
    relation: 'self',
    phone: '2535550128',
    about: '',
    heardFrom: 'self',
    source: null,
    need: 'Looks for couples counseling on Saturdays',
    callback: null,
    outcome: ['referred-elsewhere', 'Given two numbers'],
  },
  {
    program: 'outpatient',
    when: [7, '15:45'],
    caller: 'Gordon Pike',
    relation: 'family',
    phone: null,
    about: 'his mother',
    heardFrom: 'family',
    source: null,
    need: 'Asked what a first visit costs',
    callback: null,
    outcome: ['information', ''],
  },
];

/** Somebody who waits: formerly in care there, come back. */
interface DemoWait {
  readonly program: ProgramKey;
  readonly daysAgo: number;
  readonly priority: 'pregnant' | 'injecting' | 'other';
  readonly acts: readonly { readonly hours: number; readonly kind: string; readonly what: string; readonly note: string }[];
}

const waits: readonly DemoWait[] = [
  { program: 'residential', daysAgo: 9, priority: 'other', acts: [{ hours: 30, kind: 'reached', what: 'phone', note: 'Still wants the place; stays with a sister' }] },
  {
    program: 'residential',
    daysAgo: 3,
    priority: 'injecting',
    acts: [
      { hours: 5, kind: 'interim-given', what: 'hiv-tb-education', note: '' },
      { hours: 6, kind: 'interim-given', what: 'hiv-tb-referral', note: 'County clinic' },
    ],
  },
  { program: 'residential', daysAgo: 16, priority: 'other', acts: [{ hours: 200, kind: 'not-reached', what: 'phone', note: '' }] },
  { program: 'otp', daysAgo: 2, priority: 'pregnant', acts: [{ hours: 3, kind: 'interim-given', what: 'prenatal-referral', note: 'Seen today' }] },
  { program: 'iop', daysAgo: 5, priority: 'other', acts: [{ hours: 70, kind: 'reached', what: 'text', note: 'Can begin with the evening track' }] },
];

const answersFor = ({ program, priority }: Pick<DemoWait, 'program' | 'priority'>) =>
  Object.fromEntries(
    screening.questions
      .filter(({ kinds }) => kinds === 'all' || kinds.includes(program))
      .map(({ code, answers }) => {
        const isYes = (code === 'pregnant' && priority === 'pregnant') || (code === 'injecting' && priority === 'injecting') || code === 'safe-home';
        return [code, answers === 'words' ? 'Told on the telephone' : isYes ? 'yes' : 'no'];
      }),
  );

type Told = Pick<Story, 'cast' | 'people' | 'stays'>;

async function writeCalls(client: pg.Client, { cast }: Told, chance: Chance, now: Temporal.Instant, today: Temporal.PlainDate): Promise<void> {
  const at = ([daysAgo, clock]: DemoCall['when']) => today.subtract({ days: daysAgo }).toZonedDateTime({ timeZone: 'America/Los_Angeles', plainTime: clock }).toInstant();
  const [desk, caseManager] = [cast.personaIds['front-desk'], cast.personaIds['case-manager']];
  const sourceIds = sources.map(() => chance.uuid(now));
  await copyRows(
    client,
    'intake.source',
    ['id', 'name', 'kind', 'phone', 'added_at', 'added_by'],
    sources.map(([name, kind, phone], index) => [sourceIds[index] ?? null, name, kind, phone, now.subtract({ hours: 24 * 90 }), desk]),
  );
  const placed = calls.map((call) => ({ ...call, id: chance.uuid(now), at: at(call.when) }));
  await copyRows(
    client,
    'intake.call',
    [
      'id',
      'program_id',
      'called_at',
      'caller_name',
      'caller_relation',
      'caller_phone',
      'about_name',
      'heard_from',
      'source_id',
      'need',
      'callback_due_at',
      'outcome',
      'outcome_note',
      'settled_at',
      'taken_by',
      'settled_by',
    ],
    placed.map(({ id, at, program, caller, relation, phone, about, heardFrom, source, need, callback, outcome }): CopyValue[] => [
      id,
      cast.programIds[program],
      at,
      caller,
      relation,
      phone,
      about,
      heardFrom,
      source === null ? null : (sourceIds[source] ?? null),
      need,
      callback === null ? null : at.add({ hours: callback }),
      outcome?.[0] ?? null,
      outcome?.[1] ?? null,
      outcome ? at.add({ hours: 1 }) : null,
      desk,
      outcome ? caseManager : null,
    ]),
  );
  await copyRows(
    client,
    'intake.attempt',
    ['id', 'program_id', 'call_id', 'at', 'way', 'reached', 'note', 'made_by'],
    placed.flatMap(({ id, program, at, attempts = [] }) =>
      attempts.map(({ hours, way, reached, note }): CopyValue[] => [chance.uuid(now), cast.programIds[program], id, at.add({ hours }), way, reached, note, desk]),
    ),
  );
}

async function writeWaits(client: pg.Client, { cast, people, stays }: Told, chance: Chance, now: Temporal.Instant, today: Temporal.PlainDate): Promise<void> {
  // Whoever is in care, or expected in a house already, waits for nothing.
  const { rows } = await client.query<{ patient_id: string }>("select patient_id from programs.episode where state in ('referral', 'screening', 'admitted')");
  const taken = new Set(rows.map(({ patient_id: patientId }) => patientId));
  const formerly = ({ program, priority }: DemoWait): string | undefined =>
    stays
      .filter((stay) => stay.program === program && (priority !== 'pregnant' || people[stay.patient]?.facts.sex === 'F'))
      .flatMap(({ patient }) => people[patient]?.id ?? [])
      .find((patientId) => !taken.has(patientId));
  const placed = waits.flatMap((wait) => {
    const patientId = formerly(wait);
    if (patientId === undefined) return [];
    taken.add(patientId);
    const since = today.subtract({ days: wait.daysAgo }).toZonedDateTime({ timeZone: 'America/Los_Angeles', plainTime: '10:20' }).toInstant();
    return [{ ...wait, patientId, since, id: chance.uuid(now), episodeId: chance.uuid(now), programId: cast.programIds[wait.program] }];
  });
  const by = cast.personaIds['front-desk'];
  const dayOf = (daysAgo: number) => today.subtract({ days: daysAgo });
  await copyRows(
    client,
    'programs.episode',
    ['id', 'patient_id', 'program_id', 'state', 'source', 'referred_on', 'screened_on'],
    placed.map(({ episodeId, patientId, programId, daysAgo }) => [episodeId, patientId, programId, 'screening', 'self', dayOf(daysAgo), dayOf(daysAgo)]),
  );
  await copyRows(
    client,
    'intake.screening',
    ['id', 'patient_id', 'program_id', 'episode_id', 'answers', 'version', 'priority', 'screened_at', 'screened_by'],
    placed.map(({ patientId, programId, program, episodeId, priority, since }): CopyValue[] => [
      chance.uuid(now),
      patientId,
      programId,
      episodeId,
      { json: answersFor({ program, priority }) },
      screening.version,
      priority,
      since,
      by,
    ]),
  );
  await copyRows(
    client,
    'intake.wait',
    ['id', 'patient_id', 'program_id', 'episode_id', 'priority', 'since', 'put_by'],
    placed.map(({ id, patientId, programId, episodeId, priority, since }) => [id, patientId, programId, episodeId, priority, since, by]),
  );
  await copyRows(
    client,
    'intake.act',
    ['id', 'patient_id', 'program_id', 'wait_id', 'kind', 'what', 'note', 'at', 'made_by', 'recorded_at'],
    placed.flatMap(({ id, patientId, programId, since, acts }) =>
      acts.map(({ hours, kind, what, note }): CopyValue[] => [
        chance.uuid(now),
        patientId,
        programId,
        id,
        kind,
        what,
        note,
        since.add({ hours }),
        by,
        since.add({ hours }),
      ]),
    ),
  );
}

const tickedByHand = ['consent-treatment', 'coverage-verified', 'part2-notice'] as const;
const tickedDays = 14;

/** Points of admission checklists that the desk ticked for those who were admitted in the last weeks; the last of them still lack one. */
async function writeTicks(client: pg.Client, { cast, people, stays }: Told, chance: Chance, now: Temporal.Instant, today: Temporal.PlainDate): Promise<void> {
  const recent = stays.filter(
    ({ admittedOn, endedOn }) => endedOn === null && admittedOn.until(today).days <= tickedDays && Temporal.PlainDate.compare(admittedOn, today) <= 0,
  );
  const pairs = recent.flatMap(({ patient, program }) => (people[patient] ? [[people[patient].id, cast.programIds[program]] as const] : []));
  const { rows } = await client.query<{ id: string; patient_id: string; program_id: string }>(
    `select e.id, e.patient_id, e.program_id from programs.episode e join unnest($1::uuid[], $2::uuid[]) as wanted (patient_id, program_id)
      on wanted.patient_id = e.patient_id and wanted.program_id = e.program_id where e.state = 'admitted'`,
    [pairs.map(([patientId]) => patientId), pairs.map(([, programId]) => programId)],
  );
  await copyRows(
    client,
    'intake.tick',
    ['id', 'patient_id', 'program_id', 'episode_id', 'code', 'note', 'done', 'at', 'made_by'],
    rows.flatMap((stay, index) =>
      tickedByHand
        .filter((_code, place) => index % 3 !== 2 || place === 0)
        .map((code): CopyValue[] => [
          chance.uuid(now),
          stay.patient_id,
          stay.program_id,
          stay.id,
          code,
          code === 'coverage-verified' ? 'Asked the payer by telephone' : '',
          true,
          now.subtract({ hours: 30 }),
          cast.personaIds['front-desk'],
        ]),
    ),
  );
}

/** Calls about treatment, people who wait for a place, and what was ticked of admissions of the last weeks. */
export async function writeIntake(client: pg.Client, told: Told, now: Temporal.Instant, today: Temporal.PlainDate): Promise<void> {
  const chance = new Chance(67);
  await writeCalls(client, told, chance, now, today);
  await writeWaits(client, told, chance, now, today);
  await writeTicks(client, told, chance, now, today);
}
