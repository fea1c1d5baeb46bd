import { z } from 'zod';
import content from '#content/icd10cm/specifiers.json' with { type: 'json' };

/** What may be added to codes that begin so. Source in the file. */
export const { prompts } = z.object({ prompts: z.array(z.object({ prefixes: z.array(z.string()), says: z.array(z.string()) })) }).parse(content);
