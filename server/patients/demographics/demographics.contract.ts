import { z } from 'zod';
import valueSets from '#content/uscdi-v3-demographics.json' with { type: 'json' };

/** Value sets of USCDI v3 with the words to show; one list a field. */
export const demographicChoices = {
  race: valueSets.race,
  ethnicity: valueSets.ethnicity,
  sexAtBirth: valueSets.sexAtBirth,
  administrativeSex: valueSets.administrativeSex,
  genderIdentity: valueSets.genderIdentity,
  sexualOrientation: valueSets.sexualOrientation,
  pronouns: valueSets.pronouns,
  language: valueSets.language,
  relationship: valueSets.relationship,
} as const;

const codeOf = (choices: readonly { code: string }[]) => z.enum(choices.map((choice) => choice.code) as [string, ...string[]], 'Choose one of the list.');
const text = (longest: number) => z.string().trim().max(longest, `At most ${longest} characters.`);
const required = (longest: number, says: string) => z.string().trim().min(1, says).max(longest, `At most ${longest} characters.`);

export const PatientParams = z.object({ patientId: z.uuid() });

/** Ten digits of a United States number; people write them in many ways. */
export const PhoneNumber = z
  .string()
  .transform((written) => written.replaceAll(/\D/g, '').replace(/^1(?=\d{10}$)/, ''))
  .pipe(z.string().regex(/^\d{10}$/, 'Write ten digits with the area code.'));

export const PhoneKind = z.enum(['mobile', 'home', 'work']);

/** A calendar day that exists, as YYYY-MM-DD. */
export const Day = z.iso.date('Write the date as YYYY-MM-DD.');

/** A postal address in the United States; the ZIP code has five or nine digits. */
export const Address = z.object({
  line1: required(55, 'Write the street.'),
  line2: text(55).nullish(),
  city: required(30, 'Write the city.'),
  state: z.string().regex(/^[A-Z]{2}$/, 'Write the two letters of the state.'),
  zip: z
    .string()
    .transform((written) => written.replaceAll(/\D/g, ''))
    .pipe(z.string().regex(/^(\d{5}|\d{9})$/, 'Write five or nine digits.')),
});

const names = {
  givenName: required(35, 'Write the given name.'),
  familyName: required(60, 'Write the family name.'),
  birthDate: Day,
};

const further = {
  middleName: text(25).nullish(),
  suffix: text(10).nullish(),
  nameToUse: text(35).nullish(),
  pronouns: codeOf(valueSets.pronouns).nullish(),
  sexAtBirth: codeOf(valueSets.sexAtBirth).nullish(),
  administrativeSex: z.enum(['F', 'M', 'U']).optional(),
  genderIdentity: codeOf(valueSets.genderIdentity).nullish(),
  sexualOrientation: codeOf(valueSets.sexualOrientation).nullish(),
  language: codeOf(valueSets.language).nullish(),
  needsInterpreter: z.boolean().optional(),
  race: z.array(codeOf(valueSets.race)).max(8).optional(),
  ethnicity: z.array(codeOf(valueSets.ethnicity)).max(4).optional(),
  tribalAffiliation: text(80).nullish(),
  occupation: text(80).nullish(),
  industry: text(80).nullish(),
  phone: PhoneNumber.nullish(),
  phoneKind: PhoneKind.nullish(),
  otherPhone: PhoneNumber.nullish(),
  otherPhoneKind: PhoneKind.nullish(),
  email: z.email('Write an email address.').max(120).nullish(),
  address: Address.nullish(),
  deceasedOn: Day.nullish(),
};

/** What is told of a person; used to change it. Only the fields sent are changed. */
export const PatientChanges = z.object({ ...names, ...further }).partial();

/** A new person at one of the actor's programs. */
export const RegisterPatient = z.object({
  ...names,
  ...further,
  programId: z.uuid(),
  /** People found as possibly the same whom the actor has looked at and holds for others. */
  differentFrom: z.array(z.uuid()).max(50).optional(),
});

export const RegisteredPatient = z.object({ id: z.uuid(), mrn: z.string() });

const AddressReply = z.object({ line1: z.string(), line2: z.string().nullable(), city: z.string(), state: z.string(), zip: z.string() });

/** All that is told of one person. Asked by the number of a merged record it answers the surviving one. */
export const Patient = z.object({
  id: z.uuid(),
  mrn: z.string(),
  /** Name to use and family name, as the person is called. */
  displayName: z.string(),
  givenName: z.string(),
  middleName: z.string().nullable(),
  familyName: z.string(),
  suffix: z.string().nullable(),
  nameToUse: z.string().nullable(),
  pronouns: z.string().nullable(),
  birthDate: Day,
  age: z.int(),
  sexAtBirth: z.string().nullable(),
  administrativeSex: z.enum(['F', 'M', 'U']),
  genderIdentity: z.string().nullable(),
  sexualOrientation: z.string().nullable(),
  language: z.string().nullable(),
  needsInterpreter: z.boolean(),
  race: z.array(z.string()),
  ethnicity: z.array(z.string()),
  tribalAffiliation: z.string().nullable(),
  occupation: z.string().nullable(),
  industry: z.string().nullable(),
  phone: z.string().nullable(),
  phoneKind: PhoneKind.nullable(),
  otherPhone: z.string().nullable(),
  otherPhoneKind: PhoneKind.nullable(),
  email: z.string().nullable(),
  address: AddressReply.nullable(),
  hasPhoto: z.boolean(),
  deceasedOn: Day.nullable(),
  formerNames: z.array(z.object({ givenName: z.string(), familyName: z.string(), until: z.iso.datetime() })),
  formerAddresses: z.array(AddressReply.extend({ until: z.iso.datetime() })),
  /** Records that were merged into this one and can be taken apart again. */
  mergedRecords: z.array(z.object({ id: z.uuid(), mrn: z.string(), displayName: z.string() })),
});

export type PatientReply = z.infer<typeof Patient>;
