/** A day as it is read aloud: MM/DD/YYYY. `day` is YYYY-MM-DD, or empty. */
export function writtenDay(day: string): string {
  const [year, month, ofMonth] = day.split('-');
  return ofMonth ? `${month}/${ofMonth}/${year}` : day;
}

/** A moment on the clock of a place, with its distance from UTC. By hand, so that another version of a library prints the same. */
export function writtenMoment(at: Temporal.Instant, timeZone: string): string {
  const { year, month, day, hour, minute, offset } = at.toZonedDateTimeISO(timeZone);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(month)}/${two(day)}/${year} ${two(hour)}:${two(minute)} (UTC${offset})`;
}

/** A telephone number of ten digits: (253) 555-0100; another as it is. */
export function writtenPhone(digits: string): string {
  return /^\d{10}$/.test(digits) ? `(${digits.slice(0, 3)}) ${digits.slice(3, 6)}-${digits.slice(6)}` : digits;
}
