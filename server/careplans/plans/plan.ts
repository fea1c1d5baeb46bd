import type { Id } from '#server/platform/index.ts';

export type PlanId = Id<'CarePlan'>;
export type EntryKind = 'problem' | 'goal' | 'objective' | 'intervention';

/** One line of a plan. Its texts by the names in `planFields`. */
export interface PlanEntry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly parentId: string | null;
  readonly fields: Readonly<Record<string, string>>;
}

/** A version of a plan as it was signed, and who signed under it. */
export interface SealedPlan {
  readonly id: string;
  readonly number: number;
  readonly content: readonly PlanEntry[];
  readonly digest: string;
  readonly reviewDue: Temporal.PlainDate;
  readonly signedById: string;
  readonly signedBy: string;
  readonly signedAt: Temporal.Instant;
}

/** Who else signed, or why the patient did not. */
export interface PlanSignature {
  readonly id: string;
  readonly sealedPlanId: string;
  readonly role: 'patient' | 'team';
  readonly outcome: 'signed' | 'declined';
  readonly name: string;
  readonly reason: string;
  readonly signedAt: Temporal.Instant;
}

/** A plan without its entries. */
export interface Plan {
  readonly id: PlanId;
  readonly patientId: Id<'Patient'>;
  readonly programId: Id<'Program'>;
  readonly programName: string;
  readonly levelOfCare: string;
  readonly timeZone: string;
  readonly version: number;
  readonly openedOn: Temporal.PlainDate;
  readonly admittedOn: Temporal.PlainDate | null;
  readonly savedAt: Temporal.Instant;
}
