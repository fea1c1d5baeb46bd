import type {
  BillingProvider,
  ClaimProviders,
  ClaimSubject,
  PersonName,
  PersonProvider,
  PostalAddress,
  ProfessionalClaim,
  ProfessionalLine,
} from '#server/formats/x12/index.ts';
import { addCents, cents } from '#server/platform/index.ts';
import type { AddressFact, ClaimFacts, ClaimLineFact, ClinicianFact, HolderFact, PayerFact, PersonFact } from './claim.ts';
import { adjudicationsOf, otherPayersOf, placeInOrder } from './coordination-837p.rules.ts';
import { addressOf, nameOf, said } from './parties-837p.rules.ts';

/** Payers do not read beyond twelve diagnoses (HI) and four pointers a line (SV107). */
const mostDiagnoses = 12;
const mostPointers = 4;
const telehealthPlaces = ['02', '10'];

function demographicsOf(person: PersonFact, fallback: AddressFact | null) {
  const address = person.address ?? fallback;
  return { birthDate: Temporal.PlainDate.from(person.birthDate), sex: person.sex, address: address ? addressOf(address) : { line1: '', city: '', state: '', zip: '' } };
}

function holderOf({ birthDate, sex, address }: HolderFact) {
  return said({ address: address ? addressOf(address) : undefined, birthDate: birthDate ? Temporal.PlainDate.from(birthDate) : undefined, sex: sex ?? undefined });
}

/** Loops 2010BA and 2010CA: a patient who is not the subscriber is sent as a dependent (X12 837P 2000B, 2000C). */
function subjectOf({ patient, coverage }: ClaimFacts): ClaimSubject {
  const { memberId, relationship, subscriber } = coverage;
  if (relationship === '18' || !subscriber) {
    return { patientIs: 'subscriber', subscriber: { name: nameOf(patient), memberId, ...demographicsOf(patient, null) } };
  }
  return {
    patientIs: 'dependent',
    subscriber: { name: nameOf(subscriber), memberId, ...holderOf(subscriber) },
    patient: { name: nameOf(patient), relationship, ...demographicsOf(patient, subscriber.address) },
  };
}

function providerOf(clinician: ClinicianFact): PersonProvider {
  return said({ kind: 'person' as const, name: nameOf(clinician), npi: clinician.npi, taxonomy: clinician.taxonomy ?? undefined });
}

function supervisingOf({ taxonomy: _neverSent, ...person }: PersonProvider): PersonProvider {
  return person;
}

/**
 * A trainee renders under a named supervisor, or the supervisor stands as rendering: the payer's rule of the day (billing facts 2.3).
 * Whoever renders is left out where the bill comes from the same person, and where a day is given by the organisation as a whole.
 */
function providersOf({ billing, clinician, supervisor, isTrainee, traineePolicy, referring }: ClaimFacts): ClaimProviders {
  const isSupervised = isTrainee && supervisor !== null;
  const renders = isSupervised && traineePolicy === 'supervisor-renders' ? supervisor : clinician;
  const rendering = renders ? providerOf(renders) : undefined;
  const supervising = isSupervised && supervisor.npi !== rendering?.npi ? supervisingOf(providerOf(supervisor)) : undefined;
  return said({
    rendering: rendering?.npi === billing.npi ? undefined : rendering,
    supervising,
    referring: referring ? providerOf({ ...referring, taxonomy: null }) : undefined,
  });
}

function planOf({ coverage, payer, otherPayers = [] }: ClaimFacts): ProfessionalClaim['plan'] {
  return said({
    sequence: placeInOrder(otherPayers),
    filingIndicator: payer.filingIndicator,
    groupNumber: coverage.groupNumber ?? undefined,
    groupName: coverage.groupNumber ? undefined : (coverage.groupName ?? undefined),
    medicareSecondaryReason: coverage.medicareSecondaryReason ?? undefined,
  });
}

function payerOf({ name, electronicId, address }: PayerFact): ProfessionalClaim['payer'] {
  return said({ name, id: electronicId, address: address ? addressOf(address) : undefined });
}

function billingProviderOf({ billing }: ClaimFacts): BillingProvider {
  const { npi, taxonomy, taxId, taxIdKind = 'EIN', phone, address, payTo } = billing;
  const name: { kind: 'person'; name: PersonName } | { kind: 'organisation'; name: string } = billing.person
    ? { kind: 'person', name: nameOf(billing.person) }
    : { kind: 'organisation', name: billing.name };
  return {
    ...name,
    npi,
    taxonomy,
    address: addressOf(address),
    taxId: { kind: taxIdKind, number: taxId },
    ...said({ contact: phone ? { name: 'BILLING OFFICE', phone } : undefined, payTo: payTo ? addressOf(payTo) : undefined }),
  };
}

const samePlace = (one: PostalAddress, other: AddressFact) => one.line1 === other.line1 && one.zip.slice(0, 5) === other.zip.slice(0, 5);

/** Loop 2310C: only where care was given elsewhere than at the biller's address, and never for telehealth, where it would be the home of the patient. */
function facilityOf({ facility, billing, placeOfService }: ClaimFacts): Pick<ProfessionalClaim, 'serviceFacility'> {
  if (!facility || telehealthPlaces.includes(placeOfService)) return {};
  const address = addressOf(facility.address);
  if (samePlace(address, billing.address)) return {};
  return { serviceFacility: said({ name: facility.name, npi: facility.npi ?? undefined, address }) };
}

const firstPlaces = (count: number) => Array.from({ length: Math.min(mostPointers, count) }, (_unused, index) => index + 1);

function lineOf(line: ClaimLineFact, facts: ClaimFacts): ProfessionalLine {
  return said({
    lineNumber: line.number,
    procedure: said({ code: line.code, modifiers: line.modifiers, description: line.description }),
    charge: cents(line.amountCents),
    units: line.units,
    unit: 'UN' as const,
    placeOfService: line.placeOfService === facts.placeOfService ? undefined : line.placeOfService,
    diagnosisPointers: line.diagnosisPointers ?? firstPlaces(facts.diagnoses.length),
    servedOn: Temporal.PlainDate.from(line.servedOn ?? facts.servedOn),
    servedThrough: line.servedThrough ? Temporal.PlainDate.from(line.servedThrough) : undefined,
    note: line.note,
    drug: line.drug,
    adjudications: adjudicationsOf(line, facts.otherPayers ?? []),
  });
}

/** What the patient paid, never above the charge: an overpayment is a credit of the patient's and no affair of the payer's. */
function patientPaidOf({ patientPaidCents = 0 }: ClaimFacts, charge: number): Pick<ProfessionalClaim, 'patientPaid'> {
  return patientPaidCents > 0 ? { patientPaid: cents(Math.min(patientPaidCents, charge)) } : {};
}

function referencesOf(
  facts: ClaimFacts,
): Pick<ProfessionalClaim, 'payerClaimNumber' | 'priorAuthorization' | 'referralNumber' | 'medicalRecordNumber' | 'cliaNumber' | 'note'> {
  return said({
    payerClaimNumber: facts.payerClaimNumber ?? undefined,
    priorAuthorization: facts.priorAuthorization ?? undefined,
    referralNumber: facts.referralNumber ?? undefined,
    medicalRecordNumber: facts.mrn || undefined,
    cliaNumber: facts.cliaNumber ?? undefined,
    note: facts.note ?? undefined,
  });
}

/** The claim as the professional form says it: 837P, 005010X222A1. Pure: `number` is CLM01. */
export function professionalClaim(number: string, facts: ClaimFacts): ProfessionalClaim {
  const charge = addCents(...facts.lines.map((line) => cents(line.amountCents)));
  return {
    claimNumber: number,
    billingProvider: billingProviderOf(facts),
    plan: planOf(facts),
    payer: payerOf(facts.payer),
    subject: subjectOf(facts),
    charge,
    frequency: facts.frequency ?? '1',
    assignment: 'A',
    benefitsAssigned: 'Y',
    // Y: a signed release is on file. For Part 2 records the consent itself is checked by privacy before disclosure (42 CFR 2.31).
    releaseOfInformation: 'Y',
    dates: (facts.dates ?? []).map(({ kind, on }) => ({ kind, on: Temporal.PlainDate.from(on) })),
    ...patientPaidOf(facts, charge),
    ...referencesOf(facts),
    diagnoses: facts.diagnoses.slice(0, mostDiagnoses),
    ...facilityOf(facts),
    otherPayers: otherPayersOf(facts),
    ...providersOf(facts),
    placeOfService: facts.placeOfService,
    lines: facts.lines.map((line) => lineOf(line, facts)),
  };
}
