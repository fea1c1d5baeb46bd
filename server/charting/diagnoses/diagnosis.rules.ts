import type { Obstacle } from '#server/platform/index.ts';
import type { Code } from './code.ts';

/** The words of a search: letters and digits only, a code without its dot, each to be matched from its beginning. */
export function searchWords(text: string): string[] {
  return text
    .toLowerCase()
    .replaceAll(/\b([a-z]\d\w)\.(\w)/g, '$1$2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, 8);
}

/** Whether a code may be used on a day. ICD-10-CM changes each 1 October, and now and then on 1 April. */
export function holdsOnDay({ validFrom, validTo }: Pick<Code, 'validFrom' | 'validTo'>, on: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(validFrom, on) <= 0 && (validTo === null || Temporal.PlainDate.compare(on, validTo) <= 0);
}

/** When a code may be used, in words, where that is not today. */
export function yearsInWords({ code, validFrom, validTo }: Pick<Code, 'code' | 'validFrom' | 'validTo'>, on: Temporal.PlainDate): string {
  if (holdsOnDay({ validFrom, validTo }, on)) return '';
  return Temporal.PlainDate.compare(on, validFrom) < 0
    ? `${code} may be used from ${validFrom.toString()} on.`
    : `${code} ended on ${validTo?.toString() ?? ''}. Choose the code that holds now; what was signed with it stays.`;
}

/** What one may want to add to a code: prompts of all beginnings that fit, each once, in their order. */
export function specifierPrompts(code: string, prompts: readonly { readonly prefixes: readonly string[]; readonly says: readonly string[] }[]): string[] {
  return [...new Set(prompts.filter(({ prefixes }) => prefixes.some((prefix) => code.startsWith(prefix))).flatMap(({ says }) => says))];
}

/** Words by which a code is found: its own abbreviations, and those of all beginnings that fit. */
export function wordsToFind(code: string, also: string, synonyms: readonly { readonly prefix: string; readonly words: string }[]): string {
  return [also, ...synonyms.filter(({ prefix }) => code.startsWith(prefix)).map(({ words }) => words)].filter((words) => words !== '').join(' ');
}

/** What stands against noting a code on a day: a claim takes only billable codes that are valid on the day of service. */
export function obstaclesToCode(code: Code | undefined, on: Temporal.PlainDate): Obstacle[] {
  if (!code) return [{ code: 'diagnosis.unknown-code', says: 'This is not an ICD-10-CM code that we know. Choose one from the list.', at: 'code' }];
  if (!code.billable) return [{ code: 'diagnosis.not-billable', says: `${code.code} is a heading that no payer takes. Choose a more exact code below it.`, at: 'code' }];
  const years = yearsInWords(code, on);
  return years === '' ? [] : [{ code: 'diagnosis.not-valid', says: years, at: 'code' }];
}

/** What stands against the dates of a diagnosis. */
export function obstaclesToDates(onset: Temporal.PlainDate | null, resolved: Temporal.PlainDate | null, today: Temporal.PlainDate): Obstacle[] {
  const found: Obstacle[] = [];
  if (onset && Temporal.PlainDate.compare(onset, today) > 0) found.push({ code: 'diagnosis.onset-in-future', says: 'It cannot have begun after today.', at: 'onset' });
  if (resolved && Temporal.PlainDate.compare(resolved, today) > 0)
    found.push({ code: 'diagnosis.resolved-in-future', says: 'It cannot have resolved after today.', at: 'resolved' });
  if (onset && resolved && Temporal.PlainDate.compare(resolved, onset) < 0)
    found.push({ code: 'diagnosis.resolved-before-onset', says: 'It cannot have resolved before it began.', at: 'resolved' });
  return found;
}

/** The order after one entry takes a place: ranks 1, 2, 3 without gaps, the others as they stood. */
export function reranked(order: readonly string[], entry: string, rank: number): string[] {
  const others = order.filter((each) => each !== entry);
  const place = Math.min(Math.max(rank, 1), others.length + 1) - 1;
  return [...others.slice(0, place), entry, ...others.slice(place)];
}
