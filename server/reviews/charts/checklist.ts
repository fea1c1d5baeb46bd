import { z } from 'zod';
import content from '#content/reviews/checklists.json' with { type: 'json' };

const Item = z.object({ code: z.string(), says: z.string(), source: z.string() });
const Checklist = z.object({
  code: z.string(),
  version: z.int(),
  name: z.string(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  items: z.array(Item).min(1),
});

/** What a chart is looked through for. A version never changes once it was used: another one follows it. */
export type Checklist = z.infer<typeof Checklist>;

const all = z.object({ checklists: z.array(Checklist) }).parse(content).checklists;

/** The version of each checklist that holds on a day. */
export function checklistsOn(day: Temporal.PlainDate): readonly Checklist[] {
  const text = day.toString();
  return all.filter(({ validFrom, validTo }) => validFrom <= text && (validTo === null || text <= validTo));
}

/** One version, also one that holds no more. */
export function checklistVersion(code: string, version: number): Checklist | undefined {
  return all.find((each) => each.code === code && each.version === version);
}
