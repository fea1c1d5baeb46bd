/** An entry as the review shows it. */
export interface EntryLine {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly action: string;
  readonly outcome: 'done' | 'denied' | 'failed';
  readonly purpose: string;
  readonly actor: { readonly kind: string; readonly id: string | null; readonly name: string; readonly roles: readonly string[] };
  readonly patientIds: readonly string[];
  readonly subject: { readonly kind: string; readonly id: string | null } | null;
  readonly programId: string | null;
  readonly reason: string | null;
  readonly fields: readonly string[];
  readonly details: Readonly<Record<string, unknown>>;
  readonly sessionId: string | null;
  readonly address: string | null;
  readonly device: string | null;
  readonly traceId: string | null;
  readonly isSealed: boolean;
}
