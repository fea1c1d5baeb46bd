import { dateText, timeText } from '../syntax/dates.ts';
import { sendableText } from '../syntax/characters.ts';
import { segment, type Written } from '../syntax/written.ts';
import { address, contact } from '../segments/addresses.ts';
import { demographics } from '../segments/dates.ts';
import { Hierarchy } from '../segments/hierarchy.ts';
import { organisationName, personName, providerName, specialty } from '../segments/names.ts';
import { reference } from '../segments/references.ts';
import { patientRelationship, plan } from '../segments/subscribers.ts';
import { consecutive } from './consecutive.ts';
import type { BillingProvider, Demographics, Payer } from './parties.ts';
import type { Dependent } from './coverage.ts';
import type { ProfessionalBatch, ProfessionalClaim } from './professional-claim.ts';
import { claimSegments } from './write-claim.ts';

/** The guide allows a hundred claims for one patient before a new HL. */
const claimsPerPatient = 100;

function header(batch: ProfessionalBatch): Written[] {
  const { submitter, receiver } = batch;
  return [
    segment('BHT', '0019', '00', sendableText(batch.reference), dateText(batch.createdAt), timeText(batch.createdAt), 'CH'),
    organisationName('41', submitter.name, { qualifier: '46', id: submitter.id }),
    contact(submitter.contact),
    organisationName('40', receiver.name, { qualifier: '46', id: receiver.id }),
  ];
}

/** The desk of the billing provider is named only where it is another than the submitter's: the guide wants no repetition. */
function billingContact({ contact: desk }: BillingProvider, { submitter }: ProfessionalBatch): Written[] {
  const digits = (phone: string) => phone.replaceAll(/\D/g, '');
  return desk && digits(desk.phone) !== digits(submitter.contact.phone) ? [contact(desk)] : [];
}

function billingSegments(provider: BillingProvider, batch: ProfessionalBatch): Written[] {
  const payTo = provider.payTo ? [segment('NM1', '87', provider.kind === 'person' ? '1' : '2'), ...address(provider.payTo)] : [];
  return [
    ...specialty('BI', provider.taxonomy),
    providerName('85', provider),
    ...address(provider.address),
    ...reference(provider.taxId.kind === 'EIN' ? 'EI' : 'SY', provider.taxId.number.replaceAll(/\D/g, '')),
    ...billingContact(provider, batch),
    ...payTo,
  ];
}

function person({ address: at, birthDate, sex }: Partial<Demographics>): Written[] {
  return [...address(at), ...(birthDate && sex ? [demographics(birthDate, sex)] : [])];
}

function payerSegments(payer: Payer): Written[] {
  return [organisationName('PR', payer.name, { qualifier: 'PI', id: payer.id }), ...address(payer.address)];
}

function subscriberSegments({ plan: of, subject, payer }: ProfessionalClaim): Written[] {
  const { subscriber } = subject;
  return [
    plan(of, subject.patientIs === 'subscriber' ? '18' : undefined),
    personName('IL', subscriber.name, { qualifier: 'MI', id: subscriber.memberId }),
    ...person(subscriber),
    ...payerSegments(payer),
  ];
}

function dependentSegments(patient: Dependent): Written[] {
  return [patientRelationship(patient.relationship), personName('QC', patient.name), ...person(patient)];
}

const subscriberOf = ({ plan: of, payer, subject }: ProfessionalClaim) => [of, payer, subject.patientIs, subject.subscriber];
const patientOf = ({ subject }: ProfessionalClaim) => (subject.patientIs === 'dependent' ? subject.patient : undefined);

/** Claims of one subscriber: directly below the HL 22 when that is the patient, else below an HL 23 for each dependent. */
function subscriberLoop(hierarchy: Hierarchy, claims: readonly ProfessionalClaim[], billing: number): Written[] {
  const [first] = claims;
  if (!first) return [];
  const hasDependents = first.subject.patientIs === 'dependent';
  const own = hierarchy.open('22', billing, hasDependents);
  const top = [own.hl, ...subscriberSegments(first)];
  if (!hasDependents) return [...top, ...claims.flatMap(claimSegments)];
  return [
    ...top,
    ...consecutive(claims, patientOf, claimsPerPatient).flatMap((ofPatient) => {
      const patient = ofPatient[0] && patientOf(ofPatient[0]);
      return patient ? [hierarchy.open('23', own.number, false).hl, ...dependentSegments(patient), ...ofPatient.flatMap(claimSegments)] : [];
    }),
  ];
}

/** The segments between ST and SE of a batch of professional claims, its HL numbers computed. */
export function batchSegments(batch: ProfessionalBatch): Written[] {
  const hierarchy = new Hierarchy();
  const detail = consecutive(batch.claims, (claim) => claim.billingProvider).flatMap((ofProvider) => {
    const [first] = ofProvider;
    if (!first) return [];
    const billing = hierarchy.open('20', undefined, true);
    const subscribers = consecutive(ofProvider, subscriberOf, claimsPerPatient);
    return [billing.hl, ...billingSegments(first.billingProvider, batch), ...subscribers.flatMap((claims) => subscriberLoop(hierarchy, claims, billing.number))];
  });
  return [...header(batch), ...detail];
}
