import type pg from 'pg';
import { sealedResult, type Answers, type Instrument } from '#server/assessments/index.ts';
import { siteOf } from './cast.ts';
import { copyRows, type CopyValue } from './copy.ts';
import type { DemoStay } from './history.ts';
import { Chance } from './random.ts';
import type { Story } from './story.ts';
import type { CastPerson } from './write-people.ts';
import { writeRisk } from './write-risk.ts';

interface Version {
  readonly id: string;
  readonly definition: Instrument;
}

/** How somebody fares from the first score to the last: the share of the first score that is left at the end. */
interface Course {
  readonly first: number;
  readonly left: number;
}

const followed = ['phq-9', 'gad-7'] as const;
const everyDays: Readonly<Partial<Record<DemoStay['program'], number>>> = { outpatient: 28, psychiatry: 28, iop: 14, php: 7, residential: 14 };
// Of the persona's own patients the first is at risk, the second gets worse, the third gets nowhere: the lists of the demo are never empty.
const plannedLeft = [1.35, 1.6, 1] as const;

function courseOf(chance: Chance, own: number): Course {
  const planned = plannedLeft[own];
  if (planned !== undefined) return { first: chance.between(11, 13), left: planned };
  const left = chance.weighted([
    [0.3, 34],
    [0.5, 34],
    [0.75, 22],
    [1, 7],
    [1.3, 3],
  ] as const);
  return { first: chance.between(9, 19), left };
}

/** Choices that come to the total over these items, spread as people spread them. The item on suicide stays at nothing unless it is asked for. */
function spread(chance: Chance, { definition }: Version, total: number, isAtRisk: boolean): Answers {
  const scored = definition.items.filter(({ scored: counts }) => counts).map(({ id }) => id);
  const asked = definition.code === 'phq-9' ? scored.filter((id) => id !== 'q9') : scored;
  const choices = new Map(scored.map((id) => [id, 0]));
  if (isAtRisk) choices.set('q9', 1);
  for (let left = Math.min(total, asked.length * 3) - (isAtRisk ? 1 : 0); left > 0; ) {
    const id = chance.one(asked);
    const now = choices.get(id) ?? 0;
    if (now === 3) continue;
    choices.set(id, now + 1);
    left -= 1;
  }
  const others = definition.items.filter(({ id, options }) => !choices.has(id) && options !== undefined).map(({ id }) => [id, total > 14 ? 2 : 1] as const);
  return Object.fromEntries([...choices, ...others]);
}

const columns = [
  'id',
  'patient_id',
  'program_id',
  'version_id',
  'instrument_code',
  'state',
  'mode',
  'answered_by',
  'sex',
  'answers',
  'started_at',
  'started_by',
  'saved_at',
  'completed_at',
  'completed_by',
  'result',
  'score',
  'says',
] as const;

function daysOf(stay: DemoStay, today: Temporal.PlainDate): Temporal.PlainDate[] {
  const step = everyDays[stay.program];
  if (step === undefined) return [];
  const length = stay.admittedOn.until(today).days;
  return Array.from({ length: Math.floor(length / step) + 1 }, (_unused, place) => stay.admittedOn.add({ days: place * step })).slice(-9);
}

/** Somebody in care whose scores are followed; `own` counts the persona's patients. */
interface Followed {
  readonly stay: DemoStay;
  readonly patient: CastPerson;
  readonly own: number;
  readonly timeZone: string;
}

function followedPeople({ cast, people, stays }: Teller, today: Temporal.PlainDate): Followed[] {
  let own = 0;
  const longEnough = today.subtract({ days: 50 });
  return stays.flatMap((stay) => {
    const patient = people[stay.patient];
    if (!patient || stay.endedOn !== null || Temporal.PlainDate.compare(stay.admittedOn, longEnough) > 0) return [];
    const isOwn = stay.clinician === cast.personaIds.therapist && stay.program === 'outpatient';
    return [{ stay, patient, own: isOwn ? own++ : plannedLeft.length, timeZone: siteOf(stay.program).timeZone }];
  });
}

interface Filled {
  readonly id: string;
  readonly person: Followed;
  readonly version: Version;
  readonly at: Temporal.Instant;
  readonly answers: Answers;
  readonly isAtRisk: boolean;
}

function fillings(chance: Chance, person: Followed, version: Version, today: Temporal.PlainDate): Filled[] {
  const { stay, own, timeZone } = person;
  const planned = daysOf(stay, today);
  // Who is at risk answered three days ago.
  const days = own === 0 ? [...planned.slice(0, -1), today.subtract({ days: 3 })] : planned;
  const course = courseOf(chance, own);
  return days.map((day, index) => {
    // Nobody's answers lie in the future.
    const hour = day.equals(today) ? 0 : 10;
    const at = day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour, minute: chance.between(0, 29) }) }).toInstant();
    const way = days.length === 1 ? 0 : index / (days.length - 1);
    const total = Math.max(0, Math.round(course.first * (1 + way * (course.left - 1)) + chance.between(-1, 1)));
    const isAtRisk = own === 0 && version.definition.code === 'phq-9' && index === days.length - 1;
    return { id: chance.uuid(at), person, version, at, answers: spread(chance, version, total, isAtRisk), isAtRisk };
  });
}

function rowOf(chance: Chance, { id, person: { stay, patient }, version, at, answers }: Filled, programId: string): readonly CopyValue[] {
  const sex = patient.facts.sex === 'F' ? 'female' : 'male';
  const { result, score, says } = sealedResult(version.definition, answers, sex);
  const mode = chance.happens(0.6) ? 'link' : 'staff';
  const about = [id, patient.id, programId, version.id, version.definition.code, 'completed', mode, 'patient', sex];
  const when = [at.subtract({ minutes: 6 }), stay.clinician, at, at, mode === 'staff' ? stay.clinician : null];
  return [...about, { json: answers }, ...when, { json: result }, score, says];
}

type Teller = Omit<Story, 'chance' | 'payerIds'>;

/** Writes what people of the story who are in care now answered over time, and the one who is on the suicide-risk pathway. */
export async function writeAssessments(client: pg.Client, story: Teller, today: Temporal.PlainDate): Promise<void> {
  const { rows } = await client.query<Version>('select distinct on (code) id, definition from assessments.instrument_version order by code, version desc');
  const versions = rows.filter(({ definition }) => followed.some((code) => code === definition.code));
  const chance = new Chance(27);
  const filled = followedPeople(story, today).flatMap((person) => versions.flatMap((version) => fillings(chance, person, version, today)));
  const programOf = ({ person }: Filled) => story.cast.programIds[person.stay.program];
  await copyRows(
    client,
    'assessments.administration',
    columns,
    filled.map((each) => rowOf(chance, each, programOf(each))),
  );
  for (const { id, version, at, answers, person } of filled.filter(({ isAtRisk }) => isAtRisk)) {
    await writeRisk(client, chance, {
      administrationId: id,
      programId: story.cast.programIds[person.stay.program],
      patientId: person.patient.id,
      clinician: person.stay.clinician,
      timeZone: person.timeZone,
      at,
      instrument: version.definition,
      answers,
    });
  }
}
