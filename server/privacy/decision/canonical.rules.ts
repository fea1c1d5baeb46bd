const plain = /^[\w .:/+-]*$/;

/** The keys of an object as they came and in order, and each as it stands in the text. */
interface Shape {
  readonly names: readonly string[];
  readonly keys: readonly string[];
  readonly heads: readonly string[];
}

/** The few shapes that facts have, by the count of their keys; sorting and quoting each object's keys anew is most of the work. */
const shapes: Shape[][] = [];
const mostAlike = 50;

function has(shape: Shape, names: readonly string[]): boolean {
  for (let at = 0; at < names.length; at += 1) if (shape.names[at] !== names[at]) return false;
  return true;
}

function shapeOf(value: object): Shape {
  const names = Object.keys(value);
  const alike = (shapes[names.length] ??= []);
  for (const shape of alike) if (has(shape, names)) return shape;
  const keys = names.toSorted();
  const shape = { names, keys, heads: keys.map((key) => `${quoted(key)}:`) };
  if (alike.length < mostAlike) alike.push(shape);
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
