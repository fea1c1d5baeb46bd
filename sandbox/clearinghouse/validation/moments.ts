/** Whether CCYYMMDD is a day of the calendar between 1850 and 2150. */
export function isDate(text: string): boolean {
  if (!/^\d{8}$/.test(text)) return false;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))];
  if (year < 1850 || year > 2150) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Whether HHMM, HHMMSS or with decimals is a time of day. */
export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3])[0-5]\d([0-5]\d(\d{1,2})?)?$/.test(text);
}

/** First and last day of a D8 or RD8 text. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** Reads a date by its qualifier (D8, RD8); undefined when it is none or runs backwards. */
export function readDays(qualifier: string, text: string): Days | undefined {
  if (qualifier === 'D8') return isDate(text) ? { from: text, to: text } : undefined;
  const [from = '', to = '', ...rest] = text.split('-');
  return qualifier === 'RD8' && rest.length === 0 && isDate(from) && isDate(to) && from <= to ? { from, to } : undefined;
}
