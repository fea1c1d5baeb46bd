import { z } from 'zod';
import { Day } from '../demographics/demographics.contract.ts';

/** Exact identifiers: the record number, or the full name and the date of birth. Anything less finds nobody. */
export const Identifiers = z.object({
  givenName: z.string().trim().max(60).default(''),
  familyName: z.string().trim().max(60).default(''),
  birthDate: Day.nullish(),
  mrn: z.string().trim().max(20).default(''),
});

/** At most one person; the same answer for nobody, for somebody of whom less was said, and for two of one name. */
export const FoundInEmergency = z.object({ items: z.array(z.object({ id: z.uuid(), displayName: z.string(), birthDate: Day, mrn: z.string() })) });
