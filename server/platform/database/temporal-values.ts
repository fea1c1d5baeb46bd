import pg from 'pg';

const oid = { int8: 20, date: 1082, timestamptz: 1184, int8Array: 1016, dateArray: 1182, timestamptzArray: 1185 };

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`The database holds ${text}, beyond the safe integers`);
  return value;
}

/** PostgreSQL prints `2026-11-23 18:00:00.5+00`; Temporal wants a T and at least hours in the offset, which it has. */
function instant(text: string): Temporal.Instant {
  return Temporal.Instant.from(text.replace(' ', 'T'));
}

const readers: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [oid.int8, wholeNumber],
  [oid.date, (text) => Temporal.PlainDate.from(text)],
  [oid.timestamptz, instant],
]);

const elementsOf = pg.types.getTypeParser(1009 as never) as (text: string) => (string | null)[];

function eachElement(read: (text: string) => unknown): (text: string) => unknown {
  return (text) => elementsOf(text).map((element) => (element === null ? null : read(element)));
}

const arrayReaders: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [oid.int8Array, eachElement(wholeNumber)],
  [oid.dateArray, eachElement((text) => Temporal.PlainDate.from(text))],
  [oid.timestamptzArray, eachElement(instant)],
]);

/** How values come out of PostgreSQL: instants and dates as Temporal, whole numbers as numbers. For `pg.Pool({ types })`. */
export const temporalTypes: pg.CustomTypesConfig = {
  getTypeParser: ((typeOid: number, format?: 'text' | 'binary') =>
    readers.get(typeOid) ?? arrayReaders.get(typeOid) ?? pg.types.getTypeParser(typeOid as never, format as never)) as never,
};

/** How Temporal values go in: `pg` asks each object for `toPostgres` and would else print JSON with its quotes. */
export function teachTemporalToPostgres(): void {
  for (const kind of [Temporal.Instant, Temporal.PlainDate, Temporal.PlainTime]) {
    Object.defineProperty(kind.prototype, 'toPostgres', {
      configurable: true,
      value(this: { toString(): string }) {
        return this.toString();
      },
    });
  }
}
