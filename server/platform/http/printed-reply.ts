import { z } from 'zod';
import { PrintedRows } from '../database/print-rows.ts';

type Body = Readonly<Record<string, unknown>>;

/** A reply of which one part came printed: what is left to check, and what to put in. */
export interface PrintedReply {
  readonly toCheck: Body;
  readonly printed: ReadonlyMap<string, PrintedRows<unknown, unknown>>;
}

/** The parts of a reply that came printed; undefined when none did. */
export function printedParts(body: unknown): PrintedReply | undefined {
  if (body === null || typeof body !== 'object') return undefined;
  const printed = new Map(Object.entries(body as Body).flatMap(([name, part]) => (part instanceof PrintedRows ? [[name, part as PrintedRows<unknown, unknown>]] : [])));
  if (printed.size === 0) return undefined;
  return { toCheck: { ...body, ...Object.fromEntries([...printed].map(([name, { others }]) => [name, others])) }, printed };
}

function rowsAllowed(contract: unknown, name: string): readonly unknown[] {
  const list = contract instanceof z.ZodObject ? contract.shape[name] : undefined;
  if (!(list instanceof z.ZodArray)) return [];
  return list.element instanceof z.ZodUnion ? list.element.options : [list.element];
}

/** The checked reply as JSON text with its printed rows put in. Throws when the contract of the reply does not allow rows by theirs in that place. */
export function spliced(contract: unknown, checked: Body, printed: PrintedReply['printed']): string {
  const parts = Object.entries(checked).map(([name, value]) => {
    const rows = printed.get(name);
    if (!rows) return `${JSON.stringify(name)}:${JSON.stringify(value)}`;
    if (!rowsAllowed(contract, name).includes(rows.contract)) throw new TypeError(`The reply allows no such rows in "${name}"`);
    const others = JSON.stringify(value).slice(1, -1);
    return `${JSON.stringify(name)}:[${rows.json}${rows.json && others && ','}${others}]`;
  });
  return `{${parts.join(',')}}`;
}
