import { z } from 'zod';

export const OpeningPatient = z.object({ patientId: z.uuid() });
export const OpenOnConsent = z.object({ programId: z.uuid() });

/** What goes along while it is open: the consent in one sentence, and the statement of 42 CFR 2.32. */
const Accompanied = z.object({ endsAt: z.iso.datetime(), scope: z.string(), notice: z.string().nullable() });

/** Other programs' parts of the chart that signed consents open. Empty for nothing, whatever the reason. */
export const OpeningList = z.object({
  items: z.array(z.object({ programId: z.uuid(), programName: z.string(), scope: z.string(), open: Accompanied.nullable() })),
});
export const Opened = Accompanied.extend({ programId: z.uuid(), programName: z.string() });
export type OpeningLine = z.infer<typeof OpeningList>['items'][number];
