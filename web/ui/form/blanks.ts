type Plain = Record<string, unknown>;

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function emptied(value: unknown, blank: null | undefined): unknown {
  if (typeof value === 'string') return value.trim() === '' ? blank : value;
  if (!isPlain(value)) return value;
  const fields = Object.entries(value).map(([name, part]) => [name, emptied(part, blank)] as const);
  // A group of fields of which none is filled in is not there at all, such as an address nobody gave.
  if (fields.every(([, part]) => part === null || part === undefined)) return blank;
  return Object.fromEntries(fields.filter(([, part]) => part !== undefined));
}

/** What a new thing is made of: fields left empty are not sent. */
export function withoutBlanks(values: object): object {
  return (emptied({ ...values }, undefined) ?? {}) as object;
}

/** A change: fields emptied by hand are sent as null, so that they are emptied on record too. */
export function blanksAsNull(values: object): object {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, emptied(value, null)]));
}

/** What a form holds of something on record: its own fields, with what is not known left as in `empty`. */
export function filledFrom<Values extends object>(empty: Values, record: object | null | undefined): Values {
  const known = (record ?? {}) as Plain;
  const fields = Object.entries(empty).map(([name, blank]) => {
    const value = known[name] ?? blank;
    return [name, isPlain(blank) ? filledFrom(blank, value as object) : value] as const;
  });
  return Object.fromEntries(fields) as Values;
}

/** Only the fields that differ from how the form was opened. */
export function changesBetween(before: object, after: object): object {
  const old = before as Plain;
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(old[name])));
}
