import { z } from 'zod';
import { Classes } from '../consents/consents.contract.ts';

const Day = z.iso.date();
const Words = z.string().trim().min(3, 'Write it down in a few words.').max(2000);

export const RestrictedPatient = z.object({ patientId: z.uuid() });
export const RestrictionPath = z.object({ restrictionId: z.uuid() });

/** `self-pay` = health plans shall not hear of services paid in full. */
export const RestrictionKinds = z.enum(['ordinary', 'self-pay']);

/** Purposes that a patient may ask us to stop (45 CFR 164.522(a)(1)(i); 42 CFR 2.26(a)). */
export const RestrictedPurposes = z.enum(['TREAT', 'HPAYMT', 'HOPERAT', 'FAMRQT']);

/** What a patient asks us not to do. What is left out means all: every recipient, every kind of record, every day. */
export const AskRestriction = z.object({
  programId: z.uuid(),
  kind: RestrictionKinds,
  words: Words,
  purposes: z.array(RestrictedPurposes).min(1, 'Choose at least one purpose.').default(['TREAT', 'HPAYMT', 'HOPERAT']),
  partyIds: z.array(z.uuid()).min(1).max(50).nullish(),
  classes: z.array(Classes).min(1).nullish(),
  encounterIds: z.array(z.uuid()).min(1).max(200).nullish(),
  servedFrom: Day.nullish(),
  servedTo: Day.nullish(),
  /** For `self-pay`: the day on which it was paid in full; it is then agreed to at once. */
  paidOn: Day.nullish(),
});

export const AnswerRestriction = z.object({ agreed: z.boolean(), reason: Words.nullish(), paidOn: Day.nullish() });
export const EndRestriction = z.object({ by: z.enum(['patient', 'program']), how: z.enum(['in-writing', 'said-and-noted', 'notice-given']), words: Words });

export const RestrictionLine = z.object({
  id: z.uuid(),
  programId: z.uuid(),
  kind: RestrictionKinds,
  state: z.enum(['asked', 'agreed', 'refused', 'ended']),
  words: z.string(),
  purposes: z.array(z.string()),
  /** Names of those who shall not receive; null for everybody. */
  parties: z.array(z.string()).nullable(),
  classes: z.array(Classes).nullable(),
  servedFrom: Day.nullable(),
  servedTo: Day.nullable(),
  askedAt: z.iso.datetime(),
  answeredAt: z.iso.datetime().nullable(),
  reason: z.string().nullable(),
  paidOn: Day.nullable(),
  endedAt: z.iso.datetime().nullable(),
  endedBy: z.enum(['patient', 'program']).nullable(),
  endedWords: z.string().nullable(),
});
export const RestrictionList = z.object({ items: z.array(RestrictionLine) });
export const AskedRestriction = z.object({ id: z.uuid(), state: z.enum(['asked', 'agreed']) });
export type RestrictionLine = z.infer<typeof RestrictionLine>;
