import { action, type Tx } from '#server/platform/index.ts';
import { ageOn, dayOf, displayNameOf, legalNameOf } from '../demographics/person.rules.ts';
import { beginningWith, leadingParts, nearest } from './near-names.rules.ts';
import { fitOf, type Fit } from './ranking.rules.ts';
import { numbersOf, readSearch, type SearchWish } from './search-query.rules.ts';
import { formerNamesOf, namePartsUnder, peopleNamed, peopleNumbered, peopleSpelled, peopleSpelledAndBegun, type FoundRow } from './search.store.ts';
import { variantsOf } from './spelling.rules.ts';

interface Ranked extends Fit {
  readonly row: FoundRow;
}

// With this many plain matches nobody needs guesses at what else may have been meant.
const enough = 5;

const alphabet = new Intl.Collator('en');
const inOrder = (one: FoundRow) => `${one.familyName} ${one.givenName} ${one.mrn}`;

/** Each person once, the best fit first; those whose name of today does not explain the find are asked for former names. */
async function ranked(tx: Tx, wish: SearchWish, rows: readonly FoundRow[]): Promise<Ranked[]> {
  const unexplained = rows.filter((row) => fitOf(wish, row).score === 0).map((row) => row.recordId);
  const former = await formerNamesOf(tx, unexplained);
  const best = new Map<string, Ranked>();
  for (const row of rows) {
    const fit = fitOf(wish, { ...row, formerNames: `${row.formerNames ?? ''} ${former.get(row.recordId) ?? ''}` });
    if (fit.score > (best.get(row.id)?.score ?? 0)) best.set(row.id, { ...fit, row });
  }
  return [...best.values()].toSorted((left, right) => right.score - left.score || alphabet.compare(inOrder(left.row), inOrder(right.row)));
}

function plainMatches(tx: Tx, wish: SearchWish, limit: number): Promise<FoundRow[]> {
  const lead = leadingParts(wish.parts);
  return lead ? peopleNamed(tx, beginningWith(lead.first), beginningWith(lead.second ?? ''), limit) : Promise.resolve([]);
}

/** Looks again for what may have been meant: mistyped parts; when `isBegun` also one mistyped and another not yet written out. */
async function nearMatches(tx: Tx, wish: SearchWish, limit: number, isBegun: boolean): Promise<FoundRow[]> {
  const lead = leadingParts(wish.parts);
  if (!lead || lead.first.length < 3) return [];
  const typed = lead.second === undefined ? [lead.first] : [lead.first, lead.second];
  const known = await namePartsUnder(tx, typed.flatMap(variantsOf));
  const [first = [], second] = typed.map((part) => nearest(part, known));
  if (second === undefined) return peopleSpelledAndBegun(tx, first, beginningWith(''), limit);
  const both = await peopleSpelled(tx, first, second, limit);
  if (both.length > 0 || !isBegun) return both;
  const begun = await peopleSpelledAndBegun(tx, first, beginningWith(lead.second ?? ''), limit);
  return begun.length > 0 ? begun : peopleSpelledAndBegun(tx, second, beginningWith(lead.first), limit);
}

async function byName(tx: Tx, wish: SearchWish, limit: number): Promise<Ranked[]> {
  const plain = await plainMatches(tx, wish, limit);
  const found = await ranked(tx, wish, plain);
  if (found.length >= enough || wish.parts.length === 0) return found;
  return ranked(tx, wish, [...plain, ...(await nearMatches(tx, wish, limit, found.length === 0))]);
}

function listed({ row, matchedOn }: Ranked) {
  return {
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
    matchedOn: [...matchedOn, ...(row.id === row.recordId ? [] : (['former-record'] as const))],
  };
}

/** Finds people of the actor's own programs by anything that the front desk hears: name, birth date, phone, record number. */
export const findPatients = action('patient.search', async (tx, { q, limit }: { q: string; limit: number }) => {
  const wish = readSearch(q, dayOf(tx.now));
  const numbers = numbersOf(wish);
  // Some more than asked for: people known to several programs stand in the list as often.
  const candidates = limit + 15;
  const byNumber = numbers.length === 0 ? [] : await ranked(tx, wish, await peopleNumbered(tx, numbers, candidates));
  const found = (byNumber.length > 0 ? byNumber : await byName(tx, wish, candidates)).slice(0, limit);
  tx.touch({ kind: 'patient-search', patientId: found.map(({ row }) => row.id) });
  return { items: found.map(listed) };
});
