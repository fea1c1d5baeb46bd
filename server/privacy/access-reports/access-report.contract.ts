import { z } from 'zod';

export const ReportParams = z.object({ patientId: z.uuid() });
export const ReportQuery = z.object({ from: z.iso.date().optional(), to: z.iso.date().optional() });

/** "Who looked at my record", to be printed for the patient. */
export const AccessReport = z.object({
  organisation: z.string(),
  name: z.string(),
  mrn: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  madeAt: z.iso.datetime(),
  namesStaff: z.boolean(),
  items: z.array(z.object({ day: z.iso.date(), who: z.string(), why: z.string(), what: z.string(), times: z.int() })),
});
