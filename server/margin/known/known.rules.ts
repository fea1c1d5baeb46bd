/** A result of an instrument as it is quoted. */
export interface ScoreKnown {
  readonly abbreviation: string;
  readonly score: number | null;
  readonly says: string;
  readonly on: Temporal.PlainDate;
}

/** An allergy as it is quoted. */
export interface AllergyKnown {
  readonly substance: string;
  readonly reaction: string;
  readonly severity: string | null;
}

/** A day as it is read aloud to check it. */
export function day(on: Temporal.PlainDate): string {
  return on.toLocaleString('en-US', { year: 'numeric', month: '2-digit', day: '2-digit' });
}

/** PHQ-9: 12, moderate (11/20/2026). */
export function scoreLine({ abbreviation, score, says, on }: ScoreKnown): string {
  const found = [score === null ? '' : String(score), says].filter(Boolean).join(', ');
  return `${abbreviation}: ${found || 'completed'} (${day(on)})`;
}

/** Penicillin: hives, moderate. */
export function allergyLine({ substance, reaction, severity }: AllergyKnown): string {
  const how = [reaction, severity].filter(Boolean).join(', ');
  return how ? `${substance}: ${how}` : substance;
}
