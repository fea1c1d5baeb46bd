import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const day = z.iso.date();

/** One rule of a pack. What `value` looks like depends on the code; the rule that asks for it checks. */
const ruleSchema = z.strictObject({
  code: z.string().regex(/^[a-z0-9]+([-.][a-z0-9]+)*$/),
  value: z.json(),
  says: z.string().min(1),
  source: z.string().min(1),
  verifiedOn: day.nullable(),
  validFrom: day,
  /** Last day on which it may be relied on; null while it lasts. */
  validTo: day.nullable(),
  /** From general knowledge, not yet compared with its source. */
  background: z.boolean(),
  /** A federal floor: a state pack with this code is refused. */
  floor: z.literal(true).optional(),
});

const packSchema = z
  .strictObject({
    jurisdiction: z.string().regex(/^[a-z]+$/),
    name: z.string().min(1),
    version: day,
    about: z.string().min(1),
    rules: z.array(ruleSchema),
  })
  .superRefine(({ rules }, context) => {
    for (const rule of rules) {
      if (rule.validTo && rule.validTo < rule.validFrom) context.addIssue({ code: 'custom', message: `${rule.code} ends before it begins` });
      if (!rule.background && !rule.verifiedOn) context.addIssue({ code: 'custom', message: `${rule.code} is neither verified nor marked as background` });
    }
  });

/** The rules of one jurisdiction, as its file in content/jurisdictions says. */
export type Pack = z.infer<typeof packSchema>;

/** A pack from parsed JSON. Throws with what is wrong. */
export function parsePack(json: unknown): Pack {
  return packSchema.parse(json);
}

/** Every pack of a folder, by jurisdiction. A new state is a new file. Throws when a state would loosen a federal floor. */
export function readPacks(folder: string): ReadonlyMap<string, Pack> {
  const packs = new Map<string, Pack>();
  for (const file of readdirSync(folder).toSorted()) {
    if (!file.endsWith('.json')) continue;
    const pack = parsePack(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    if (`${pack.jurisdiction}.json` !== file) throw new Error(`${file} says it is ${pack.jurisdiction}`);
    packs.set(pack.jurisdiction, pack);
  }
  const floors = new Set(packs.get('federal')?.rules.flatMap(({ code, floor }) => (floor ? [code] : [])));
  for (const { jurisdiction, rules } of packs.values()) {
    const loosened = jurisdiction === 'federal' ? undefined : rules.find(({ code }) => floors.has(code));
    if (loosened) throw new Error(`${jurisdiction}.json may not replace the federal rule ${loosened.code}`);
  }
  return packs;
}

/** The packs that ship with the product. */
export const packs = readPacks(join(import.meta.dirname, '..', '..', '..', 'content', 'jurisdictions'));

/** Names the rules in code (the number before the dot) and in data (a hash over all packs); stored with each decision. */
export const policyVersion = `1.${hash('sha256', JSON.stringify([...packs.values()])).slice(0, 12)}`;
