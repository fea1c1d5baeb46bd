import { z } from 'zod';

export const HandOverPath = z.object({ handOverId: z.uuid() });
export const ReadPath = z.object({ handOverId: z.uuid(), patientId: z.uuid() });

const note = z.string().trim().min(1, 'Say what the next colleague needs to know.').max(4000);
/** Sent twice with the same id it is one. */
export const HandOver = z
  .object({
    id: z.uuid(),
    programId: z.uuid('Choose a program.'),
    fromStaffId: z.uuid(),
    toStaffId: z.uuid('Choose who takes over.'),
    people: z
      .array(z.object({ patientId: z.uuid(), note }))
      .min(1, 'Choose at least one person.')
      .max(200),
  })
  .refine(({ fromStaffId, toStaffId }) => fromStaffId !== toStaffId, { path: ['toStaffId'], message: 'Choose somebody else.' });

export const HandedToMe = z.object({
  items: z.array(
    z.object({ handOverId: z.uuid(), patientId: z.uuid(), patientName: z.string(), programName: z.string(), fromName: z.string(), note: z.string(), at: z.string() }),
  ),
});

export type HandOver = z.infer<typeof HandOver>;
