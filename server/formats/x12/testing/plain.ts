/** The same document with dates as text: Temporal objects have no fields of their own to compare. */
export function plain(document: unknown): unknown {
  return JSON.parse(JSON.stringify(document));
}
