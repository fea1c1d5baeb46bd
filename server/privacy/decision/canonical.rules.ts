const plain = /^[\w .:/+-]*$/;

/** Sorted keys of the few shapes that facts have; sorting each object anew is most of the work. */
const shapes = new Map<string, readonly string[]>();

function keysOf(value: object): readonly string[] {
  const keys = Object.keys(value);
  const shape = keys.join();
  const known = shapes.get(shape);
  if (known) return known;
  const sorted = keys.toSorted();
  if (shapes.size < 500) shapes.set(shape, sorted);
  return sorted;
}

function keyed(value: Record<string, unknown>): string {
  let text = '{';
  for (const key of keysOf(value)) {
    const part = value[key];
    if (part !== undefined) text += `${text.length > 1 ? ',' : ''}${quoted(key)}:${canonical(part)}`;
  }
  return `${text}}`;
}

function quoted(text: string): string {
  return plain.test(text) ? `"${text}"` : JSON.stringify(text);
}

/** Facts as JSON with sorted keys and without absent parts: equal facts give equal bytes. Temporal values stand as their text. */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (value === null || value === undefined) return 'null';
  if (typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value instanceof Temporal.PlainDate || value instanceof Temporal.Instant) return `"${value.toString()}"`;
  return keyed(value as Record<string, unknown>);
}
