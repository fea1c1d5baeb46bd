import { z } from 'zod';

const day = z.iso.date('Give a date such as 2026-11-24.');
const reason = z.string().trim().min(3, 'Write why.').max(300);

export const PatientPath = z.object({ patientId: z.uuid() });
export const AllergyPath = z.object({ allergyId: z.uuid() });

export const AllergyCategory = z.enum(['medication', 'food', 'environment', 'other']);
export const AllergyKind = z.enum(['allergy', 'intolerance']);
export const AllergySeverity = z.enum(['mild', 'moderate', 'severe']);
export const AllergyCriticality = z.enum(['low', 'high', 'unknown']);
const AllergyState = z.enum(['active', 'resolved', 'entered-in-error']);

const facts = {
  substance: z.string().trim().min(2, 'Name the substance.').max(120),
  category: AllergyCategory,
  kind: AllergyKind,
  reaction: z.string().trim().max(300).default(''),
  severity: AllergySeverity.nullish(),
  criticality: AllergyCriticality.default('unknown'),
  onset: day.nullish(),
};

/** Sent again with the same id it is written once. */
export const NewAllergy = z.object({ id: z.uuid().optional(), programId: z.uuid(), ...facts, isVerified: z.boolean().default(false) });
export const ChangeAllergy = z.object({ version: z.int(), ...facts, isVerified: z.boolean().default(false) });
/** Not to be undone by a click: what is over, or was never so, says why. */
export const EndAllergy = z.object({ version: z.int(), state: z.enum(['resolved', 'entered-in-error']), reason });
export const NewAllergyStatement = z.object({ programId: z.uuid(), says: z.enum(['none-known', 'withdrawn']), reason: z.string().trim().max(300).default('') });

export const AllergyReply = z.object({
  id: z.uuid(),
  version: z.int(),
  patientId: z.uuid(),
  programId: z.uuid(),
  programName: z.string(),
  substance: z.string(),
  rxnorm: z.string().nullable(),
  category: AllergyCategory,
  kind: AllergyKind,
  reaction: z.string(),
  severity: AllergySeverity.nullable(),
  criticality: AllergyCriticality,
  onset: z.string().nullable(),
  state: AllergyState,
  reason: z.string(),
  verifiedAt: z.string().nullable(),
  verifiedBy: z.string().nullable(),
  writtenAt: z.string(),
  writtenBy: z.string(),
});
export type AllergyReply = z.infer<typeof AllergyReply>;

/** How allergies stand: some are listed, somebody said that none is known, or nobody has asked. */
export const AllergyList = z.object({
  standing: z.discriminatedUnion('is', [
    z.object({ is: z.literal('listed') }),
    z.object({ is: z.literal('none-known'), since: z.string(), by: z.string() }),
    z.object({ is: z.literal('not-asked') }),
  ]),
  items: z.array(AllergyReply),
});
export type AllergyListReply = z.infer<typeof AllergyList>;
export const AllergyHistory = z.object({ items: z.array(AllergyReply) });
export const Substances = z.object({ items: z.array(z.object({ name: z.string(), category: AllergyCategory, rxnorm: z.string().nullable() })) });
