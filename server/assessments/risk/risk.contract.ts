import { z } from 'zod';

const words = z.string().trim().min(3, 'Write a few words.').max(4000);
const lines = z.array(z.string().trim().min(1).max(500)).max(20);

export const Formulation = z.object({
  level: z.enum(['low', 'moderate', 'high', 'imminent'], 'Set the level of risk: only a clinician can.'),
  ideation: words,
  planAndIntent: words,
  means: words,
  riskFactors: words,
  protectiveFactors: words,
  disposition: words,
});
export const SafetyPlan = z.object({
  warningSigns: lines,
  byMyself: lines,
  peopleAndPlaces: lines,
  peopleToAsk: z.array(z.object({ name: z.string().trim().min(1).max(200), phone: z.string().max(40), isTold: z.boolean() })).max(20),
  professionals: z.array(z.object({ name: z.string().trim().min(1).max(200), phone: z.string().max(40) })).max(20),
  safeSurroundings: z.array(z.object({ what: z.string().trim().min(1).max(500), who: z.string().max(200), isDone: z.boolean() })).max(20),
  reasonsForLiving: lines,
  firearms: z.enum(['access', 'no-access', 'declined'], 'Ask about firearms, and choose the answer.'),
  declined: z.array(z.string().max(40)),
  isWrittenTogether: z.boolean(),
  isCopyGiven: z.boolean(),
});

/** What staff may write on the pathway. */
export const NewRiskEntry = z.discriminatedUnion('kind', [
  Formulation.extend({ kind: z.literal('formulated') }),
  z.object({ kind: z.literal('plan-written'), plan: SafetyPlan }),
  z.object({ kind: z.literal('plan-not-possible'), reason: z.string().trim().min(10, 'Write why there is no plan, in a sentence.').max(1000) }),
  z.object({
    kind: z.literal('contact'),
    channel: z.enum(['in-person', 'phone', 'video', 'message']),
    outcome: z.enum(['reached', 'not-reached', 'welfare-check']),
    note: words,
  }),
  z.object({ kind: z.literal('closed'), exit: z.enum(['risk-resolved', 'not-at-risk', 'transferred', 'discharged', 'died']), reason: z.string().max(2000) }),
]);
export const RiskEntryBody = z.object({ requestId: z.uuid(), entry: NewRiskEntry });
export const OpenRiskBody = z.object({
  programId: z.uuid(),
  level: z.enum(['emergency', 'urgent', 'high']),
  says: z.string().trim().min(3, 'Write what you saw or heard.').max(500),
});

const Duty = z.object({
  key: z.string(),
  kind: z.enum(['on-call-contact', 'formulation', 'safety-plan', 'contact', 'missed-visit']),
  dueAt: z.string(),
  doneAt: z.string().nullable(),
  endedAt: z.string().nullable(),
});
export const RiskCaseReply = z.object({
  id: z.uuid(),
  programId: z.uuid(),
  programName: z.string(),
  ownerName: z.string().nullable(),
  openedAt: z.string(),
  closedAt: z.string().nullable(),
  phase: z.enum(['formulation', 'safety-plan', 'missed-visit', 'contact', 'closed']),
  level: z.enum(['low', 'moderate', 'high', 'imminent']).nullable(),
  duties: z.array(Duty),
  plan: z.object({ at: z.string(), content: SafetyPlan }).nullable(),
  events: z.array(z.object({ id: z.string(), kind: z.string(), at: z.string(), byName: z.string().nullable(), says: z.string() })),
});
export const RiskCases = z.object({ items: z.array(RiskCaseReply), crisisWords: z.string() });
export const ProgramPath = z.object({ programId: z.uuid() });
export const NewShift = z.object({ staffId: z.uuid(), startsAt: z.iso.datetime({ offset: true }), endsAt: z.iso.datetime({ offset: true }) });
export const RiskPath = z.object({ patientId: z.uuid() });
export const CasePath = z.object({ caseId: z.uuid() });
export const DutyList = z.object({
  items: z.array(
    z.object({
      caseId: z.string(),
      key: z.string(),
      kind: Duty.shape.kind,
      dueAt: z.string(),
      isLate: z.boolean(),
      patientId: z.string(),
      patientName: z.string(),
      programName: z.string(),
      ownerName: z.string().nullable(),
    }),
  ),
});

export type NewRiskEntry = z.infer<typeof NewRiskEntry>;
export type RiskCaseReply = z.infer<typeof RiskCaseReply>;
export type DutyList = z.infer<typeof DutyList>;
