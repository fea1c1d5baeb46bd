import { faker } from '@faker-js/faker';
import type { ClaimSubject, OtherPayer, PersonName, ProfessionalClaim, ProfessionalLine, ServiceFacility } from '#server/formats/x12/index.ts';
import { addCents, cents } from '#server/platform/index.ts';
import { coverages, type Coverage } from './coverages.ts';
import { billingProviders, clinicians, hospital, referrer, secondSite, supervisor } from './organisations.ts';
import { personFrom, type Person } from './people.ts';
import { judgedLine, otherPayer } from './prior-payments.ts';
import { encounters, type Encounter, type Service } from './services.ts';

/** The seed of every invented person: the same count gives the same files. */
const seed = 5010;
const firstDay = Temporal.PlainDate.from('2026-01-05');
/** Days over which first days are spread, so that the longest claim ends before the files are made. */
const spread = 230;
const adult = [19, 64] as const;
const elderly = [65, 88] as const;
const ofAge = 18;
const forTheElderly = new Set(['MB', '16']);

/** One claim of the sample, and what it was made to show. */
export interface SampleClaim {
  readonly shows: { readonly encounter: string; readonly coverage: string };
  readonly claim: ProfessionalClaim;
}

const forGrownUps = ({ filingIndicator, relationship, others }: Coverage) =>
  forTheElderly.has(filingIndicator) ||
  filingIndicator === 'VA' ||
  relationship === '01' ||
  relationship === '53' ||
  others.some((other) => forTheElderly.has(other.filingIndicator));

const isOfChildren = (encounter: Encounter) => encounter.age !== undefined && encounter.age[1] <= ofAge;

/** The next coverage in the rotation that a patient of this encounter can have. */
function coverageFor(encounter: Encounter, place: number): Coverage {
  const turned = [...coverages.slice(place % coverages.length), ...coverages.slice(0, place % coverages.length)];
  const found = turned.find((coverage) => !(isOfChildren(encounter) && forGrownUps(coverage)));
  if (!found) throw new Error(`No coverage fits ${encounter.name}`);
  return found;
}

function ageFor(encounter: Encounter, coverage: Coverage): readonly [number, number] {
  if (encounter.age) return encounter.age;
  if (coverage.relationship === '19') return [19, 25];
  return forTheElderly.has(coverage.filingIndicator) || coverage.others.some(({ filingIndicator }) => filingIndicator === 'MB') ? elderly : adult;
}

const memberId = (pattern: string) => faker.helpers.replaceSymbols(pattern.replaceAll('?', '#'));

/** The parent, spouse or partner through whom a dependent is covered. */
function relativeOf(patient: Person, place: number, coverage: Coverage, on: Temporal.PlainDate): Person {
  const age = coverage.relationship === '19' ? ([44, 60] as const) : adult;
  const relative = personFrom(faker, place + 1, on, age);
  const name: PersonName = coverage.relationship === '19' ? { ...relative.name, family: patient.name.family } : relative.name;
  return { ...relative, name, address: patient.address };
}

function subjectOf(patient: Person, coverage: Coverage, relative: Person): ClaimSubject {
  const id = memberId(coverage.memberPattern);
  if (coverage.relationship === undefined) return { patientIs: 'subscriber', subscriber: { ...patient, memberId: id } };
  const described = coverage.describesSubscriber === true ? relative : { name: relative.name };
  return { patientIs: 'dependent', subscriber: { ...described, memberId: id }, patient: { ...patient, relationship: coverage.relationship } };
}

function lineOf(service: Service, place: number, claimNumber: string, from: Temporal.PlainDate, diagnoses: number): ProfessionalLine {
  const { day = 0, throughDay, note, description, placeOfService, drug } = service;
  // Later lines point to fewer and other diagnoses, so that pointers vary.
  const pointers = Array.from({ length: Math.min(4, diagnoses) }, (_, index) => ((index + place) % diagnoses) + 1);
  return {
    lineNumber: `${claimNumber}L${place + 1}`,
    procedure: { code: service.code, modifiers: service.modifiers ?? [], ...(description === undefined ? {} : { description }) },
    charge: cents(service.chargeCents),
    units: service.units ?? 1,
    unit: 'UN',
    ...(placeOfService === undefined ? {} : { placeOfService }),
    diagnosisPointers: place === 0 ? pointers : pointers.slice(0, Math.max(1, pointers.length - 1)),
    servedOn: from.add({ days: day }),
    ...(throughDay === undefined ? {} : { servedThrough: from.add({ days: throughDay }) }),
    ...(note === undefined ? {} : { note }),
    ...(drug === undefined ? {} : { drug }),
    adjudications: [],
  };
}

function facilityOf(encounter: Encounter): { readonly serviceFacility?: ServiceFacility } {
  if (encounter.facility === undefined) return {};
  return { serviceFacility: encounter.facility === 'hospital' ? hospital : secondSite };
}

/** Rendering is left out where the practice of one is both biller and clinician. */
function providersOf(encounter: Encounter, place: number): Pick<ProfessionalClaim, 'rendering' | 'supervising' | 'referring'> {
  const rendering = clinicians[encounter.clinician][place % 2 === 0 ? 0 : 1];
  return {
    ...(encounter.billing === 'solo' ? {} : { rendering }),
    ...(encounter.isSupervised === true ? { supervising: supervisor } : {}),
    ...(encounter.isReferred === true ? { referring: referrer } : {}),
  };
}

function referencesOf(encounter: Encounter, place: number): Partial<ProfessionalClaim> {
  const serial = String(place + 1).padStart(6, '0');
  return {
    medicalRecordNumber: `MRN${serial}`,
    ...(encounter.needsAuthorization === true ? { priorAuthorization: `AUTH-${serial}` } : {}),
    ...(encounter.isReferred === true ? { referralNumber: `RF${serial}` } : {}),
    ...(encounter.isDrugTest === true ? { cliaNumber: '20D0912345' } : {}),
    ...(encounter.frequency === undefined ? {} : { payerClaimNumber: `PCN${serial}` }),
    ...(encounter.note === undefined ? {} : { note: { kind: 'ADD' as const, text: encounter.note } }),
    // What the patient paid at the desk: only on claims that no other payer has judged.
    ...(place % 5 === 0 ? { patientPaid: cents(2000 + 25 * (place % 40)) } : {}),
  };
}

function otherPayersOf(coverage: Coverage, lines: readonly ProfessionalLine[], patient: Person, relative: Person): OtherPayer[] {
  return coverage.others.map((other) => {
    const member = `M${faker.string.numeric(9)}`;
    const isChild = coverage.relationship === '19';
    const holder = isChild ? relative : patient;
    return otherPayer(other, lines, { relationship: isChild ? '19' : '18', subscriber: { name: holder.name, memberId: member, address: holder.address } });
  });
}

function claimOf(encounter: Encounter, coverage: Coverage, place: number): ProfessionalClaim {
  const claimNumber = `HBH${String(place + 1).padStart(7, '0')}`;
  const from = firstDay.add({ days: (place * 7) % spread });
  const patient = personFrom(faker, place, from, ageFor(encounter, coverage));
  const relative = relativeOf(patient, place, coverage, from);
  const lines = encounter.services
    .map((service, index) => lineOf(service, index, claimNumber, from, encounter.diagnoses.length))
    .map((line, index) => judgedLine(line, coverage.others, line.servedThrough ?? line.servedOn, index + place));
  const { sequence, filingIndicator, groupNumber, groupName, medicareSecondaryReason, payer } = coverage;
  return {
    claimNumber,
    billingProvider: billingProviders[encounter.billing],
    plan: {
      sequence,
      filingIndicator,
      ...(groupNumber === undefined ? {} : { groupNumber }),
      ...(groupName === undefined ? {} : { groupName }),
      ...(medicareSecondaryReason === undefined ? {} : { medicareSecondaryReason }),
    },
    payer,
    subject: subjectOf(patient, coverage, relative),
    charge: addCents(...lines.map(({ charge }) => charge)),
    placeOfService: encounter.placeOfService,
    frequency: encounter.frequency ?? '1',
    assignment: 'A',
    benefitsAssigned: 'Y',
    releaseOfInformation: 'Y',
    dates: (encounter.dates ?? []).map((kind) => ({ kind, on: from.subtract({ days: kind === 'onset' ? 40 : 0 }) })),
    ...referencesOf(encounter, place),
    diagnoses: encounter.diagnoses,
    ...providersOf(encounter, place),
    ...facilityOf(encounter),
    otherPayers: otherPayersOf(coverage, lines, patient, relative),
    lines,
  };
}

/** So many claims, each of another encounter, coverage and person; always the same for the same count. */
export function sampleClaims(count: number): SampleClaim[] {
  faker.seed(seed);
  return Array.from({ length: count }, (_, place) => {
    const encounter = encounters[place % encounters.length];
    if (!encounter) throw new Error('There are no encounters to choose from');
    const coverage = coverageFor(encounter, place);
    return { shows: { encounter: encounter.name, coverage: coverage.name }, claim: claimOf(encounter, coverage, place) };
  });
}
