import { z } from 'zod';
import { decisionReply, explanationReply } from '../decision/decision.contract.ts';
import { purposes, recordClasses } from '../decision/facts.ts';

export const SimulationParams = z.object({ patientId: z.uuid() });

/** A question of "what if". Without `partyId` the records stay inside; the patient's own number asks as the patient would. Without `at`: now. */
export const SimulationAsked = z.object({
  actor: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('staff'), staffId: z.uuid() }),
    z.object({ kind: z.literal('patient') }),
    z.object({ kind: z.literal('outside') }),
  ]),
  partyId: z.uuid().nullable().default(null),
  purpose: z.enum(purposes),
  at: z.iso.datetime({ offset: true }).optional(),
});

/** What would be decided of one record. */
const SimulatedRecord = z.object({
  id: z.uuid(),
  class: z.enum(recordClasses),
  programName: z.string(),
  labels: z.array(z.string()),
  day: z.iso.date().nullable(),
  goes: z.boolean(),
  reason: z.string(),
  says: z.string(),
  citation: z.string(),
});

/** What would be decided, record by record, and the facts from which. Nothing of it was kept or released. */
export const SimulationReply = z.object({
  decision: decisionReply,
  explanation: explanationReply,
  records: z.array(SimulatedRecord),
  chain: z.array(z.object({ about: z.string(), says: z.string(), counts: z.boolean() })),
});
