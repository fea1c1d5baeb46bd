import { z } from 'zod';

export const ProgramKind = z.enum(['outpatient', 'iop', 'php', 'residential', 'otp', 'psychiatry', 'crisis', 'inpatient', 'act']);
export type ProgramKindName = z.infer<typeof ProgramKind>;

export const LevelOfCare = z.object({
  code: z.string(),
  name: z.string(),
  kinds: z.array(ProgramKind),
  placesOfService: z.array(z.string()),
  setting: z.enum(['ambulatory', 'residential', 'inpatient']),
  /** Whether the level treats substance use; such a program is usually, not always, under 42 CFR Part 2. */
  substanceUse: z.boolean(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
});

export const LevelsOfCare = z.object({ items: z.array(LevelOfCare) });
