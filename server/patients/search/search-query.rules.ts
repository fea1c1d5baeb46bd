import { isMrn } from '../demographics/mrn.rules.ts';
import { partsOf } from './name-code.rules.ts';
import { numberOf } from './search-entries.rules.ts';

/** What one line of text asks for: parts of a name as typed, and numbers that it may mean. */
export interface SearchWish {
  readonly parts: readonly string[];
  readonly birthDates: readonly Temporal.PlainDate[];
  readonly phones: readonly string[];
  readonly lastFours: readonly string[];
  readonly mrns: readonly string[];
}

function dayOrNothing(year: number, month: number, day: number): Temporal.PlainDate[] {
  try {
    return [Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })];
  } catch {
    return [];
  }
}

/** Two digits of a year are of the hundred years that end today. */
function wholeYear(written: string, today: Temporal.PlainDate): number {
  if (written.length === 4) return Number(written);
  const inThisCentury = Math.floor(today.year / 100) * 100 + Number(written);
  return inThisCentury > today.year ? inThisCentury - 100 : inThisCentury;
}

const isoDate = /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/g;
const usDate = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)/g;
const phone = /(?<!\d)(?:\+?1[\s.-]*)?\(?(\d{3})\)?[\s.-]*(\d{3})[\s.-]*(\d{4})(?!\d)/g;

/** Eight digits in a row may be a birth date in either order. */
function bareDate(digits: string): Temporal.PlainDate[] {
  if (digits.length !== 8) return [];
  const [head, middle, tail] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)];
  return [
    ...dayOrNothing(Number(tail), Number(head), Number(middle)),
    ...dayOrNothing(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6))),
  ].filter((day) => day.year >= 1850 && day.year <= 2200);
}

/** Reads the search line. Dates are month first, as written in the United States, or ISO. */
export function readSearch(text: string, today: Temporal.PlainDate): SearchWish {
  const birthDates: Temporal.PlainDate[] = [];
  const phones: string[] = [];
  const withoutDates = text
    .replaceAll(isoDate, (_, year: string, month: string, day: string) => (birthDates.push(...dayOrNothing(Number(year), Number(month), Number(day))), ' '))
    .replaceAll(usDate, (_, month: string, day: string, year: string) => (birthDates.push(...dayOrNothing(wholeYear(year, today), Number(month), Number(day))), ' '));
  const rest = withoutDates.replaceAll(phone, (_, area: string, exchange: string, line: string) => (phones.push(`${area}${exchange}${line}`), ' '));
  const digits = rest.match(/\d+/g) ?? [];
  return {
    parts: partsOf(rest).slice(0, 6),
    birthDates: [...birthDates, ...digits.flatMap(bareDate)],
    phones,
    lastFours: digits.filter((run) => run.length === 4),
    mrns: [...digits, ...phones].filter(isMrn),
  };
}

/** The numbers under which to look; empty when the line names none. */
export function numbersOf(wish: SearchWish): number[] {
  return [...wish.mrns.map(numberOf.mrn), ...wish.phones.map(numberOf.phone), ...wish.birthDates.map(numberOf.birthDate), ...wish.lastFours.map(numberOf.lastFour)];
}
