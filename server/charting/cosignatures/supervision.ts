import { z } from 'zod';
import attestationContent from '#content/charting/attestations.json' with { type: 'json' };
import deadlineContent from '#content/charting/signing-deadlines.json' with { type: 'json' };
import supervisionContent from '#content/charting/supervision.json' with { type: 'json' };

const dated = { source: z.string().min(1), validFrom: z.iso.date(), validTo: z.iso.date().nullable() };

const SupervisionRule = z.object({
  id: z.string(),
  says: z.string(),
  credentials: z.array(z.string()).min(1),
  /** X12 SBR09 of the payers that ask it; without any, whoever pays. */
  payers: z.array(z.string()).optional(),
  supervisors: z.array(z.string()).min(1),
  attestations: z.array(z.string()),
  dueDays: z.number().positive(),
  ...dated,
});
const Attestation = z.object({ id: z.string(), by: z.enum(['author', 'supervisor']), words: z.string(), ...dated });
const Hours = z.object({ hours: z.number().positive() });
const Deadlines = z.object({ otherwise: Hours, programs: z.record(z.string(), Hours) });

export type SupervisionRule = z.infer<typeof SupervisionRule>;
export type Attestation = z.infer<typeof Attestation>;
export type Deadlines = z.infer<typeof Deadlines>;

/** Who must be co-signed, by whom, within how long. */
export const supervisionRules: readonly SupervisionRule[] = z.object({ rules: z.array(SupervisionRule) }).parse(supervisionContent).rules;
/** Statements that a signature can carry. */
export const attestations: readonly Attestation[] = z.object({ attestations: z.array(Attestation) }).parse(attestationContent).attestations;
/** Hours to the signature by kind of program. */
export const deadlines: Deadlines = Deadlines.parse(deadlineContent);

/** Where a note stands since it was signed. */
export type StepState = 'asked' | 'returned' | 'cosigned' | 'entered-in-error';

/** One step after a signature. */
export interface Step {
  readonly number: number;
  readonly state: StepState;
  readonly ruleId: string | null;
  readonly askedOf: string | null;
  readonly askedOfName: string | null;
  readonly dueAt: Temporal.Instant | null;
  readonly byId: string;
  readonly by: string;
  readonly at: Temporal.Instant;
  readonly noteDigest: string;
  readonly attestations: readonly { readonly id: string; readonly words: string }[];
  readonly comments: readonly { readonly section: string; readonly text: string }[];
}
