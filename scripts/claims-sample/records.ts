import { faker } from '@faker-js/faker';
import { assessed, procedureTable, toldToNextPayer, type Assessed, type ClaimFacts, type ClaimLineFact, type OtherPayerFact } from '#server/billing/index.ts';
import type { PostalAddress } from '#server/formats/x12/index.ts';
import { cents } from '#server/platform/index.ts';
import { addiction } from './addiction-encounters.ts';
import { coverages, type Coverage } from './coverages.ts';
import type { Encounter, Visit } from './encounters.ts';
import { addressFact, billingFact, clinicianFact, nameFact, payerFact, personFact } from './facts.ts';
import { fees } from './fees.ts';
import { billingProviders, clinicians, credentials, hospital, referrer, secondSite, supervisor } from './organisations.ts';
import { outpatient } from './outpatient-encounters.ts';
import { personFrom, type Person } from './people.ts';
import { explainedBy, priorDecision, type LineToJudge } from './prior-payments.ts';

/** The seed of every invented person: the same count gives the same files. */
const seed = 5010;
const firstDay = Temporal.PlainDate.from('2026-01-05');
/** Days over which first days are spread, so that the longest claim ends before the files are made. */
const spread = 230;
const adult = [19, 64] as const;
const elderly = [65, 88] as const;
const ofAge = 18;
const forTheElderly = new Set(['MB', '16']);
const encounters: readonly Encounter[] = [...outpatient, ...addiction];

/** One signed note, as billing's rules charged it. */
export interface Charged {
  readonly visit: Visit;
  readonly charge: Assessed;
}

/** Everything that is on record before a claim is built, and what it was made to show. */
export interface SampleRecord {
  readonly shows: { readonly encounter: string; readonly coverage: string };
  readonly claimNumber: string;
  readonly charged: readonly Charged[];
  readonly facts: ClaimFacts;
}

const forGrownUps = ({ filingIndicator, relationship, others }: Coverage) =>
  forTheElderly.has(filingIndicator) ||
  filingIndicator === 'VA' ||
  relationship === '01' ||
  relationship === '53' ||
  others.some((other) => forTheElderly.has(other.filingIndicator));

/** Medicare pays for no trainee, an HMO wants the supervisor as rendering, all others both names. */
function traineePolicyOf({ filingIndicator }: Coverage): ClaimFacts['traineePolicy'] {
  if (filingIndicator === 'MB') return 'not-billable';
  return filingIndicator === 'HM' ? 'supervisor-renders' : 'supervising';
}

const isOfChildren = (encounter: Encounter) => encounter.age !== undefined && encounter.age[1] <= ofAge;

function fits(encounter: Encounter, coverage: Coverage): boolean {
  if (isOfChildren(encounter) && forGrownUps(coverage)) return false;
  return encounter.clinician !== 'trainee' || traineePolicyOf(coverage) !== 'not-billable';
}

/** The next coverage in the rotation that a patient of this encounter can have. */
function coverageFor(encounter: Encounter, place: number): Coverage {
  const turned = [...coverages.slice(place % coverages.length), ...coverages.slice(0, place % coverages.length)];
  const found = turned.find((coverage) => fits(encounter, coverage));
  if (!found) throw new Error(`No coverage fits ${encounter.name}`);
  return found;
}

function ageFor(encounter: Encounter, coverage: Coverage): readonly [number, number] {
  if (encounter.age) return encounter.age;
  if (coverage.relationship === '19') return [19, 25];
  return forTheElderly.has(coverage.filingIndicator) || coverage.others.some(({ filingIndicator }) => filingIndicator === 'MB') ? elderly : adult;
}

/** The parent, spouse or partner through whom a dependent is covered. */
function relativeOf(patient: Person, place: number, coverage: Coverage, on: Temporal.PlainDate): Person {
  const age = coverage.relationship === '19' ? ([44, 60] as const) : adult;
  const relative = personFrom(faker, place + 1, on, age);
  const name = coverage.relationship === '19' ? { ...relative.name, family: patient.name.family } : relative.name;
  return { ...relative, name, address: patient.address };
}

/** What the rules of billing charge for one note under this payer's rules. Throws when they hold it: nothing in the sample should be held. */
function chargeOf(encounter: Encounter, visit: Visit, coverage: Coverage, place: number): Charged {
  const { service, minutes = 0, modality = 'in-person', patientAt = 'home', quantity = 0, isComplex = false } = visit;
  const charge = assessed(procedureTable, {
    service,
    minutes,
    modality,
    patientAt,
    quantity,
    isComplex,
    credential: credentials[encounter.clinician],
    clinicianNpi: clinicians[encounter.clinician][place % 2 === 0 ? 0 : 1].npi,
    supervisorNpi: supervisor.npi,
    programPlaceOfService: visit.placeOfService ?? encounter.placeOfService,
    diagnoses: encounter.diagnoses,
    fees,
    coverage: {
      coverageId: coverage.name,
      payerId: coverage.payer.id,
      payerActive: true,
      rule: {
        videoModifier: '95',
        audioModifier: '93',
        credentialModifiers: ['MC', 'HM', 'BL'].includes(coverage.filingIndicator),
        traineePolicy: traineePolicyOf(coverage),
      },
    },
  });
  if (charge.state !== 'ready') throw new Error(`${encounter.name} is ${charge.state}: ${charge.holds.map(({ says }) => says).join(' ')}`);
  return { visit, charge };
}

interface Around {
  readonly encounter: Encounter;
  readonly coverage: Coverage;
  readonly place: number;
  readonly claimNumber: string;
  readonly from: Temporal.PlainDate;
}

/** The lines of all charges, each with the days of its note. */
function linesOf(charged: readonly Charged[], { encounter, claimNumber, from }: Around): ClaimLineFact[] {
  const count = encounter.diagnoses.length;
  const all = charged.flatMap(({ visit, charge }) => charge.lines.map((line) => ({ visit, line, placeOfService: charge.placeOfService })));
  return all.map(({ visit, line, placeOfService }, place) => {
    // Later lines point to fewer and other diagnoses, so that pointers vary.
    const pointers = Array.from({ length: Math.min(4, count) }, (_unused, index) => ((index + place) % count) + 1);
    return {
      number: `${claimNumber}L${place + 1}`,
      code: line.code,
      modifiers: line.modifiers,
      units: line.units,
      amountCents: line.amount,
      servedOn: from.add({ days: visit.day ?? 0 }).toString(),
      ...(visit.throughDay === undefined ? {} : { servedThrough: from.add({ days: visit.throughDay }).toString() }),
      placeOfService,
      diagnosisPointers: place === 0 ? pointers : pointers.slice(0, Math.max(1, pointers.length - 1)),
      ...(visit.note === undefined ? {} : { note: visit.note }),
      ...(visit.drug === undefined ? {} : { drug: visit.drug }),
    };
  });
}

interface Coordinated {
  readonly lines: readonly ClaimLineFact[];
  readonly otherPayers: readonly OtherPayerFact[];
}

/** The payers before this one: what their remittances said, told on by billing's own rule; and those that wait. */
function coordinated(lines: readonly ClaimLineFact[], { coverage, claimNumber, place }: Around, patient: Person, relative: Person): Coordinated {
  const isChild = coverage.relationship === '19';
  const holder = isChild ? relative : patient;
  const last =
    lines
      .map((line) => line.servedThrough ?? line.servedOn ?? '')
      .toSorted()
      .at(-1) ?? '';
  let judged = lines;
  let explained = new Map<string, number>();
  const otherPayers = coverage.others.map((other, index): OtherPayerFact => {
    const shared = {
      payer: payerFact(other.payer, other.filingIndicator),
      relationship: isChild ? ('19' as const) : ('18' as const),
      memberId: `M${faker.string.numeric(9)}`,
      groupNumber: null,
      holder: { ...nameFact(holder.name), address: addressFact(holder.address) },
    };
    if (other.payment === 'not-adjudicated') return { ...shared, adjudication: null };
    const before: LineToJudge[] = lines.map((line) => ({ ...line, charge: cents(line.amountCents), explained: cents(explained.get(line.number) ?? 0) }));
    const decision = priorDecision(claimNumber, other.payer.id, other.payment, { lines: before, place });
    explained = new Map(decision.lines.map((line) => [line.lineNumber ?? '', explainedBy(line)]));
    const told = toldToNextPayer(decision, other.payer.id, Temporal.PlainDate.from(last).add({ days: 9 * (index + 1) }));
    judged = judged.map((line) => {
      const own = told.lines.get(line.number);
      return own ? { ...line, adjudications: [...(line.adjudications ?? []), own] } : line;
    });
    return { ...shared, adjudication: told.adjudication };
  });
  return { lines: judged, otherPayers };
}

const memberId = (pattern: string) => faker.helpers.replaceSymbols(pattern.replaceAll('?', '#'));

function coverageFact(coverage: Coverage, relative: Person): ClaimFacts['coverage'] {
  const isDescribed = coverage.describesSubscriber === true;
  return {
    memberId: memberId(coverage.memberPattern),
    groupNumber: coverage.groupNumber ?? null,
    groupName: coverage.groupName ?? null,
    medicareSecondaryReason: coverage.medicareSecondaryReason ?? null,
    relationship: coverage.relationship ?? '18',
    rank: coverage.others.length + 1,
    subscriber: coverage.relationship === undefined ? null : { ...personFact(relative), ...(isDescribed ? {} : { birthDate: null, sex: null, address: null }) },
  };
}

const facilities: Readonly<Record<NonNullable<Encounter['facility']>, { name: string; npi?: string; address: PostalAddress }>> = { hospital, 'second-site': secondSite };

function facilityFact({ facility }: Encounter): ClaimFacts['facility'] {
  if (facility === undefined) return null;
  const { name, npi, address } = facilities[facility];
  return { name, npi: npi ?? null, address: addressFact(address) };
}

function referencesOf({ encounter, place, from }: Around): Partial<ClaimFacts> {
  const serial = String(place + 1).padStart(6, '0');
  return {
    priorAuthorization: encounter.needsAuthorization === true ? `AUTH-${serial}` : null,
    referralNumber: encounter.isReferred === true ? `RF${serial}` : null,
    referring: encounter.isReferred === true ? clinicianFact(referrer) : null,
    cliaNumber: encounter.isDrugTest === true ? '20D0912345' : null,
    ...(encounter.frequency === undefined ? {} : { frequency: encounter.frequency, payerClaimNumber: `PCN${serial}` }),
    note: encounter.note === undefined ? null : { kind: 'ADD', text: encounter.note },
    dates: (encounter.dates ?? []).map((kind) => ({ kind, on: from.subtract({ days: kind === 'onset' ? 40 : 0 }).toString() })),
    // What the patient paid at the desk, sometimes more than the charge: the claim must never say more.
    ...(place % 5 === 0 ? { patientPaidCents: 2000 + 25 * (place % 40) } : {}),
    ...(place % 35 === 30 ? { patientPaidCents: 9_999_900 } : {}),
  };
}

function recordOf(encounter: Encounter, coverage: Coverage, place: number): SampleRecord {
  const claimNumber = `HBH${String(place + 1).padStart(7, '0')}`;
  const from = firstDay.add({ days: (place * 7) % spread });
  const around: Around = { encounter, coverage, place, claimNumber, from };
  const patient = personFrom(faker, place, from, ageFor(encounter, coverage));
  const relative = relativeOf(patient, place, coverage, from);
  const charged = encounter.visits.map((visit) => chargeOf(encounter, visit, coverage, place));
  return {
    shows: { encounter: encounter.name, coverage: coverage.name },
    claimNumber,
    charged,
    facts: {
      servedOn: from.toString(),
      placeOfService: charged[0]?.charge.placeOfService ?? encounter.placeOfService,
      diagnoses: encounter.diagnoses,
      mrn: `MRN${String(place + 1).padStart(6, '0')}`,
      ...referencesOf(around),
      patient: personFact(patient),
      coverage: coverageFact(coverage, relative),
      payer: payerFact(coverage.payer, coverage.filingIndicator),
      billing: billingFact(billingProviders[encounter.billing]),
      facility: facilityFact(encounter),
      clinician: clinicianFact(clinicians[encounter.clinician][place % 2 === 0 ? 0 : 1]),
      supervisor: encounter.clinician === 'trainee' ? clinicianFact(supervisor) : null,
      traineePolicy: traineePolicyOf(coverage),
      isTrainee: encounter.clinician === 'trainee',
      ...coordinated(linesOf(charged, around), around, patient, relative),
    },
  };
}

/** So many records, each of another encounter, coverage and person; always the same for the same count. */
export function sampleRecords(count: number): SampleRecord[] {
  faker.seed(seed);
  return Array.from({ length: count }, (_unused, place) => {
    const encounter = encounters[place % encounters.length];
    if (!encounter) throw new Error('There are no encounters to choose from');
    return recordOf(encounter, coverageFor(encounter, place), place);
  });
}
