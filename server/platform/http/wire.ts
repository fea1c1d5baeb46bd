type Parts = Record<string, unknown>;

/** The same object while nothing in it has to become text; from the first part that has to, a copy. */
function recordOnTheWire(value: Readonly<Parts>): Readonly<Parts> {
  const names = Object.keys(value);
  let copy: Parts | undefined;
  for (let at = 0; at < names.length; at += 1) {
    const name = names[at] as string;
    const part = value[name];
    const wired = onTheWire(part);
    if (copy === undefined && (wired !== part || part === undefined)) copy = Object.fromEntries(names.slice(0, at).map((earlier) => [earlier, value[earlier]]));
    if (copy !== undefined && wired !== undefined) copy[name] = wired;
  }
  return copy ?? value;
}

function listOnTheWire(values: readonly unknown[]): readonly unknown[] {
  let copy: unknown[] | undefined;
  for (let at = 0; at < values.length; at += 1) {
    const wired = onTheWire(values[at]);
    if (copy === undefined && wired !== values[at]) copy = values.slice(0, at);
    copy?.push(wired);
  }
  return copy ?? values;
}

/**
 * A reply as JSON would carry it: Temporal and other `toJSON` values become text. Needed so that the reply's schema can check it.
 * What is plain already is given back as it is: copies of thousands of rows cost more than the look.
 */
export function onTheWire(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return listOnTheWire(value);
  if (value instanceof Uint8Array) return value;
  const { toJSON } = value as { toJSON?: unknown };
  if (typeof toJSON === 'function') return toJSON.call(value) as unknown;
  return recordOnTheWire(value as Parts);
}
