import { z } from 'zod';

export const LoadsQuery = z.object({ programId: z.uuid('Choose a program.') });

const Charge = z.object({
  episodeId: z.uuid(),
  patientId: z.uuid(),
  name: z.string(),
  part: z.string(),
  leads: z.boolean(),
  since: z.string(),
  visits: z.int(),
  atRisk: z.boolean(),
  next: z.string().nullable(),
});
/** `staffId` is null for the people whom nobody leads. */
export const Caseload = z.object({
  staffId: z.uuid().nullable(),
  name: z.string(),
  credential: z.string().nullable(),
  patients: z.int(),
  visitsAWeek: z.number(),
  atRisk: z.int(),
  load: z.number(),
  people: z.array(Charge),
});
/** Every colleague who treats in the program, also without anybody; `average` is the load of an average one. */
export const Caseloads = z.object({ items: z.array(Caseload), average: z.number() });

export type Caseload = z.infer<typeof Caseload>;
