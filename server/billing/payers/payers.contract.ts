import { z } from 'zod';

const Day = z.iso.date('Write the date as YYYY-MM-DD.');
/** X12 SBR09. */
export const FilingIndicator = z.enum(
  ['11', '12', '13', '14', '15', '16', '17', 'AM', 'BL', 'CH', 'CI', 'DS', 'FI', 'HM', 'LM', 'MA', 'MB', 'MC', 'OF', 'TV', 'VA', 'WC', 'ZZ'],
  'Choose a kind of plan.',
);
export const TraineePolicy = z.enum(['supervising', 'supervisor-renders', 'not-billable']);
const modifier = z.string().regex(/^[A-Z0-9]{2}$/, 'A modifier has two characters.');

export const PayerParams = z.object({ payerId: z.uuid() });
export const PayerRule = z.object({
  validFrom: Day,
  filingDays: z.int().min(1).max(1000),
  videoModifier: modifier.nullable(),
  audioModifier: modifier.nullable(),
  credentialModifiers: z.boolean(),
  traineePolicy: TraineePolicy,
  source: z.string().trim().min(3, 'Write where the payer says so.').max(300),
});
export const NewPayer = z.object({
  name: z.string().trim().min(2, 'Write the name.').max(60),
  electronicId: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9]{2,20}$/, "Write the payer's number at the clearinghouse: letters and digits."),
  filingIndicator: FilingIndicator,
  rule: PayerRule,
});
export const PayerChanges = z.object({ name: NewPayer.shape.name, filingIndicator: FilingIndicator, active: z.boolean() }).partial();
export const Payer = z.object({
  id: z.uuid(),
  name: z.string(),
  electronicId: z.string(),
  filingIndicator: z.string(),
  active: z.boolean(),
  rules: z.array(PayerRule.extend({ validTo: Day.nullable() })),
  /** In what it bills days otherwise than others: content/billing/payer-days.json. */
  days: z.array(z.object({ says: z.string(), levels: z.array(z.string()), source: z.string(), validFrom: Day, validTo: Day.nullable() })),
});
export const PayerList = z.object({ items: z.array(Payer) });
export const MadePayer = z.object({ id: z.uuid() });

export const FeesQuery = z.object({ payerId: z.uuid().optional() });
export const Fee = z.object({ id: z.uuid(), payerId: z.uuid().nullable(), code: z.string(), amountCents: z.int(), validFrom: Day, validTo: Day.nullable() });
export const FeeList = z.object({ items: z.array(Fee) });
/** A new amount from a day on; the one before ends there. */
export const NewFee = z.object({
  payerId: z.uuid().nullish(),
  code: z.string().regex(/^[A-Z0-9]{5}$/, 'A procedure code has five characters.'),
  amountCents: z.int().min(1, 'Enter an amount above zero.'),
  validFrom: Day,
});
export type PayerReply = z.infer<typeof Payer>;
