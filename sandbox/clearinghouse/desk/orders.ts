import { z } from 'zod';
import type { SubmittedClaim } from '../submitted-claim.ts';

const match = z
  .strictObject({
    claimNumber: z.string().describe('CLM01'),
    familyName: z.string().describe('family name of the patient, any case'),
    payerId: z.string().describe('electronic id of the payer'),
    memberId: z.string().describe('member number of the subscriber'),
    chargedCents: z.int().describe('total charge in cents'),
    procedure: z.string().describe('a procedure code on any line'),
  })
  .partial()
  .default({});

const count = z.int().min(0).default(1).describe('how many times; 0 is until the reset');
const claims = { match, count };

/** Every order the clearinghouse takes, with what it needs. The page and the API read this table. */
export const orderKinds = {
  'reject-envelope': z.strictObject({ kind: z.literal('reject-envelope'), count }).describe('Refuse the next file with a TA1 (R).'),
  'reject-file': z.strictObject({ kind: z.literal('reject-file'), count }).describe('Reject the next transaction set with a 999 (R).'),
  'accept-with-errors': z.strictObject({ kind: z.literal('accept-with-errors'), count }).describe('Accept the next transaction set with a 999 (E).'),
  'reject-claim': z
    .strictObject({
      kind: z.literal('reject-claim'),
      ...claims,
      category: z.enum(['A3', 'A4', 'A6', 'A7', 'A8']).default('A3'),
      status: z.string().default('21'),
      level: z.enum(['clearinghouse', 'payer']).default('clearinghouse'),
    })
    .describe('Turn matching claims away with a 277CA.'),
  deny: z
    .strictObject({
      kind: z.literal('deny'),
      ...claims,
      reason: z.string().default('197'),
      group: z.enum(['CO', 'PR', 'OA', 'PI']).default('CO'),
      remarks: z.array(z.string()).default([]),
    })
    .describe('Deny matching claims in the 835, all lines with this group, reason and remarks.'),
  pay: z
    .strictObject({
      kind: z.literal('pay'),
      ...claims,
      how: z.enum(['deductible', 'coinsurance', 'partial', 'under']).default('under'),
      percent: z.int().min(1).max(99).default(50),
    })
    .describe('Pay matching claims in part: all deductible (payment NON when alone), 20 % coinsurance, first line only, or a percentage of the contract rate.'),
  reverse: z
    .strictObject({ kind: z.literal('reverse'), match, correctToPercent: z.int().min(0).max(100).default(50).describe('0 takes the payment back without a correction') })
    .describe('At once: take back matching paid claims (CLP02 22) and correct them. More taken than paid becomes a forward balance.'),
  'provider-adjustment': z
    .strictObject({
      kind: z.literal('provider-adjustment'),
      count,
      payerId: z.string().optional(),
      reason: z.enum(['WO', 'FB', '72', 'L6', 'LE', 'CS', '50', 'J1', 'AP']).default('WO'),
      cents: z.int().default(1000),
      reference: z.string().default('ADJUSTMENT'),
    })
    .describe('Put a PLB on the next 835; a positive amount lowers the payment.'),
  'duplicate-remittance': z
    .strictObject({ kind: z.literal('duplicate-remittance'), reissue: z.boolean().default(false).describe('with a new control number, the same payment inside') })
    .describe('At once: deliver the last 835 again.'),
  'half-file': z
    .strictObject({
      kind: z.literal('half-file'),
      count,
      answer: z.enum(['999', '277CA', '835']).default('835'),
      afterSeconds: z.int().min(0).optional().describe('virtual seconds until the whole file stands under the same name; left out, never'),
    })
    .describe('Deliver only the first half of the next answer.'),
  'unbalanced-remittance': z
    .strictObject({ kind: z.literal('unbalanced-remittance'), count, cents: z.int().default(1) })
    .describe('Send the next 835 with a BPR02 that is off by this much.'),
  'stray-claim': z.strictObject({ kind: z.literal('stray-claim'), count }).describe('Put a claim that nobody sent into the next 835.'),
  withhold: z
    .strictObject({ kind: z.literal('withhold'), count, answer: z.enum(['TA1', '999', '277CA', '835']).default('835') })
    .describe('Never send the next answer of this kind.'),
  garbage: z.strictObject({ kind: z.literal('garbage') }).describe('At once: put a file that is no X12 into /outbound.'),
  slow: z
    .strictObject({ kind: z.literal('slow'), milliseconds: z.int().min(0).max(60_000).default(500) })
    .describe('Answer every SFTP request this much later; 0 ends it.'),
  down: z
    .strictObject({ kind: z.literal('down'), seconds: z.int().min(1).max(3600).optional().describe('real seconds; left out, until the order up') })
    .describe('Refuse SFTP connections and drop the open ones.'),
  up: z.strictObject({ kind: z.literal('up') }).describe('Take SFTP connections again.'),
} as const;

/** An order as the API takes it. */
export const orderSchema = z.discriminatedUnion(
  'kind',
  Object.values(orderKinds) as unknown as readonly [
    (typeof orderKinds)['deny'],
    (typeof orderKinds)[keyof typeof orderKinds],
    ...(typeof orderKinds)[keyof typeof orderKinds][],
  ],
);

/** An order, read. */
export type Order = z.output<(typeof orderKinds)[keyof typeof orderKinds]>;

/** An order of one kind. */
export type OrderOf<Kind extends Order['kind']> = Extract<Order, { kind: Kind }>;

type Match = z.output<typeof match>;

const factsOf = (claim: SubmittedClaim): Required<Match> & { readonly procedures: readonly string[] } => ({
  claimNumber: claim.number,
  familyName: claim.patient.family.toUpperCase(),
  payerId: claim.payer.id,
  memberId: claim.subscriber.id,
  chargedCents: claim.chargedCents,
  procedure: '',
  procedures: claim.lines.map(({ procedure }) => procedure[1] ?? ''),
});

/** Whether a claim is meant by an order; an empty match means every claim. */
export function isMeant(claim: SubmittedClaim, { procedure, ...wanted }: Match): boolean {
  const facts = factsOf(claim);
  const same = Object.entries({ ...wanted, ...(wanted.familyName !== undefined && { familyName: wanted.familyName.toUpperCase() }) });
  return (procedure === undefined || facts.procedures.includes(procedure)) && same.every(([key, value]) => value === undefined || facts[key as keyof Match] === value);
}
