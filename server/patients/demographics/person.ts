import type { Generated } from 'kysely';
import type { Id } from '#server/platform/index.ts';

export type PatientId = Id<'Patient'>;
export type PhoneKindName = 'mobile' | 'home' | 'work';
export type AdministrativeSex = 'F' | 'M' | 'U';

/** A postal address in the United States; ZIP of five or nine digits. */
export interface PostalAddress {
  readonly line1: string;
  readonly line2: string | null;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
}

/** What is told of a person, as it lies in the table. */
export interface PatientRow {
  id: string;
  mrn: string;
  givenName: string;
  middleName: string | null;
  familyName: string;
  suffix: string | null;
  nameToUse: string | null;
  pronouns: string | null;
  birthDate: Temporal.PlainDate;
  sexAtBirth: string | null;
  administrativeSex: AdministrativeSex;
  genderIdentity: string | null;
  sexualOrientation: string | null;
  language: string | null;
  needsInterpreter: boolean;
  race: string[];
  ethnicity: string[];
  tribalAffiliation: string | null;
  occupation: string | null;
  industry: string | null;
  phone: string | null;
  phoneKind: PhoneKindName | null;
  otherPhone: string | null;
  otherPhoneKind: PhoneKindName | null;
  email: string | null;
  addressLine1: string | null;
  addressLine2: string | null;
  city: string | null;
  state: string | null;
  zip: string | null;
  photoFileId: string | null;
  deceasedOn: Temporal.PlainDate | null;
  mergedInto: string | null;
  registeredAt: Temporal.Instant;
  updatedAt: Temporal.Instant;
}

type Defaulted = 'administrativeSex' | 'needsInterpreter' | 'race' | 'ethnicity';
type Nullable<Row> = { [Key in keyof Row]: null extends Row[Key] ? Key : never }[keyof Row];
type Insertable<Row> = { [Key in keyof Row]: Key extends Defaulted | Nullable<Row> ? Generated<Row[Key]> : Row[Key] };

/** Tables of schema `patients` that hold demographics. */
export interface DemographicTables {
  'patients.patient': Insertable<PatientRow>;
  'patients.formerName': { patientId: string; until: Temporal.Instant; givenName: string; familyName: string };
  'patients.formerAddress': { patientId: string; until: Temporal.Instant; addressLine1: string; addressLine2: string | null; city: string; state: string; zip: string };
}

/** Views of schema `patients` that other contexts may read. */
export interface PatientViews {
  /** All records of one person: `patientId` is what a table keeps, `personId` the survivor. */
  'patients.personRecord': { personId: string; patientId: string };
  'patients.patientName': {
    id: string;
    personId: string;
    mrn: string;
    displayName: string;
    birthDate: Temporal.PlainDate;
    pronouns: string | null;
    givenName: string;
    familyName: string;
  };
  'patients.claimSubject': Pick<
    PatientRow,
    | 'id'
    | 'mrn'
    | 'givenName'
    | 'middleName'
    | 'familyName'
    | 'suffix'
    | 'birthDate'
    | 'administrativeSex'
    | 'addressLine1'
    | 'addressLine2'
    | 'city'
    | 'state'
    | 'zip'
    | 'phone'
    | 'deceasedOn'
  > & { personId: string };
}
