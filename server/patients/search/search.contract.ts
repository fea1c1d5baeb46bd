import { z } from 'zod';
import { Day, PhoneNumber } from '../demographics/demographics.contract.ts';

/** A name, a date of birth, a phone number (whole or its last four digits) or a medical record number; also several together. */
export const SearchQuery = z.object({
  q: z.string().trim().max(100).default(''),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});

/** How a person was found; `similar-name` is a spelling or sound that is close to what was typed. */
export const MatchedOn = z.enum(['name', 'similar-name', 'birth-date', 'phone', 'mrn', 'former-record']);

export const FoundPatient = z.object({
  id: z.uuid(),
  mrn: z.string(),
  displayName: z.string(),
  /** Given and family name on record when the person uses another. */
  legalName: z.string().nullable(),
  pronouns: z.string().nullable(),
  birthDate: Day,
  age: z.int(),
  phoneLast4: z.string().nullable(),
  hasPhoto: z.boolean(),
  deceased: z.boolean(),
  matchedOn: z.array(MatchedOn),
});

export const FoundPatients = z.object({ items: z.array(FoundPatient) });

/** What is known of someone about to be registered. */
export const DuplicateQuery = z.object({
  givenName: z.string().trim().min(1, 'Write the given name.').max(35),
  familyName: z.string().trim().min(1, 'Write the family name.').max(60),
  birthDate: Day,
  phone: PhoneNumber.nullish(),
  email: z.string().max(120).nullish(),
});

/** Someone on record who may be the same person. `score` runs from 0 to 100; from `likely` up, registering asks for a decision. */
export const PossibleDuplicate = FoundPatient.omit({ matchedOn: true }).extend({
  score: z.int().min(0).max(100),
  band: z.enum(['same', 'likely', 'possible']),
  because: z.array(z.string()),
});

export const PossibleDuplicates = z.object({ items: z.array(PossibleDuplicate) });

export type FoundPatientReply = z.infer<typeof FoundPatient>;
export type PossibleDuplicateReply = z.infer<typeof PossibleDuplicate>;
