import type { Generated } from 'kysely';
import type { Id } from '#server/platform/index.ts';
import type { ProgramKindName } from '../levels-of-care/levels-of-care.contract.ts';

export type ProgramId = Id<'Program'>;

/** Tables of schema `programs` that describe programs. */
export interface ProgramTables {
  'programs.program': {
    id: string;
    siteId: string;
    name: string;
    kind: ProgramKindName;
    levelOfCare: string;
    placeOfService: string;
    active: Generated<boolean>;
    createdAt: Temporal.Instant;
  };
}

/** Views of schema `programs` that other contexts may read. */
export interface ProgramViews {
  'programs.programName': {
    id: string;
    name: string;
    kind: ProgramKindName;
    levelOfCare: string;
    siteId: string;
    placeOfService: string;
    active: boolean;
    part2: boolean;
  };
  'programs.openEpisode': {
    id: string;
    patientId: string;
    programId: string;
    labels: string[];
    state: 'referral' | 'screening' | 'admitted';
    referredOn: Temporal.PlainDate;
    admittedOn: Temporal.PlainDate | null;
    primaryClinicianId: string | null;
  };
}
