import { z } from 'zod';

export { DraftPath } from '#server/charting/drafts/drafts.contract.ts';

const Lines = z.array(z.object({ id: z.string(), says: z.string() }));

/** What the chart knows, by the sources of `pull` fields: a line each, as it stands at this moment. */
export const Known = z.object({ goals: Lines, scores: Lines, medications: Lines, allergies: Lines, vitals: Lines });

export type Known = z.infer<typeof Known>;
