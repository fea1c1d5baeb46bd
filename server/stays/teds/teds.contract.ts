import { z } from 'zod';

export const TedsPath = z.object({ episodeId: z.uuid() });
export const TedsMomentPath = z.object({ episodeId: z.uuid(), moment: z.enum(['admission', 'discharge']) });
export const KeepTeds = z.object({ answers: z.record(z.string().max(40), z.string().trim().max(20)) });

const Field = z.object({
  key: z.string(),
  says: z.string(),
  ref: z.string(),
  kind: z.enum(['choice', 'number', 'date']),
  required: z.boolean(),
  options: z.array(z.object({ code: z.string(), says: z.string() })).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  needs: z.object({ field: z.string(), none: z.string() }).optional(),
});
export const TedsRecord = z.object({
  moment: z.enum(['admission', 'discharge']),
  fields: z.array(Field),
  answers: z.record(z.string(), z.string()),
  /** Words of the fields that are still to be answered. */
  missing: z.array(z.string()),
  writtenAt: z.iso.datetime().nullable(),
  writtenByName: z.string().nullable(),
});
/** What is reported of a stay: the answers of both moments, and what the record itself answers. */
export const Teds = z.object({
  source: z.string(),
  derived: z.object({ referral: z.string(), daysWaiting: z.int(), reason: z.string().nullable() }),
  records: z.array(TedsRecord),
});
export type Teds = z.infer<typeof Teds>;
export type TedsRecord = z.infer<typeof TedsRecord>;
