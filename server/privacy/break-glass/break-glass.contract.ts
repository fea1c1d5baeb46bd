import { z } from 'zod';
import { emergencyBases, verdicts } from './emergency.ts';

const Line = z.string().trim().max(200).default('');

/** Said before a chart opens. Empty fields are taken here and refused by the rule, so that the attempt stands in the audit. */
export const Statement = z.object({
  recipientName: Line,
  recipientAffiliation: Line,
  discloserName: Line,
  disclosedAt: z.string().trim().max(40).default(''),
  nature: z.string().trim().max(2000).default(''),
  basis: z.enum(emergencyBases).default('medical-emergency'),
  consentCannotBeHad: z.boolean().default(false),
  toOutside: z.boolean().default(false),
});

export const OpenedEmergency = z.object({ id: z.uuid(), patientId: z.uuid(), endsAt: z.iso.datetime() });

export const EmergencyParams = z.object({ emergencyId: z.uuid() });
export const ChartParams = z.object({ patientId: z.uuid() });

/** One's own charts held open at this moment. */
export const OpenEmergencies = z.object({ items: z.array(z.object({ id: z.uuid(), patientId: z.uuid(), openedAt: z.iso.datetime(), endsAt: z.iso.datetime() })) });

/** What stands in the chart about an emergency: the five facts and nothing else. */
export const EmergencyRecords = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      programId: z.uuid(),
      recipientName: z.string(),
      recipientAffiliation: z.string(),
      discloserName: z.string(),
      disclosedAt: z.iso.datetime(),
      nature: z.string(),
    }),
  ),
});

export const ReviewQuery = z.object({ state: z.enum(['waiting', 'reviewed']).default('waiting'), limit: z.coerce.number().int().min(1).max(200).default(100) });

export const EmergencyForReview = z.object({
  id: z.uuid(),
  patientId: z.uuid(),
  patientName: z.string().nullable(),
  staffId: z.uuid(),
  staffName: z.string(),
  basis: z.enum(emergencyBases),
  recipientName: z.string(),
  recipientAffiliation: z.string(),
  discloserName: z.string(),
  disclosedAt: z.iso.datetime(),
  nature: z.string(),
  toOutside: z.boolean(),
  openedAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  dueAt: z.iso.datetime(),
  verdict: z.enum(verdicts).nullable(),
  reason: z.string().nullable(),
  reviewedAt: z.iso.datetime().nullable(),
  reviewedBy: z.uuid().nullable(),
  incidentId: z.uuid().nullable(),
});

export const EmergenciesForReview = z.object({ items: z.array(EmergencyForReview) });

export const EmergencyVerdict = z.object({ verdict: z.enum(verdicts), reason: z.string().trim().max(2000).default(''), opensIncident: z.boolean().default(false) });
export const GivenVerdict = z.object({ incidentId: z.uuid().nullable() });
