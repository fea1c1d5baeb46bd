import {
  filingIndicators,
  type ClaimProviders,
  type ClaimSubject,
  type DependentRelationship,
  type FilingIndicator,
  type PersonName,
  type PersonProvider,
  type PostalAddress,
  type ProfessionalClaim,
} from '#server/formats/x12/index.ts';
import { addCents, cents } from '#server/platform/index.ts';
import type { AddressFact, ClaimFacts, ClinicianFact, PersonFact } from './claim.ts';

function addressOf({ line1, line2, city, state, zip }: AddressFact): PostalAddress {
  return { line1, city, state, zip, ...(line2 ? { line2 } : {}) };
}

function nameOf({ given, middle, family, suffix }: PersonFact): PersonName {
  return { family, given, ...(middle ? { middle } : {}), ...(suffix ? { suffix } : {}) };
}

function demographicsOf(person: PersonFact, fallback: AddressFact | null) {
  const address = person.address ?? fallback;
  return { birthDate: Temporal.PlainDate.from(person.birthDate), sex: person.sex, address: address ? addressOf(address) : { line1: '', city: '', state: '', zip: '' } };
}

/** Loops 2010BA and 2010CA: a patient who is not the subscriber is sent as a dependent (X12 837P 2000B, 2000C). */
function subjectOf({ patient, coverage }: ClaimFacts): ClaimSubject {
  if (coverage.relationship === '18' || !coverage.subscriber) {
    return { patientIs: 'subscriber', subscriber: { name: nameOf(patient), memberId: coverage.memberId, ...demographicsOf(patient, null) } };
  }
  const subscriber = { name: nameOf(coverage.subscriber), memberId: coverage.memberId, ...demographicsOf(coverage.subscriber, patient.address) };
  const relationship: DependentRelationship = coverage.relationship;
  return { patientIs: 'dependent', subscriber, patient: { name: nameOf(patient), relationship, ...demographicsOf(patient, coverage.subscriber.address) } };
}

function providerOf({ given, family, npi, taxonomy }: ClinicianFact): PersonProvider {
  return { kind: 'person', name: { family, given }, npi, ...(taxonomy ? { taxonomy } : {}) };
}

/** A trainee renders under a named supervisor, or the supervisor stands as rendering: the payer's rule of the day (billing facts 2.3). */
function providersOf({ clinician, supervisor, isTrainee, traineePolicy }: ClaimFacts): ClaimProviders {
  if (!isTrainee || !supervisor) return { rendering: providerOf(clinician) };
  if (traineePolicy === 'supervisor-renders') return { rendering: providerOf(supervisor) };
  return { rendering: providerOf(clinician), supervising: providerOf(supervisor) };
}

function filingIndicatorOf(text: string): FilingIndicator {
  return filingIndicators.find((known) => known === text) ?? 'ZZ';
}

function planOf({ coverage, payer }: ClaimFacts): ProfessionalClaim['plan'] {
  return {
    sequence: (['P', 'S', 'T'] as const)[coverage.rank - 1] ?? 'P',
    filingIndicator: filingIndicatorOf(payer.filingIndicator),
    ...(coverage.groupNumber ? { groupNumber: coverage.groupNumber } : {}),
  };
}

function billingProviderOf({ billing }: ClaimFacts): ProfessionalClaim['billingProvider'] {
  const { name, npi, taxonomy, taxId, phone, address } = billing;
  return { kind: 'organisation', name, npi, taxonomy, address: addressOf(address), taxId: { kind: 'EIN', number: taxId }, contact: { name: 'BILLING OFFICE', phone } };
}

// Four places at most: SV107.
const pointers = (count: number) => Array.from({ length: Math.min(4, count) }, (_unused, index) => index + 1);

/** The claim as the professional form says it: 837P, 005010X222A1. Pure: `number` is CLM01. */
export function professionalClaim(number: string, facts: ClaimFacts): ProfessionalClaim {
  const servedOn = Temporal.PlainDate.from(facts.servedOn);
  return {
    claimNumber: number,
    billingProvider: billingProviderOf(facts),
    plan: planOf(facts),
    payer: { name: facts.payer.name, id: facts.payer.electronicId },
    subject: subjectOf(facts),
    charge: addCents(...facts.lines.map((line) => cents(line.amountCents))),
    frequency: '1',
    assignment: 'A',
    benefitsAssigned: 'Y',
    // Y: a signed release is on file. For Part 2 records the consent itself is checked by privacy before disclosure (42 CFR 2.31).
    releaseOfInformation: 'Y',
    dates: [],
    medicalRecordNumber: facts.mrn,
    diagnoses: facts.diagnoses.slice(0, 12),
    ...(facts.facility
      ? { serviceFacility: { name: facts.facility.name, ...(facts.facility.npi ? { npi: facts.facility.npi } : {}), address: addressOf(facts.facility.address) } }
      : {}),
    otherPayers: [],
    ...providersOf(facts),
    placeOfService: facts.placeOfService,
    lines: facts.lines.map((line) => ({
      lineNumber: line.number,
      procedure: { code: line.code, modifiers: line.modifiers },
      charge: cents(line.amountCents),
      units: line.units,
      unit: 'UN',
      diagnosisPointers: pointers(facts.diagnoses.length),
      servedOn,
      adjudications: [],
    })),
  };
}
