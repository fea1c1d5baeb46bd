import { readFileSync } from 'node:fs';

type Listed = 'place-of-service' | 'state' | 'filing-indicator' | 'attachment-type' | 'adjustment-reason' | 'diagnosis-heading';

const lists = JSON.parse(readFileSync(new URL('./codes.json', import.meta.url), 'utf8')) as Readonly<Record<Listed, string>>;

const sets = new Map<Listed, ReadonlySet<string>>();

/** Whether a code stands in a list of `codes.json`. */
export function isListed(list: Listed, code: string): boolean {
  const known = sets.get(list) ?? new Set(lists[list].split(' '));
  sets.set(list, known);
  return known.has(code);
}
