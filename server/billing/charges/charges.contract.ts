import { z } from 'zod';

export const ChargeState = z.enum(['held', 'ready', 'claimed', 'self-pay', 'included', 'void']);
export const Hold = z.object({ code: z.string(), says: z.string() });
export const ChargesQuery = z.object({ state: ChargeState.default('held'), limit: z.coerce.number().int().min(1).max(500).default(200) });
export const ChargeParams = z.object({ chargeId: z.uuid() });

export const Charge = z.object({
  id: z.uuid(),
  /** The note, or the day, of which it was made. */
  noteId: z.uuid().nullable(),
  dayId: z.uuid().nullable(),
  patientId: z.uuid(),
  patientName: z.string(),
  mrn: z.string(),
  payerName: z.string().nullable(),
  programName: z.string(),
  /** Empty for a day in a program that nobody is chiefly responsible for. */
  clinicianName: z.string(),
  servedOn: z.iso.date(),
  state: ChargeState,
  holds: z.array(Hold),
  codes: z.array(z.string()),
  units: z.int(),
  amountCents: z.int(),
});
export const ChargeList = z.object({ items: z.array(Charge) });
export const RecheckedCharge = z.object({ id: z.uuid(), state: ChargeState, holds: z.array(Hold) });
export type ChargeReply = z.infer<typeof Charge>;
