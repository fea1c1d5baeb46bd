import { z } from 'zod';
import { isNpi } from './npi.ts';

/** Ten digits of a United States number; people write them in many ways. */
export const Phone = z
  .string()
  .transform((written) => written.replaceAll(/\D/g, '').replace(/^1(?=\d{10}$)/, ''))
  .pipe(z.string().regex(/^\d{10}$/, 'Write ten digits with the area code.'));

/** National Provider Identifier: ten digits, the last a check digit. */
export const Npi = z.string().refine(isNpi, 'This is not an NPI: ten digits, of which the last checks the others.');

export const TimeZone = z
  .string()
  .refine((name) => Intl.supportedValuesOf('timeZone').includes(name) || name === 'UTC', 'Choose a time zone such as America/Los_Angeles.');

/** NUCC provider taxonomy code. */
export const Taxonomy = z.string().regex(/^[0-9A-Z]{9}X$/, 'A taxonomy code has nine characters and an X, such as 101YM0800X.');

/** A postal address in the United States; the ZIP code has five or nine digits. */
export const PostalAddress = z.object({
  line1: z.string().trim().min(1, 'Write the street.').max(55),
  line2: z.string().trim().max(55).nullish(),
  city: z.string().trim().min(1, 'Write the city.').max(30),
  state: z.string().regex(/^[A-Z]{2}$/, 'Write the two letters of the state.'),
  zip: z
    .string()
    .transform((written) => written.replaceAll(/\D/g, ''))
    .pipe(z.string().regex(/^(\d{5}|\d{9})$/, 'Write five or nine digits.')),
});

const organisation = {
  name: z.string().trim().min(1, 'Give the organisation a name.').max(60),
  taxId: z.string().regex(/^\d{9}$/, 'The employer identification number has nine digits.'),
  npi: Npi,
  taxonomy: Taxonomy,
  phone: Phone,
  email: z.email('Write an email address.').max(120),
  timeZone: TimeZone,
  address: PostalAddress,
};

export const NewOrganisation = z.object(organisation);

const minutes = (least: number, most: number) => z.int().min(least, `At least ${least} minutes.`).max(most, `At most ${most} minutes.`);

/** Only the fields sent are changed. Automatic logoff: 45 CFR 164.312(a)(2)(iii). */
export const OrganisationChanges = z
  .object({ ...organisation, idleMinutes: minutes(1, 60), sessionHours: z.int().min(1).max(24), allowsDictation: z.boolean() })
  .partial();

export const Organisation = z.object({
  name: z.string(),
  taxId: z.string(),
  npi: z.string(),
  taxonomy: z.string(),
  phone: z.string(),
  email: z.string(),
  timeZone: z.string(),
  address: PostalAddress,
  /** A session without activity ends after this. */
  idleMinutes: z.int(),
  /** A session ends after this, however active. */
  sessionHours: z.int(),
  /** Notes may be dictated where the browser offers it; what is said may then leave the device. */
  allowsDictation: z.boolean(),
});

export type OrganisationReply = z.infer<typeof Organisation>;
