import type { Generated, Insertable, Updateable } from 'kysely';
import type { AdministrativeSex } from '../demographics/person.ts';

/** Tables of schema `patients` that say who pays. */
export interface CoverageTables {
  'patients.coverage': {
    id: string;
    patientId: string;
    payerId: string;
    rank: number;
    planName: string | null;
    memberId: string;
    groupNumber: string | null;
    relationship: '18' | '01' | '19' | 'G8';
    subscriberGivenName: string | null;
    subscriberFamilyName: string | null;
    subscriberBirthDate: Temporal.PlainDate | null;
    subscriberSex: AdministrativeSex | null;
    subscriberLine1: string | null;
    subscriberLine2: string | null;
    subscriberCity: string | null;
    subscriberState: string | null;
    subscriberZip: string | null;
    validFrom: Temporal.PlainDate;
    validThrough: Temporal.PlainDate | null;
    frontFileId: Generated<string | null>;
    backFileId: Generated<string | null>;
    createdAt: Temporal.Instant;
    verifiedOn: Generated<Temporal.PlainDate | null>;
    verifiedHow: Generated<'portal' | 'phone' | 'electronic' | null>;
    verifiedBy: Generated<string | null>;
    verifiedNote: Generated<string>;
  };
  'patients.guarantor': {
    id: string;
    patientId: string;
    relationship: string;
    givenName: string;
    familyName: string;
    birthDate: Temporal.PlainDate | null;
    phone: string | null;
    email: string | null;
    addressLine1: string | null;
    addressLine2: string | null;
    city: string | null;
    state: string | null;
    zip: string | null;
    validFrom: Temporal.PlainDate;
    validThrough: Temporal.PlainDate | null;
  };
}

export type NewCoverageRow = Insertable<CoverageTables['patients.coverage']>;
export type CoverageColumns = Updateable<CoverageTables['patients.coverage']>;
export type GuarantorColumns = Updateable<CoverageTables['patients.guarantor']>;
