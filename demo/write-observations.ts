import type pg from 'pg';
import { copyRows, type CopyValue } from './copy.ts';
import type { DemoStay } from './history.ts';
import type { ProgramKey } from './organisation.ts';
import { Chance } from './random.ts';
import type { Story } from './story.ts';

// Substance, RxNorm ingredient, kind of substance, allergy or intolerance, reaction, how bad, danger of the next time.
const known = [
  ['Penicillin', null, 'medication', 'allergy', 'Hives', 'moderate', 'high'],
  ['Sulfonamide antibiotics', null, 'medication', 'allergy', 'Rash', 'mild', 'low'],
  ['Codeine', null, 'medication', 'intolerance', 'Nausea', 'moderate', 'low'],
  ['Lamotrigine', '28439', 'medication', 'allergy', 'Rash with fever', 'severe', 'high'],
  ['Haloperidol', '5093', 'medication', 'intolerance', 'Stiffness, restlessness', 'moderate', 'unknown'],
  ['Peanut', null, 'food', 'allergy', 'Swelling of the lips', 'severe', 'high'],
  ['Latex', null, 'environment', 'allergy', 'Itching', 'mild', 'low'],
  ['Pollen', null, 'environment', 'allergy', 'Sneezing', 'mild', 'low'],
] as const;

const weighed: Readonly<Partial<Record<ProgramKey, number>>> = { psychiatry: 28, php: 7, residential: 3, otp: 28, outpatient: 56 };
const rounds = 12;

function measuredOf(chance: Chance, weight: number, height: number | null) {
  const taken = (value: number | string, unit: string) => ({ value: String(value), unit });
  return {
    systolic: taken(chance.between(104, 148), 'mmHg'),
    diastolic: taken(chance.between(62, 94), 'mmHg'),
    pulse: taken(chance.between(56, 98), '/min'),
    respiration: taken(chance.between(12, 20), '/min'),
    temperature: taken((97 + chance.between(0, 22) / 10).toFixed(1), '°F'),
    saturation: taken(chance.between(95, 100), '%'),
    weight: taken(weight.toFixed(1), 'lb'),
    ...(height === null ? {} : { height: taken(height, 'in') }),
  };
}

function roundsOf(chance: Chance, stay: DemoStay, facts: { programId: string; patientId: string; nurse: string }, today: Temporal.PlainDate): CopyValue[][] {
  const every = weighed[stay.program];
  if (every === undefined) return [];
  const [start, drift, height] = [chance.between(118, 240), chance.between(-8, 14) / 10, chance.between(60, 75)];
  const last = stay.endedOn ?? today.subtract({ days: 1 });
  const days = Array.from({ length: rounds }, (_unused, place) => stay.admittedOn.add({ days: place * every }));
  return days
    .filter((day) => Temporal.PlainDate.compare(day, last) <= 0)
    .map((day, place) => {
      const at = day.toZonedDateTime({ timeZone: 'America/Los_Angeles', plainTime: { hour: chance.between(8, 15), minute: chance.between(0, 11) * 5 } }).toInstant();
      const measured = measuredOf(chance, start + place * drift, place === 0 ? height : null);
      return [chance.uuid(at), 1, facts.patientId, facts.programId, at, 'sitting', { json: measured }, 'recorded', at, facts.nurse];
    });
}

/** Writes allergies, statements that none is known, and rounds of vital signs, as nurses and prescribers took them. Some people were never asked. */
export async function writeObservations(client: pg.Client, { cast, people, stays }: Pick<Story, 'cast' | 'people' | 'stays'>, today: Temporal.PlainDate): Promise<void> {
  const chance = new Chance(53);
  const allergies: CopyValue[][] = [];
  const statements: CopyValue[][] = [];
  const vitals: CopyValue[][] = [];
  const asked = new Set<string>();
  for (const stay of stays) {
    const patientId = people[stay.patient]?.id;
    if (patientId === undefined || Temporal.PlainDate.compare(stay.admittedOn, today) >= 0) continue;
    const programId = cast.programIds[stay.program];
    const at = stay.admittedOn.toZonedDateTime({ timeZone: 'America/Los_Angeles', plainTime: '11:00' }).toInstant();
    const nurse = cast.staff.find(({ role, programs }) => (role === 'nurse' || role === 'prescriber') && programs.includes(stay.program))?.id ?? stay.clinician;
    vitals.push(...roundsOf(chance, stay, { programId, patientId, nurse }, today));
    if (asked.has(patientId)) continue;
    asked.add(patientId);
    const dice = chance.between(1, 100);
    if (dice <= 38) statements.push([chance.uuid(at), patientId, programId, 'none-known', at, nurse]);
    const several = dice > 88 ? 2 : dice > 50 ? 1 : 0;
    const first = chance.between(0, known.length - 1);
    for (let place = 0; place < several; place += 1) {
      const [substance, rxnorm, ...facts] = known[(first + place * 3) % known.length] ?? known[0];
      allergies.push([chance.uuid(at), 1, patientId, programId, substance, rxnorm, ...facts, 'active', at, nurse, at, nurse]);
    }
  }
  const provenance = ['patient_id', 'program_id'];
  await copyRows(
    client,
    'observations.allergy',
    [
      'id',
      'version',
      ...provenance,
      'substance',
      'rxnorm',
      'category',
      'kind',
      'reaction',
      'severity',
      'criticality',
      'state',
      'verified_at',
      'verified_by',
      'written_at',
      'written_by',
    ],
    allergies,
  );
  await copyRows(client, 'observations.allergy_statement', ['id', ...provenance, 'says', 'stated_at', 'stated_by'], statements);
  await copyRows(client, 'observations.vital_set', ['id', 'version', ...provenance, 'taken_at', 'position', 'measured', 'state', 'written_at', 'written_by'], vitals);
}
