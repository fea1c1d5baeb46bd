import { z } from 'zod';
import { PhoneNumber } from '#server/patients/demographics/demographics.contract.ts';

export const SourceKind = z.enum(['physician', 'hospital', 'payer', 'school', 'court', 'another-program', 'other']);
export const KeepSource = z.object({
  name: z.string().trim().min(2, 'Write the name.').max(120),
  kind: SourceKind,
  phone: PhoneNumber.nullish(),
  active: z.boolean().default(true),
});
export const SourcePath = z.object({ sourceId: z.uuid() });
/** Who sends people, and what came of it in the asking person's programs. */
export const Sources = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      kind: SourceKind,
      phone: z.string().nullable(),
      active: z.boolean(),
      calls: z.int(),
      referrals: z.int(),
      admissions: z.int(),
    }),
  ),
});

export type KeepSource = z.output<typeof KeepSource>;
export type Sources = z.infer<typeof Sources>;
