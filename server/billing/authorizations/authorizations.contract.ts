import { z } from 'zod';

const facts = {
  state: z.enum(['requested', 'approved', 'denied']),
  number: z.string().trim().min(1, 'Write the number that the payer gave.').max(40).nullish(),
  counts: z.enum(['days', 'visits', 'units']),
  allowed: z.int().min(1, 'Write how many are allowed.').max(9999),
  validFrom: z.iso.date('Write the date as YYYY-MM-DD.'),
  validThrough: z.iso.date('Write the date as YYYY-MM-DD.'),
  ownerId: z.uuid().nullish(),
  note: z.string().trim().max(500).default(''),
};
const whole = ({ state, number }: { state: string; number?: string | null | undefined }) => state !== 'approved' || Boolean(number);
const inOrder = ({ validFrom, validThrough }: { validFrom: string; validThrough: string }) => validFrom <= validThrough;
const numberMissing = { path: ['number'], message: 'Write the number that the payer gave.' };
const ordered = { path: ['validThrough'], message: 'The last day comes after the first.' };

/** Sent twice with the same id it is one. */
export const NewAuthorization = z
  .object({ id: z.uuid(), programId: z.uuid('Choose a program.'), payerId: z.uuid('Choose a payer.'), ...facts })
  .refine(whole, numberMissing)
  .refine(inOrder, ordered);
/** `version` is the one on the screen. */
export const ChangeAuthorization = z
  .object({ ...facts, version: z.int() })
  .refine(whole, numberMissing)
  .refine(inOrder, ordered);

export const AuthorizationPath = z.object({ authorizationId: z.uuid() });
export const PatientPath = z.object({ patientId: z.uuid() });

export const Authorization = z.object({
  id: z.uuid(),
  patientId: z.uuid(),
  patientName: z.string(),
  programId: z.uuid(),
  programName: z.string(),
  payerId: z.uuid(),
  payerName: z.string(),
  state: z.enum(['requested', 'approved', 'denied', 'ended']),
  standing: z.enum(['requested', 'running', 'near-its-end', 'used-up', 'over', 'denied']),
  number: z.string().nullable(),
  counts: z.enum(['days', 'visits', 'units']),
  allowed: z.int(),
  /** Days, visits or units of attended sessions in the program within the dates. */
  used: z.int(),
  validFrom: z.string(),
  validThrough: z.string(),
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  note: z.string(),
  version: z.int(),
});
export const Authorizations = z.object({ items: z.array(Authorization) });

export type NewAuthorization = z.infer<typeof NewAuthorization>;
export type ChangeAuthorization = z.infer<typeof ChangeAuthorization>;
