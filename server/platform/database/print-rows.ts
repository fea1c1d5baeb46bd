import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';

/** How a column is printed. */
interface Print {
  /** SQL of the text, null where there is no value. */
  readonly text: RawBuilder<unknown>;
  /** Stands before and after the text. */
  readonly quote?: '"';
  /** What is null where there is no value, cheaper than the text; the text itself unless said otherwise. */
  readonly present?: RawBuilder<unknown>;
}

/** SQL that prints one value as JSON text, and null where there is no value. `Value` is what a reader of the JSON finds. */
export class Printed<Value> {
  declare readonly value: Value;
  readonly text: RawBuilder<unknown>;
  readonly quote: '"' | '';
  readonly present: RawBuilder<unknown>;
  constructor({ text, quote, present = text }: Print) {
    this.text = text;
    this.quote = quote ?? '';
    this.present = present;
  }

  get json(): RawBuilder<unknown> {
    const mark = sql.lit(this.quote);
    return this.quote ? sql`(${mark} || ${this.text} || ${mark})` : this.text;
  }
}

const column = (name: string) => sql.ref(name);

/** What can never hold a quotation mark: identifiers, and codes that a constraint of the table lists. */
export const printedCode = <Value extends string = string>(name: string): Printed<Value> => new Printed({ text: column(name), quote: '"' });
/** Text that somebody wrote. */
export const printedText = (name: string): Printed<string> => new Printed({ text: sql`to_json(${column(name)})::text`, present: column(name) });
/** The same, left out where it is empty. */
export const printedTextUnlessEmpty = (name: string): Printed<string | undefined> => {
  const present = sql`nullif(${column(name)}, '')`;
  return new Printed({ text: sql`to_json(${present})::text`, present });
};
/** `null` where there is nothing, for fields that never are left out. */
export const printedOrNull = <Value>({ json }: Printed<Value>): Printed<Value | null> => new Printed({ text: sql`coalesce(${json}, 'null')` });
/** A whole number. */
export const printedNumber = (name: string): Printed<number> => new Printed({ text: sql`${column(name)}::text`, present: column(name) });
/** A moment in ISO 8601 in UTC, as `Temporal.Instant` prints it, whatever the time zone of the session. */
export const printedMoment = (name: string): Printed<string> =>
  new Printed({ text: sql`(left(to_json(${column(name)} at time zone 'UTC')::text, -1) || 'Z"')`, present: column(name) });

/** A column that holds JSON text, such as a moment that was printed once for all rows that share it. */
export const printedAlready = (name: string): Printed<string> => new Printed({ text: column(name) });

/** A column that holds the rows of a list, each printed by `contract`, a comma between them. */
export const printedList = <Row>(_contract: z.ZodType<Row>, name: string): Printed<Row[]> =>
  new Printed({ text: sql`('[' || ${column(name)} || ']')`, present: column(name) });

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

/** A field with its printed value; one that is always the same has none. */
interface PrintedField {
  readonly name: string;
  readonly contract: z.ZodType;
  readonly printed: Printed<unknown> | undefined;
}

const labelOf = ({ name, contract }: PrintedField) => `${JSON.stringify(name)}:${contract instanceof z.ZodLiteral ? JSON.stringify(contract.value) : ''}`;
const afterComma = (field: PrintedField) => (field.printed ? sql`${sql.lit(`,${labelOf(field)}`)} || ${field.printed.json}` : sql.lit(`,${labelOf(field)}`));

/** Fields that every row has, as one chain from the opening brace on: null when any of them is null. */
function chained(fields: readonly PrintedField[]): RawBuilder<unknown> {
  let literal = '{';
  const pieces = fields.flatMap((field, position) => {
    const before = `${literal}${position === 0 ? '' : ','}${labelOf(field)}`;
    literal = field.printed ? field.printed.quote : before;
    return field.printed ? [sql.lit(before + field.printed.quote), field.printed.text] : [];
  });
  return sql.join([...pieces, sql.lit(literal)], sql` || `);
}

/** Fields that most rows do not have: one question whether there is any, before each of them is asked. */
function leftOut(fields: readonly PrintedField[]): RawBuilder<unknown> {
  const present = fields.flatMap(({ printed }) => printed?.present ?? []);
  return sql`case when num_nonnulls(${sql.join(present)}) > 0 then concat(${sql.join(fields.map(afterComma))}) else '' end`;
}

/**
 * SQL for a row as the JSON object of a contract. Fields that are no part of the contract cannot leave, and one that lacks does not compile: the same wall as
 * the check of a reply, built before the reply is. For lists of thousands, where making and checking objects takes longer than finding them.
 */
export function printedObject<Fields extends Shape>(contract: z.ZodObject<Fields>, columns: PrintedColumns<Fields>): RawBuilder<string> {
  const fields = Object.entries<z.ZodType>(contract.shape).map(([name, field]) => ({
    name,
    contract: field,
    printed: (columns as Readonly<Record<string, Printed<unknown>>>)[name],
  }));
  const [optional, always] = [fields.filter((field) => field.contract instanceof z.ZodOptional), fields.filter((field) => !(field.contract instanceof z.ZodOptional))];
  const rest = optional.length > 0 ? leftOut(optional) : sql`''`;
  // A row that lacks what it must have is told without that field: it must not be missing from the list. `concat` passes over what is null.
  const lacking = sql`'{' || substr(concat(${sql.join(always.map(afterComma))}), 2)`;
  return sql<string>`(coalesce(${chained(always)}, ${lacking}) || ${rest} || '}')`;
}
