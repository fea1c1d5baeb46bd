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

/** What stands against noting a code on a day: a claim takes only billable codes that are valid on the day of service. */
export function obstaclesToCode(code: Code | undefined, on: Temporal.PlainDate): Obstacle[] {
  if (!code) return [{ code: 'diagnosis.unknown-code', says: 'This is not an ICD-10-CM code that we know. Choose one from the list.', at: 'code' }];
  if (!code.billable) return [{ code: 'diagnosis.not-billable', says: `${code.code} is a heading that no payer takes. Choose a more exact code below it.`, at: 'code' }];
  const isValid = Temporal.PlainDate.compare(code.validFrom, on) <= 0 && (code.validTo === null || Temporal.PlainDate.compare(on, code.validTo) <= 0);
  return isValid ? [] : [{ code: 'diagnosis.not-valid', says: `${code.code} is not valid on ${on.toString()}. Choose the code that is.`, at: 'code' }];
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
