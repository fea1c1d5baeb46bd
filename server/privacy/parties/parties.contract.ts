import { z } from 'zod';

/** Kinds of party that a person may enter; a patient receives as a patient and is no party. */
export const partyKinds = [
  'provider',
  'health-plan',
  'third-party-payer',
  'vendor',
  'intermediary',
  'part2-program',
  'central-registry',
  'pdmp',
  'public-health-authority',
  'fda',
  'court',
  'attorney',
  'law-enforcement',
  'criminal-justice',
  'child-protection',
  'coroner',
  'auditor',
  'researcher',
  'employer',
  'family',
  'person',
] as const;

const words = (most: number) => z.string().trim().max(most);
const maybe = (most: number) => words(most).min(1).nullish();

/** A party as it is entered. A fax number is digits, whatever was typed between them. */
export const NewParty = z.object({
  name: words(200).min(1, 'Enter a name.'),
  kind: z.enum(partyKinds),
  legalStatus: z.enum(['covered-entity', 'business-associate', 'neither']),
  patientId: z.uuid().nullish(),
  contact: words(200).default(''),
  addressLine1: maybe(200),
  addressLine2: maybe(200),
  city: maybe(100),
  state: z
    .string()
    .regex(/^[A-Z]{2}$/, 'Two capital letters, such as WA.')
    .nullish(),
  zip: maybe(10),
  phone: maybe(30),
  fax: z
    .string()
    .transform((text) => text.replaceAll(/\D/g, ''))
    .pipe(z.string().regex(/^\d{10,15}$/, 'Enter the fax number with its area code.'))
    .nullish(),
  email: z.email('Enter an address such as records@clinic.example.').nullish(),
  licences: z.array(words(50).min(1)).max(20).default([]),
});

/** What changes of a party; what is left out stays. */
export const PartyChanges = NewParty.omit({ patientId: true }).partial().extend({ active: z.boolean().optional() });

export const PartyReply = z.object({
  id: z.uuid(),
  patientId: z.uuid().nullable(),
  name: z.string(),
  kind: z.string(),
  legalStatus: z.string(),
  contact: z.string(),
  addressLine1: z.string().nullable(),
  addressLine2: z.string().nullable(),
  city: z.string().nullable(),
  state: z.string().nullable(),
  zip: z.string().nullable(),
  phone: z.string().nullable(),
  fax: z.string().nullable(),
  email: z.string().nullable(),
  licences: z.array(z.string()),
  active: z.boolean(),
});
export const PartyList = z.object({ items: z.array(PartyReply) });
export const PartyQuery = z.object({ q: z.string().trim().max(100).optional(), patientId: z.uuid().optional(), kind: z.enum(partyKinds).optional() });
export const PartyAdded = z.object({ id: z.uuid() });
export const PartyAddress = z.object({ partyId: z.uuid() });

/** How somebody checked that a provider treats the patient. */
export const VerifyTreatment = z.object({ patientId: z.uuid(), programId: z.uuid(), verifiedHow: words(500).min(3, 'Say how it was checked.') });
export const Treatments = z.object({
  items: z.array(
    z.object({ id: z.uuid(), partyId: z.uuid(), partyName: z.string(), verifiedHow: z.string(), verifiedAt: z.iso.datetime(), endedAt: z.iso.datetime().nullable() }),
  ),
});
export const PatientAddress = z.object({ patientId: z.uuid() });
export const TreatmentAddress = z.object({ treatmentId: z.uuid() });
export type PartyJson = z.infer<typeof PartyReply>;
