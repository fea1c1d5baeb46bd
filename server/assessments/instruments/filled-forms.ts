import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { askedAnswers } from './answers.rules.ts';
import { Instrument, type Answers } from './instrument.contract.ts';
import { scoreOf } from './questions.contract.ts';

// Forms filled for tests, from the files themselves.
const folder = join(import.meta.dirname, '..', '..', '..', 'content', 'assessments');
const read = (kind: 'instruments' | 'skeletons') =>
  readdirSync(join(folder, kind)).map((name) => Instrument.parse(JSON.parse(readFileSync(join(folder, kind, name), 'utf8'))));
/** What is shipped with its wording. */
export const shipped = new Map(read('instruments').map((instrument) => [instrument.code, instrument]));
/** What waits for the wording of a site. */
export const skeletons = new Map(read('skeletons').map((instrument) => [instrument.code, instrument]));

/** An instrument that is shipped, or waits for its wording. Throws for any other. */
export function named(code: string): Instrument {
  const found = shipped.get(code) ?? skeletons.get(code);
  if (!found) throw new Error(`No ${code}`);
  return found;
}

/** The choice whose score is this one. */
function choice(instrument: Instrument, itemId: string, wanted: number): number {
  const item = instrument.items.find(({ id }) => id === itemId);
  if (!item) throw new Error(`${instrument.code} has no ${itemId}`);
  if (item.number) return wanted;
  const options = instrument.optionSets[item.options ?? ''] ?? [];
  return options.findIndex((_, place) => scoreOf(instrument, item, place) === wanted);
}

/** Answers with these scores: `{ q1: 2 }`, one score for several as `'q1-q9': 1`. */
export function answers(instrument: Instrument, scores: Readonly<Record<string, number>>): Answers {
  return Object.fromEntries(
    Object.entries(scores).flatMap(([key, wanted]) => {
      const span = /^q(\d+)-q(\d+)$/.exec(key);
      const ids = span ? Array.from({ length: Number(span[2]) - Number(span[1]) + 1 }, (_, place) => `q${Number(span[1]) + place}`) : [key];
      return ids.map((id) => [id, choice(instrument, id, wanted)]);
    }),
  );
}

/** Some answers that sum up to a total: each scored item takes as much of the rest as it can, so that the others still can. */
export function summingTo(instrument: Instrument, total: number): Answers {
  const { items = [] } = instrument.scoring;
  const ranges = items.map((id) => {
    const item = instrument.items.find((each) => each.id === id);
    return (instrument.optionSets[item?.options ?? ''] ?? []).map((_, place) => (item ? (scoreOf(instrument, item, place) ?? 0) : 0));
  });
  const seek = (place: number, rest: number): number[] | undefined => {
    if (place === ranges.length) return rest === 0 ? [] : undefined;
    for (const wanted of [...new Set(ranges[place])].toSorted((left, right) => right - left)) {
      const tail = wanted <= rest ? seek(place + 1, rest - wanted) : undefined;
      if (tail) return [wanted, ...tail];
    }
    return undefined;
  };
  const found = seek(0, total) ?? [];
  return answers(instrument, Object.fromEntries(items.map((id, place) => [id, found[place] ?? 0])));
}

/** All required items that carry no part of the total, answered in the most harmless way. */
export function rest(instrument: Instrument, given: Answers): Answers {
  const filled = { ...given };
  for (const item of instrument.items) {
    if (item.required && filled[item.id] === undefined) filled[item.id] = item.words ? 'nothing' : 0;
  }
  return askedAnswers(instrument, filled);
}
