import { z } from 'zod';

export const AgendaQuery = z.object({ programId: z.uuid('Choose a program.'), week: z.iso.date('Write a day of the week as YYYY-MM-DD.').optional() });

/** `documentId` is the team document that is open for them. */
const AgendaItem = z.object({
  patientId: z.uuid(),
  name: z.string(),
  mrn: z.string(),
  clinicianName: z.string().nullable(),
  admittedOn: z.string(),
  dueOn: z.string(),
  isOverdue: z.boolean(),
  why: z.enum(['review', 'first-plan']),
  lastSignedOn: z.string().nullable(),
  atRisk: z.boolean(),
  visits: z.int(),
  missed: z.int(),
  documentId: z.uuid().nullable(),
});
export const Agenda = z.object({ programName: z.string(), monday: z.string(), sunday: z.string(), reviewDays: z.int(), items: z.array(AgendaItem) });

export type AgendaReply = z.infer<typeof Agenda>;
