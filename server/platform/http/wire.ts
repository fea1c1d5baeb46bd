/** A reply as JSON would carry it: Temporal and other `toJSON` values become text. Needed so that the reply's schema can check it. */
export function onTheWire(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(onTheWire);
  if (value instanceof Uint8Array) return value;
  const { toJSON } = value as { toJSON?: unknown };
  if (typeof toJSON === 'function') return toJSON.call(value) as unknown;
  const copy: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) if (part !== undefined) copy[key] = onTheWire(part);
  return copy;
}
