/** On which ground an emergency opens a chart: 42 CFR 2.51(a)(1) or (2). Outside of Part 2 the first is 45 CFR 164.312(a)(2)(ii). */
export const emergencyBases = ['medical-emergency', 'declared-disaster'] as const;
export type EmergencyBasis = (typeof emergencyBases)[number];

/** What somebody says before a chart opens. The first five are the facts of 42 CFR 2.51(c). */
export interface EmergencyStatement {
  readonly recipientName: string;
  readonly recipientAffiliation: string;
  readonly discloserName: string;
  /** An instant as text; empty or anything else is not one. */
  readonly disclosedAt: string;
  readonly nature: string;
  readonly basis: EmergencyBasis;
  /** The consent of the patient cannot be had, or the program is closed by the disaster. */
  readonly consentCannotBeHad: boolean;
  /** What is opened is told to medical personnel of another organisation. */
  readonly toOutside: boolean;
}

export const verdicts = ['appropriate', 'not-appropriate'] as const;
export type Verdict = (typeof verdicts)[number];
