const utc = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\+00$/;

/**
 * A moment as PostgreSQL prints a `timestamptz`, as it goes over the wire: `2026-11-24T17:00:00Z`. Most come in whole seconds and UTC and need no parsing,
 * which for the thousands of a schedule is most of the work. Throws RangeError on what is no moment.
 */
export function wireTime(printed: string): string {
  if (utc.test(printed)) return `${printed.slice(0, 10)}T${printed.slice(11, 19)}Z`;
  return Temporal.Instant.from(printed.replace(' ', 'T')).toString();
}
