import type { DataElement, ElementUse } from '../guide/guide.ts';
import type { Segment } from '../x12/segment.ts';
import { finding, type Finding, type Place } from './finding.ts';
import type { FindingCode } from './finding-kinds.ts';
import { formats } from './formats.ts';
import { isDate, isTime } from './moments.ts';

/** A value with everything that it must satisfy. */
export interface ValueToCheck {
  readonly value: string;
  readonly element: DataElement;
  readonly use: ElementUse;
  readonly segment: Segment;
  readonly place: Place;
}

/** The extended character set of X12.5, without marks that this file uses for itself. */
const extended = /^[A-Za-z0-9 !"&'()*+,\-./:;?=%@[\]_{}\\|<>#$~]*$/;

const typeChecks: Readonly<Record<string, (value: string) => { readonly code: FindingCode; readonly says: string } | undefined>> = {
  N0: (value) => (/^-?\d+$/.test(value) ? undefined : { code: 'element.characters', says: 'is not a whole number' }),
  R: (value) => (/^-?(\d+(\.\d*)?|\.\d+)$/.test(value) ? undefined : { code: 'element.characters', says: 'is not a decimal number' }),
  DT: (value) => (isDate(value) ? undefined : { code: 'element.date', says: 'is no date of the calendar (CCYYMMDD)' }),
  TM: (value) => (isTime(value) ? undefined : { code: 'element.time', says: 'is no time of day (HHMM)' }),
  AN: (value) => (value === value.trim() ? undefined : { code: 'element.characters', says: 'begins or ends with a space' }),
};

function lengthOf({ value, element }: ValueToCheck): number {
  // The sign and the point do not count: X12.5 on numeric and decimal types.
  return element.type === 'R' || element.type === 'N0' ? value.replace(/[-.]/g, '').length : value.length;
}

function* wrongCharacters(check: ValueToCheck): Generator<Finding> {
  const { value, segment, place } = check;
  const { component, repetition } = segment.separators;
  if (!extended.test(value) || value.includes(component) || value.includes(repetition))
    yield finding('element.characters', `"${value}" has a character outside the X12 set, or a separator of this file.`, place);
  else if (/[a-z]/.test(value)) yield finding('element.lower-case', `"${value}" has lower-case letters, which many payers turn away.`, place);
}

function* wrongLength(check: ValueToCheck): Generator<Finding> {
  const { value, element, use, place } = check;
  const longest = use.longest ?? element.longest;
  if (lengthOf(check) > longest) yield finding('element.too-long', `"${value}" is longer than ${longest}.`, place);
  if (lengthOf(check) < element.shortest) yield finding('element.too-short', `"${value}" is shorter than ${element.shortest}.`, place);
}

/** What is wrong with one value: characters, length, type, codes, format. */
export function* wrongValue(check: ValueToCheck): Generator<Finding> {
  const { value, element, use, segment, place } = check;
  yield* wrongCharacters(check);
  yield* wrongLength(check);
  const mismatch = typeChecks[element.type]?.(value);
  if (mismatch !== undefined) yield finding(mismatch.code, `"${value}" ${mismatch.says}.`, place);
  if (use.codes !== undefined && !use.codes.includes(value)) yield finding('element.code', `"${value}" is none of ${use.codes.join(', ')}.`, place);
  const format = use.format === undefined ? undefined : formats.get(use.format);
  if (format !== undefined && mismatch === undefined && !format.isGood(value, segment)) yield finding(format.code, `"${value}" ${format.says}.`, place);
}
