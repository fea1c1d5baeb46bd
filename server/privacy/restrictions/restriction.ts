import type { PurposeOfUse, RecordClass } from '../decision/facts.ts';

/** `self-pay` = towards health plans, for services paid in full: it must be agreed to (45 CFR 164.522(a)(1)(vi); 42 CFR 2.26(a)(6)). */
export type RestrictionKind = 'ordinary' | 'self-pay';
export type RestrictionState = 'asked' | 'agreed' | 'refused' | 'ended';

/** What a patient asked us not to do, what we answered, and how it ended. Null in `partyIds`, `classes` and `encounterIds` means all. */
export interface Restriction {
  readonly id: string;
  readonly patientId: string;
  readonly programId: string;
  readonly kind: RestrictionKind;
  readonly state: RestrictionState;
  readonly words: string;
  readonly purposes: readonly PurposeOfUse[];
  readonly partyIds: readonly string[] | null;
  readonly classes: readonly RecordClass[] | null;
  readonly encounterIds: readonly string[] | null;
  /** Days of service, both included. */
  readonly servedFrom: Temporal.PlainDate | null;
  readonly servedTo: Temporal.PlainDate | null;
  readonly askedAt: Temporal.Instant;
  readonly askedBy: string;
  readonly answeredAt: Temporal.Instant | null;
  readonly answeredBy: string | null;
  readonly agreed: boolean | null;
  readonly reason: string | null;
  readonly paidOn: Temporal.PlainDate | null;
  readonly endedAt: Temporal.Instant | null;
  readonly endedBy: 'patient' | 'program' | null;
  readonly endedHow: 'in-writing' | 'said-and-noted' | 'notice-given' | null;
  readonly endedWords: string | null;
  readonly endedRecordedBy: string | null;
}

/** Our answer. */
export interface RestrictionAnswer {
  readonly agreed: boolean;
  readonly reason: string | null;
  readonly paidOn: Temporal.PlainDate | null;
}

/** How it ends. */
export interface RestrictionEnd {
  readonly by: 'patient' | 'program';
  readonly how: 'in-writing' | 'said-and-noted' | 'notice-given';
  readonly words: string;
}
