const plain = /^[\w .:/+-]*$/;

/** The keys of an object in order, and each as it stands in the text. */
interface Shape {
  readonly keys: readonly string[];
  readonly heads: readonly string[];
}

/** The few shapes that facts have; sorting and quoting each object's keys anew is most of the work. */
const shapes = new Map<string, Shape>();

function shapeOf(value: object): Shape {
  const keys = Object.keys(value);
  const name = keys.join();
  const known = shapes.get(name);
  if (known) return known;
  const sorted = keys.toSorted();
  const shape = { keys: sorted, heads: sorted.map((key) => `${quoted(key)}:`) };
  if (shapes.size < 500) shapes.set(name, shape);
  return shape;
}

function keyed(value: Record<string, unknown>): string {
  const { keys, heads } = shapeOf(value);
  let text = '';
  for (let at = 0; at < keys.length; at += 1) {
    const part = value[keys[at] ?? ''];
    if (part === undefined) continue;
    text += text === '' ? '{' : ',';
    text += heads[at] + canonical(part);
  }
  return text === '' ? '{}' : `${text}}`;
}

function listed(values: readonly unknown[]): string {
  if (values.length === 0) return '[]';
  let text = `[${canonical(values[0])}`;
  for (let at = 1; at < values.length; at += 1) text += `,${canonical(values[at])}`;
  return `${text}]`;
}

function quoted(text: string): string {
  return plain.test(text) ? `"${text}"` : JSON.stringify(text);
}

/** Facts as JSON with sorted keys and without absent parts: equal facts give equal bytes. Temporal values stand as their text. */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (value === null || value === undefined) return 'null';
  if (typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return listed(value);
  if (value instanceof Temporal.PlainDate || value instanceof Temporal.Instant) return `"${value.toString()}"`;
  return keyed(value as Record<string, unknown>);
}
