import { professionalClaim, type ClaimFacts } from '#server/billing/index.ts';
import type { BillingProvider, ClaimSubject, Demographics, PersonName, PersonProvider, PostalAddress, ProfessionalClaim } from '#server/formats/x12/index.ts';

type AddressFact = ClaimFacts['billing']['address'];
type PersonFact = ClaimFacts['patient'];
type Relationship = ClaimFacts['coverage']['relationship'];

const relationships: readonly Relationship[] = ['18', '01', '19', 'G8'];

const addressFact = (address: PostalAddress): AddressFact => ({ ...address, line2: address.line2 ?? null });

function personFact({ given = '', middle, family, suffix }: PersonName, { address, birthDate, sex }: Demographics): PersonFact {
  return { given, middle: middle ?? null, family, suffix: suffix ?? null, birthDate: birthDate.toString(), sex, address: addressFact(address) };
}

const clinicianFact = ({ name, npi, taxonomy }: PersonProvider) => ({ given: name.given ?? '', family: name.family, npi, taxonomy: taxonomy ?? null });

/** Patient and coverage; nothing when the subscriber is not described well enough for billing's record. */
function coverageFacts(subject: ClaimSubject): { readonly patient: PersonFact; readonly subscriber: PersonFact | null; readonly relationship: Relationship } | undefined {
  if (subject.patientIs === 'subscriber') return { patient: personFact(subject.subscriber.name, subject.subscriber), subscriber: null, relationship: '18' };
  const { subscriber, patient } = subject;
  const relationship = relationships.find((known) => known === patient.relationship);
  const { address, birthDate, sex } = subscriber;
  if (!relationship || !address || !birthDate || !sex) return undefined;
  return { patient: personFact(patient.name, patient), subscriber: personFact(subscriber.name, { address, birthDate, sex }), relationship };
}

/** Whether the claim holds something that the charges of one signed note do not say. */
function saysMore(claim: ProfessionalClaim): boolean {
  const [first] = claim.lines;
  const plainLine = (line: ProfessionalClaim['lines'][number]) =>
    first !== undefined && line.servedOn.equals(first.servedOn) && !line.servedThrough && !line.note && !line.drug && line.adjudications.length === 0;
  const more = [claim.patientPaid, claim.priorAuthorization, claim.referralNumber, claim.cliaNumber, claim.note, claim.referring, claim.plan.groupName];
  return claim.frequency !== '1' || claim.otherPayers.length > 0 || claim.dates.length > 0 || more.some((one) => one !== undefined) || !claim.lines.every(plainLine);
}

/** Who bills, when billing's record of the organisation can hold it. */
function billingFacts(billing: BillingProvider): ClaimFacts['billing'] | undefined {
  const { taxonomy, contact } = billing;
  if (billing.kind !== 'organisation' || taxonomy === undefined || contact === undefined) return undefined;
  return { name: billing.name, npi: billing.npi, taxonomy, taxId: billing.taxId.number, phone: contact.phone, address: addressFact(billing.address) };
}

/** Who treated, under whom, where. */
function serviceFacts({ rendering, supervising, serviceFacility: facility }: ProfessionalClaim) {
  if (rendering?.kind !== 'person') return undefined;
  return {
    facility: facility ? { name: facility.name, npi: facility.npi ?? null, address: addressFact(facility.address) } : null,
    clinician: clinicianFact(rendering),
    supervisor: supervising ? clinicianFact(supervising) : null,
    traineePolicy: 'supervising' as const,
    isTrainee: supervising !== undefined,
  };
}

/** What billing would have recorded of this encounter; undefined where billing's record cannot hold all of it. */
function factsOf(claim: ProfessionalClaim): ClaimFacts | undefined {
  const { plan, payer, lines } = claim;
  const [first] = lines;
  const covered = coverageFacts(claim.subject);
  const billing = billingFacts(claim.billingProvider);
  const service = serviceFacts(claim);
  if (!first || !covered || !billing || !service || saysMore(claim)) return undefined;
  const { patient, subscriber, relationship } = covered;
  return {
    ...service,
    billing,
    patient,
    servedOn: first.servedOn.toString(),
    placeOfService: claim.placeOfService,
    diagnoses: claim.diagnoses,
    mrn: claim.medicalRecordNumber ?? '',
    coverage: { memberId: claim.subject.subscriber.memberId, groupNumber: plan.groupNumber ?? null, relationship, rank: 1, subscriber },
    payer: { name: payer.name, electronicId: payer.id, filingIndicator: plan.filingIndicator },
    lines: lines.map((line) => ({
      number: line.lineNumber,
      code: line.procedure.code,
      modifiers: line.procedure.modifiers,
      units: line.units,
      amountCents: line.charge,
    })),
  };
}

/** The claim as billing itself would map it from its own facts; undefined where the sample goes further than billing does. */
export function claimThroughBilling(claim: ProfessionalClaim): ProfessionalClaim | undefined {
  const facts = factsOf(claim);
  return facts && professionalClaim(claim.claimNumber, facts);
}
