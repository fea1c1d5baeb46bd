import type { Named } from '#server/groups/index.ts';
import type { StaleLine } from '#server/charting/templates/templates.contract.ts';
import type { Obstacle } from '#server/platform/index.ts';

/** How much a finding weighs. `stops`: the note cannot be signed anyway; `fix`: an audit would find it; `look`: perhaps right, worth a look. */
export type Severity = 'stops' | 'fix' | 'look';

/** A field of the note that holds prose, as it stands now. */
export interface WrittenField {
  readonly key: string;
  readonly label: string;
  readonly text: string;
  /** What was carried forward into it from the note before; null when nothing was. */
  readonly carried: string | null;
}

/** A diagnosis on the problem list. */
export interface ListedDiagnosis {
  readonly id: string;
  readonly code: string;
  readonly description: string;
  readonly certainty: 'confirmed' | 'provisional' | 'rule-out';
}

/** Another text that this one is compared with. */
export interface OtherNote {
  /** Where the reader can see that it is so: a day, never a name. */
  readonly says: string;
  readonly fields: readonly { readonly key: string; readonly text: string }[];
}

/** A section that the author wrote about somebody else. */
export interface WrittenElsewhere {
  readonly noteId: string;
  readonly key: string;
  readonly text: string;
}

/** The care plan as a note meets it. `reviewDue` is that of the signed version. */
export interface PlanFacts {
  readonly id: string | null;
  readonly isSigned: boolean;
  readonly due: Temporal.PlainDate;
  /** ICD-10-CM codes that its problems name. */
  readonly codes: readonly string[];
  readonly objectives: readonly { readonly id: string; readonly statement: string; readonly isWorkedOn: boolean }[];
}

/** All that is known beside a draft. What an actor may not see is simply not there. */
export interface NoteFacts {
  readonly template: {
    readonly code: string;
    readonly asksTimes: boolean;
    readonly asksRisk: boolean;
    readonly asksDiagnosis: boolean;
    readonly isAboutAbsence: boolean;
  };
  readonly service: string;
  readonly programKind: string;
  readonly fields: readonly WrittenField[];
  /** Fields for a signature in the form itself, those that are still empty. */
  readonly emptySignatures: readonly { readonly key: string; readonly label: string }[];
  /** Fields into which something was pulled that the chart says otherwise by now. */
  readonly stalePulls: readonly { readonly key: string; readonly label: string; readonly lines: readonly StaleLine[] }[];
  readonly startedAt: Temporal.Instant | null;
  readonly endedAt: Temporal.Instant | null;
  readonly modality: 'in-person' | 'video' | 'audio';
  readonly patientLocation: string;
  readonly risk: 'denied' | 'present' | 'not-assessed' | null;
  readonly appointment: { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant; readonly modality: 'in-person' | 'video' | 'audio' } | null;
  readonly plan: PlanFacts | null;
  /** Diagnoses that the note addresses, in its order. */
  readonly chosen: readonly ListedDiagnosis[];
  readonly listed: readonly ListedDiagnosis[];
  readonly before: OtherNote | null;
  readonly sameDay: readonly OtherNote[];
  readonly author: { readonly credential: string | null; readonly hasSupervisor: boolean };
  readonly isOnRiskPathway: boolean;
  /** Risk screens completed, by instrument. */
  readonly screens: readonly { readonly instrument: string; readonly on: Temporal.PlainDate }[];
  readonly self: Named;
  /** Other people in the groups of this person. */
  readonly others: readonly Named[];
  readonly earlierUnsigned: readonly { readonly draftId: string; readonly on: Temporal.PlainDate }[];
  /** What stands before the signature in any case. */
  readonly obstacles: readonly Obstacle[];
  /** By how the service is billed: fewest minutes, and the minutes of one unit; null when nothing is set up for it. */
  readonly billedFrom: number | null;
  readonly unitMinutes: number | null;
  readonly today: Temporal.PlainDate;
}

/** What one click does about a finding. Nothing here signs. */
export type Remedy =
  | { readonly act: 'link-objective'; readonly objectives: readonly { readonly id: string; readonly statement: string }[] }
  | { readonly act: 'take-times'; readonly startedAt: string; readonly endedAt: string }
  | { readonly act: 'take-modality'; readonly modality: 'in-person' | 'video' | 'audio' }
  | { readonly act: 'add-diagnosis'; readonly diagnosisId: string; readonly says: string }
  | { readonly act: 'ask-screen'; readonly instrument: string }
  | { readonly act: 'open-plan' }
  | { readonly act: 'open-diagnoses' }
  | { readonly act: 'open-draft'; readonly draftId: string }
  | { readonly act: 'go-to-field' };

/** Where a check found something, with the words that the rule has blanks for. */
export interface Place {
  /** `sections.plan`, `header.startedAt`, `objectives`: the field concerned. */
  readonly at: string;
  readonly words?: Readonly<Record<string, string>>;
  readonly remedy?: Remedy;
}

/** One thing to look at, beside its field. */
export interface Finding {
  readonly rule: string;
  readonly title: string;
  readonly says: string;
  readonly severity: Severity;
  readonly at: string;
  readonly source: string;
  readonly remedy: Remedy | null;
}
