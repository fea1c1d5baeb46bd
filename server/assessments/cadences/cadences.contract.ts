import { z } from 'zod';

const offTrack = z.object({ reason: z.enum(['reliably-worse', 'no-improvement']), gained: z.number(), days: z.int() });
const due = z.object({ instrumentCode: z.string(), abbreviation: z.string(), dueOn: z.string(), state: z.enum(['overdue', 'due', 'later']) });

/** People of one clinician for whom treatment does not do what it should, and what is to be asked of whom. */
export const MeasurementWorklist = z.object({
  items: z.array(
    z.object({
      patientId: z.string(),
      patientName: z.string(),
      programName: z.string(),
      offTrack: z.array(offTrack.extend({ instrumentCode: z.string(), abbreviation: z.string(), first: z.number(), last: z.number() })),
      due: z.array(due),
    }),
  ),
});

export type MeasurementWorklist = z.infer<typeof MeasurementWorklist>;
