import type { CriticalLevel } from '../instruments/instrument.contract.ts';

/** The level that a clinician sets; never made of a score. */
export type RiskLevel = 'low' | 'moderate' | 'high' | 'imminent';

export type ContactOutcome = 'reached' | 'not-reached' | 'welfare-check';
export type ExitKind = 'risk-resolved' | 'not-at-risk' | 'transferred' | 'discharged' | 'died';

/** What a clinician finds and decides after a positive screen. */
export interface Formulation {
  readonly level: RiskLevel;
  readonly ideation: string;
  readonly planAndIntent: string;
  readonly means: string;
  readonly riskFactors: string;
  readonly protectiveFactors: string;
  /** What follows from it: where the person stays, who is with them, what was arranged. */
  readonly disposition: string;
}

/** The seven parts of a safety plan, in the order in which they are used. Headings are our own. */
export interface SafetyPlan {
  readonly warningSigns: readonly string[];
  readonly byMyself: readonly string[];
  readonly peopleAndPlaces: readonly string[];
  readonly peopleToAsk: readonly { readonly name: string; readonly phone: string; readonly isTold: boolean }[];
  readonly professionals: readonly { readonly name: string; readonly phone: string }[];
  readonly safeSurroundings: readonly { readonly what: string; readonly who: string; readonly isDone: boolean }[];
  readonly reasonsForLiving: readonly string[];
  /** The answer to the question about firearms at home; it is asked each time. */
  readonly firearms: 'access' | 'no-access' | 'declined';
  /** Parts that the person did not want to fill. */
  readonly declined: readonly string[];
  readonly isWrittenTogether: boolean;
  readonly isCopyGiven: boolean;
}

/** Something that happened on the pathway. Events are never changed; the state is what they come to. */
export type RiskEvent = { readonly id: string; readonly at: Temporal.Instant; readonly byId: string | null } & RiskAct;

export type RiskAct =
  | { readonly kind: 'opened' | 'screened-again'; readonly level: CriticalLevel; readonly says: string; readonly administrationId: string | null }
  | ({ readonly kind: 'formulated' } & Formulation)
  | { readonly kind: 'plan-written'; readonly plan: SafetyPlan }
  | { readonly kind: 'plan-not-possible'; readonly reason: string }
  | { readonly kind: 'contact'; readonly channel: 'in-person' | 'phone' | 'video' | 'message'; readonly outcome: ContactOutcome; readonly note: string }
  | { readonly kind: 'visit-missed' | 'visit-kept'; readonly appointmentId: string }
  | { readonly kind: 'escalated'; readonly duty: string; readonly to: readonly string[] }
  | { readonly kind: 'closed'; readonly exit: ExitKind; readonly reason: string };

export type DutyKind = 'on-call-contact' | 'formulation' | 'safety-plan' | 'contact' | 'missed-visit';

/** Something owed by a moment. */
export interface Duty {
  /** Its kind and the event that made it. */
  readonly key: string;
  readonly kind: DutyKind;
  readonly dueAt: Temporal.Instant;
  readonly doneAt: Temporal.Instant | null;
  /** When it stopped to be owed without being done. */
  readonly endedAt: Temporal.Instant | null;
}

/** Clocks and hours, as data of the site: content/assessments/risk-policy.json. */
export interface RiskPolicy {
  readonly hours: { readonly days: readonly number[]; readonly opens: string; readonly closes: string };
  readonly formulationMinutes: Readonly<Record<CriticalLevel, number>>;
  readonly offHours: { readonly contactMinutes: number; readonly formulationAfterOpeningMinutes: number; readonly latestMinutes: number };
  readonly planMinutes: Readonly<Record<RiskLevel, number>>;
  readonly contactHours: Readonly<Record<RiskLevel, number>>;
  readonly missedVisitMinutes: number;
}

/** Where a person stands on the pathway. */
export type Phase = 'formulation' | 'safety-plan' | 'missed-visit' | 'contact' | 'closed';
