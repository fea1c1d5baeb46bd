import { action, type Tx } from '#server/platform/index.ts';
import { ageOn, displayNameOf, legalNameOf } from '../demographics/person.rules.ts';
import { likenessOf, type Comparable, type Likeness } from './duplicate-score.rules.ts';
import { partsOf } from './name-code.rules.ts';
import { nearest } from './near-names.rules.ts';
import { numberOf } from './search-entries.rules.ts';
import { namePartsUnder, peopleNumbered, peopleSpelled, type FoundRow } from './search.store.ts';
import { variantsOf } from './spelling.rules.ts';

/** Someone on record beside the applicant. */
export interface PossiblySame {
  readonly row: FoundRow;
  readonly likeness: Likeness;
}

/** The birth date, and what it is with day and month swapped. */
function birthDatesOf(day: Temporal.PlainDate): Temporal.PlainDate[] {
  return day.day <= 12 && day.day !== day.month ? [day, day.with({ month: day.day, day: day.month })] : [day];
}

async function candidatesFor(tx: Tx, applicant: Comparable): Promise<FoundRow[]> {
  const numbers = [...birthDatesOf(applicant.birthDate).map(numberOf.birthDate), ...(applicant.phone ? [numberOf.phone(applicant.phone)] : [])];
  const byNumber = await peopleNumbered(tx, numbers, 400);
  const [family = ''] = partsOf(applicant.familyName);
  const [given = ''] = partsOf(applicant.givenName);
  if (family === '' || given === '') return byNumber;
  const known = await namePartsUnder(tx, [family, given].flatMap(variantsOf));
  return [...byNumber, ...(await peopleSpelled(tx, nearest(family, known), nearest(given, known), 200))];
}

/** People of the actor's programs who may be the applicant, the likeliest first. Somebody in no program of the actor is not among them. */
export async function possiblySame(tx: Tx, applicant: Comparable): Promise<PossiblySame[]> {
  const candidates = await candidatesFor(tx, applicant);
  const byPerson = new Map(candidates.map((row) => [row.id, { row, likeness: likenessOf(applicant, row) }]));
  return [...byPerson.values()]
    .filter(({ likeness }) => likeness.band !== undefined)
    .toSorted((left, right) => right.likeness.score - left.likeness.score)
    .slice(0, 10);
}

/** Shows who on record may be the person about to be registered. */
export const findDuplicates = action('patient.find-duplicates', async (tx, applicant: Omit<Comparable, 'birthDate'> & { birthDate: string }) => {
  const found = await possiblySame(tx, { ...applicant, birthDate: Temporal.PlainDate.from(applicant.birthDate) });
  tx.touch({ kind: 'patient-search', patientId: found.map(({ row }) => row.id) });
  return {
    items: found.map(({ row, likeness }) => ({
      id: row.id,
      mrn: row.mrn,
      displayName: displayNameOf(row),
      legalName: legalNameOf(row),
      pronouns: row.pronouns,
      birthDate: row.birthDate,
      age: ageOn(row.birthDate, row.today, row.deceasedOn),
      phoneLast4: row.phone?.slice(-4) ?? null,
      hasPhoto: row.hasPhoto,
      deceased: row.deceasedOn !== null,
      score: likeness.score,
      band: likeness.band ?? 'possible',
      because: likeness.because,
    })),
  };
});
