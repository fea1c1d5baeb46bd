import { codeOf, codesBeginningWith, lettersOf, type CodeRange } from './name-code.rules.ts';
import { closeness } from './spelling.rules.ts';

/** The two parts by which to look, the longest first: it narrows most. One part alone has no second. */
export function leadingParts(parts: readonly string[]): { first: string; second: string | undefined } | undefined {
  const [first, second] = parts.toSorted((left, right) => right.length - left.length);
  return first === undefined ? undefined : { first, second };
}

/** Names that begin with what was typed. */
export function beginningWith(typed: string): CodeRange {
  return codesBeginningWith(typed);
}

/** Of these name parts, the codes of those close to what was typed, best first; what was typed itself is always among them. */
export function nearest(typed: string, nameParts: readonly number[], most = 12): number[] {
  const ranked = nameParts
    .map((code) => ({ code, fit: closeness(typed, lettersOf(code)) }))
    .filter(({ fit }) => fit > 0)
    .toSorted((left, right) => right.fit - left.fit || left.code - right.code);
  return [...new Set([codeOf(typed), ...ranked.slice(0, most).map(({ code }) => code)])];
}
