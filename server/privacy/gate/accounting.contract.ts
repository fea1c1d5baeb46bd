import { z } from 'zod';

/** One thing that left. */
export const DisclosureReply = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  recipientName: z.string(),
  recipientAddress: z.string().nullable(),
  what: z.string(),
  purpose: z.string(),
  basis: z.string(),
  reason: z.string(),
  citation: z.string(),
  channel: z.string(),
  part2Accounting: z.boolean(),
  hipaaAccounting: z.boolean(),
});
export const DisclosureList = z.object({ items: z.array(DisclosureReply) });
export const OfPatient = z.object({ patientId: z.uuid() });
export const OfDisclosure = z.object({ disclosureId: z.uuid() });

/** An agency's statement that telling would impede it (45 CFR 164.528(a)(2)); an oral one holds 30 days. */
export const Suspension = z
  .object({ startsOn: z.iso.date(), endsOn: z.iso.date(), agency: z.string().trim().min(2).max(200) })
  .refine(({ startsOn, endsOn }) => endsOn > startsOn, { path: ['endsOn'], message: 'The end is not after the beginning.' });
export type DisclosureJson = z.infer<typeof DisclosureReply>;
