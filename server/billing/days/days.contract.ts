import { z } from 'zod';
import { ChargeState, Hold } from '../charges/charges.contract.ts';

const Day = z.iso.date('Write the date as YYYY-MM-DD.');
export const PatientPath = z.object({ patientId: z.uuid() });
export const DaysQuery = z
  .object({ from: Day, to: Day, programId: z.uuid().optional() })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'The last day comes after the first.' });

/** A day of somebody in a program: billed, waiting or not billed, and why. Charge and claim are there for who may see them. */
export const TreatmentDay = z.object({
  id: z.uuid(),
  patientId: z.uuid(),
  patientName: z.string(),
  programId: z.uuid(),
  programName: z.string(),
  day: z.iso.date(),
  countedBy: z.enum(['census', 'attendance']),
  verdict: z.enum(['billable', 'waiting', 'not-billable']),
  code: z.string(),
  says: z.string(),
  procedure: z.string().nullable(),
  /** Minutes attended; null for a midnight. */
  minutes: z.int().nullable(),
  chargeId: z.uuid().nullable(),
  chargeState: ChargeState.nullable(),
  units: z.int(),
  amountCents: z.int(),
  holds: z.array(Hold),
  claimId: z.uuid().nullable(),
  claimNumber: z.string().nullable(),
  /** Why a day that is on a claim would not be billed so by now; null while both agree. */
  changedSince: z.string().nullable(),
});
export const TreatmentDays = z.object({ items: z.array(TreatmentDay) });
export type TreatmentDayReply = z.infer<typeof TreatmentDay>;
