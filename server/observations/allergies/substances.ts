import { z } from 'zod';
import content from '#content/observations/substances.json' with { type: 'json' };

const Substances = z.object({
  substances: z.array(z.object({ name: z.string(), category: z.enum(['medication', 'food', 'environment']), rxnorm: z.string().nullable() })),
});

/** Substances that are offered for choosing; anything else is written in words. */
export const substances = Substances.parse(content).substances;
