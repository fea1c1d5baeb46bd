import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';

/** SQL that prints one value as JSON text, and null where there is no value. `Value` is what a reader of the JSON finds. */
export class Printed<Value> {
  declare readonly value: Value;
  readonly json: RawBuilder<string | null>;
  constructor(json: RawBuilder<string | null>) {
    this.json = json;
  }
}

const column = (name: string) => sql.ref(name);

/** What can never hold a quotation mark: identifiers, and codes that a constraint of the table lists. */
export const printedCode = <Value extends string = string>(name: string): Printed<Value> => new Printed(sql`('"' || ${column(name)} || '"')`);
/** Text that somebody wrote. */
export const printedText = (name: string): Printed<string> => new Printed(sql`to_json(${column(name)})::text`);
/** The same, left out where it is empty. */
export const printedTextUnlessEmpty = (name: string): Printed<string | undefined> => new Printed(sql`to_json(nullif(${column(name)}, ''))::text`);
/** `null` where there is nothing, for fields that never are left out. */
export const printedOrNull = <Value>({ json }: Printed<Value>): Printed<Value | null> => new Printed(sql`coalesce(${json}, 'null')`);
/** A whole number. */
export const printedNumber = (name: string): Printed<number> => new Printed(sql`${column(name)}::text`);
/** A moment in ISO 8601 in UTC, as `Temporal.Instant` prints it, whatever the time zone of the session. */
export const printedMoment = (name: string): Printed<string> => new Printed(sql`(left(to_json(${column(name)} at time zone 'UTC')::text, -1) || 'Z"')`);

/** A column that holds JSON text, such as a moment that was printed once for all rows that share it. */
export const printedAlready = (name: string): Printed<string> => new Printed(sql`${column(name)}`);

/** A column that holds the rows of a list, each printed by `contract`, a comma between them. */
export const printedList = <Row>(_contract: z.ZodType<Row>, name: string): Printed<Row[]> => new Printed(sql`('[' || ${column(name)} || ']')`);

type Shape = Readonly<Record<string, z.ZodType>>;
type IsLiteral<Field> = Field extends z.ZodLiteral ? true : false;
/** One for each field of the contract, no more and no less; what is always the same stands in the contract itself. */
export type PrintedColumns<Fields extends Shape> = {
  readonly [Name in keyof Fields as IsLiteral<Fields[Name]> extends true ? never : Name]: Printed<z.output<Fields[Name]>>;
};

/** Rows that PostgreSQL printed as JSON objects of a contract, a comma between them. `others` stand after them in the same list and are checked as any reply is. */
export class PrintedRows<Row, Other = never> {
  declare readonly row: Row;
  readonly contract: z.ZodType<Row>;
  readonly json: string;
  readonly others: readonly Other[];
  constructor(contract: z.ZodType<Row>, json: string, others: readonly Other[] = []) {
    this.contract = contract;
    this.json = json;
    this.others = others;
  }
}

/**
 * SQL for the fields of a contract as they stand between the braces of a JSON object. Fields that are no part of the contract cannot leave, and one that lacks
 * does not compile: the same wall as the check of a reply, built before the reply is. For lists of thousands, where making and checking objects takes longer
 * than finding them.
 */
export function printedFields<Fields extends Shape>(contract: z.ZodObject<Fields>, columns: PrintedColumns<Fields>): RawBuilder<string> {
  const fields = Object.entries<z.ZodType>(contract.shape).map(([name, field], position) => {
    const label = `${position === 0 ? '' : ','}${JSON.stringify(name)}:`;
    if (field instanceof z.ZodLiteral) return sql`${sql.lit(label + JSON.stringify(field.value))}`;
    return sql`${sql.lit(label)} || ${(columns as Readonly<Record<string, Printed<unknown>>>)[name]?.json}`;
  });
  // `concat` passes over what is null: an empty field is left out. The first field has to be one that never is.
  return sql<string>`concat(${sql.join(fields)})`;
}
