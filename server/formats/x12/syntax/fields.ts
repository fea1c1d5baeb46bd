import type { Cents } from '#server/platform/index.ts';
import { centsOf, quantityOf } from './amounts.ts';
import { BrokenFile } from './broken-file.ts';
import { dateOf } from './dates.ts';
import { element, type Segment } from './segment.ts';

const nameOf = (segment: Segment, place: number) => `${segment.id}${String(place).padStart(2, '0')}`;

/** A required element. Throws BrokenFile when it is absent. */
export function textAt(segment: Segment, place: number): string {
  const text = element(segment, place);
  if (text === '') throw new BrokenFile(segment.at, `${nameOf(segment, place)} is empty`);
  return text;
}

/** A required amount. Throws BrokenFile when it is no amount in whole cents. */
export function centsAt(segment: Segment, place: number): Cents {
  const amount = centsOf(element(segment, place));
  if (amount === undefined) throw new BrokenFile(segment.at, `${nameOf(segment, place)} is no amount in cents: "${element(segment, place)}"`);
  return amount;
}

/** A count, or undefined when absent. Throws BrokenFile when it is no number. */
export function quantityAt(segment: Segment, place: number): number | undefined {
  if (element(segment, place) === '') return undefined;
  const quantity = quantityOf(element(segment, place));
  if (quantity === undefined) throw new BrokenFile(segment.at, `${nameOf(segment, place)} is no number: "${element(segment, place)}"`);
  return quantity;
}

/** A required day CCYYMMDD. Throws BrokenFile when there is no such day. */
export function dateAt(segment: Segment, place: number): Temporal.PlainDate {
  const date = dateOf(element(segment, place));
  if (!date) throw new BrokenFile(segment.at, `${nameOf(segment, place)} is no date: "${element(segment, place)}"`);
  return date;
}

/** A required code of a list. Throws BrokenFile for any other. */
export function codeAt<Code extends string>(segment: Segment, place: number, codes: readonly Code[]): Code {
  const code = codes.find((one) => one === element(segment, place));
  if (code === undefined) throw new BrokenFile(segment.at, `${nameOf(segment, place)} "${element(segment, place)}" is none of ${codes.join(' ')}`);
  return code;
}
