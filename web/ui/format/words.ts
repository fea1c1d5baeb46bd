/** Cents as dollars: $1,234.50. */
export function money(cents: number): string {
  return new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }).format(cents / 100);
}

/** A calendar day, as MM/DD/YYYY: the way birth dates are read aloud to check them. */
export function day(date: string): string {
  const [year = '', month = '', ofMonth = ''] = date.slice(0, 10).split('-');
  return `${month}/${ofMonth}/${year}`;
}

/** An instant in the reader's own time: Nov 23, 2:05 PM, with the year when it is another. */
export function moment(instant: string): string {
  const date = new Date(instant);
  const year = date.getFullYear() === new Date().getFullYear() ? {} : ({ year: 'numeric' } as const);
  return new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', ...year }).format(date);
}

/** The time of an instant where a site is: 2:05 PM. */
export function clock(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', minute: '2-digit' }).format(new Date(instant));
}

/** A telephone number of ten digits: (253) 555-0100. */
export function phone(digits: string | null): string {
  return digits && /^\d{10}$/.test(digits) ? `(${digits.slice(0, 3)}) ${digits.slice(3, 6)}-${digits.slice(6)}` : (digits ?? '');
}

/** How many people: 1 person, 2 people. */
export function peopleCount(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}
