import content from '#content/caseloads/acuity.json' with { type: 'json' };

/** What a person weighs: content/caseloads/acuity.json. */
export interface Weights {
  readonly perPerson: number;
  readonly onRiskPathway: number;
  readonly perVisitAWeek: number;
}

export const weights: Weights = content;

/** Somebody looked after by somebody, in one program. */
export interface Charge {
  readonly episodeId: string;
  readonly patientId: string;
  readonly name: string;
  /** Null while nobody leads. */
  readonly staffId: string | null;
  readonly part: string;
  readonly leads: boolean;
  readonly since: Temporal.PlainDate;
  /** Visits with this colleague in the last four weeks. */
  readonly visits: number;
  readonly atRisk: boolean;
  readonly next: Temporal.Instant | null;
}
