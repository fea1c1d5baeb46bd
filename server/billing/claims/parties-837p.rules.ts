import type { PersonName, PostalAddress } from '#server/formats/x12/index.ts';
import type { AddressFact } from './claim.ts';

/** The fields that may be undefined become optional. */
type Said<Fields> = { readonly [Key in keyof Fields as undefined extends Fields[Key] ? never : Key]: Fields[Key] } & {
  readonly [Key in keyof Fields as undefined extends Fields[Key] ? Key : never]?: Exclude<Fields[Key], undefined>;
};

/** The same object without the fields that are undefined. */
export function said<Fields extends object>(fields: Fields): Said<Fields> {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields)) if (value !== undefined) kept[key] = value;
  return kept as unknown as Said<Fields>;
}

/** N3 and N4. */
export function addressOf({ line1, line2, city, state, zip }: AddressFact): PostalAddress {
  return { line1, city, state, zip, ...(line2 ? { line2 } : {}) };
}

interface NameFact {
  readonly given: string;
  readonly middle?: string | null;
  readonly family: string;
  readonly suffix?: string | null;
}

/** A person's name. Whoever goes by a single name has it as family name, and no given name is sent: NM104 is for those who have one. */
export function nameOf({ given, middle, family, suffix }: NameFact): PersonName {
  return { family: family || given, ...(given && family ? { given } : {}), ...(middle ? { middle } : {}), ...(suffix ? { suffix } : {}) };
}
