/** A claim, or a charge about to become one, as the gate has to know it. `id` is the claim's, or the charge's while there is no claim. */
export interface ClaimToRelease {
  readonly id: string;
  readonly chargeId: string;
  readonly patientId: string;
  readonly programId: string;
  readonly labels: readonly string[];
  readonly payerId: string;
  readonly payerName: string;
  /** Null for days. */
  readonly noteId: string | null;
  readonly number: string | null;
  readonly servedOn: Temporal.PlainDate;
}
