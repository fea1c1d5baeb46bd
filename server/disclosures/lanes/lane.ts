import { z } from 'zod';
import content from '#content/disclosures/lanes.json' with { type: 'json' };
import { purposes } from '#server/privacy/index.ts';

const lane = z.object({
  code: z.string(),
  name: z.string(),
  purpose: z.enum(purposes),
  says: z.string(),
  facts: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      kind: z.enum(['text', 'date', 'yes-no', 'choice', 'number']),
      choices: z.array(z.string()).optional(),
      required: z.boolean(),
    }),
  ),
});

/** One ground on which records may leave, and what has to be known for it. */
export type Lane = z.infer<typeof lane>;

/** Every lane, in the order in which the workbench offers them. */
export const lanes: readonly Lane[] = z.array(lane).parse(content.lanes);

/** What was written into a lane's form. */
export type LaneFacts = Readonly<Record<string, string>>;
