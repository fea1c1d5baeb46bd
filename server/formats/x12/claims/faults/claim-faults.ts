import { sendableText } from '../../syntax/characters.ts';
import type { ClaimSubject } from '../coverage.ts';
import type { PostalAddress } from '../parties.ts';
import type { ProfessionalBatch, ProfessionalClaim } from '../professional-claim.ts';
import { coordinationFaults } from './coordination-faults.ts';
import { repeated, unless, type ClaimFault } from './fault.ts';
import { linesFaults } from './line-faults.ts';
import { addressFaults, billingProviderFaults, contactFaults, facilityFaults, nameFaults, providerFaults, wordFaults } from './party-faults.ts';

const mostDiagnoses = 12;
/** ICD-10-CM in its shape only: whether the code exists on the day is the scrubber's question. */
const diagnosisShape = /^[A-Z]\d[A-Z0-9](\.?[A-Z0-9]{1,4})?$/;
/** Inpatient hospital, psychiatric facility and rehabilitation: DTP*435 is asked for. */
const inpatientPlaces = ['21', '51', '61'];
const telehealthPlaces = ['02', '10'];
/** The guide's own limit for CLM01. */
const claimNumberShape = /^[A-Z0-9\-.]{1,20}$/;
const longestReference = 50;
export const claimsPerBatch = 5000;

function patientOf(subject: ClaimSubject) {
  return subject.patientIs === 'dependent' ? subject.patient : subject.subscriber;
}

function subjectFaults(subject: ClaimSubject): ClaimFault[] {
  const { subscriber } = subject;
  const at = 'subject.subscriber';
  const patientAt = subject.patientIs === 'dependent' ? 'subject.patient' : at;
  const patient = patientOf(subject);
  return [
    ...nameFaults(subscriber.name, `${at}.name`),
    ...wordFaults(subscriber.memberId, 'The coverage has no member number.', `${at}.memberId`),
    ...(subject.patientIs === 'dependent' ? nameFaults(subject.patient.name, `${patientAt}.name`) : []),
    ...(subject.patientIs === 'dependent' && subscriber.address ? addressFaults(subscriber.address, `${at}.address`) : []),
    ...addressFaults(patient.address, `${patientAt}.address`),
  ];
}

function bornBeforeService(claim: ProfessionalClaim): ClaimFault[] {
  const { birthDate } = patientOf(claim.subject);
  return unless(
    claim.lines.every(({ servedOn }) => Temporal.PlainDate.compare(birthDate, servedOn) <= 0),
    'birth-date',
    'The patient was born after the service.',
    'subject',
  );
}

function headerFaults(claim: ProfessionalClaim): ClaimFault[] {
  const replaces = claim.frequency !== '1';
  const references = [claim.payerClaimNumber, claim.priorAuthorization, claim.referralNumber, claim.medicalRecordNumber, claim.clearinghouseNumber, claim.cliaNumber];
  return [
    ...unless(claimNumberShape.test(claim.claimNumber), 'claim-number', 'A claim number has 1 to 20 capital letters, digits, dots or hyphens.', 'claimNumber'),
    ...unless(/^\d{2}$/.test(claim.placeOfService), 'place-of-service', 'The place of service has two digits.', 'placeOfService'),
    ...unless(
      replaces === (claim.payerClaimNumber !== undefined),
      'payer-claim-number',
      replaces ? 'A replaced or voided claim needs the number the payer gave it.' : 'An original claim carries no number of the payer.',
      'payerClaimNumber',
    ),
    ...unless(
      claim.patientPaid === undefined || (claim.patientPaid >= 0 && claim.patientPaid <= claim.charge),
      'patient-paid',
      'What the patient paid is between nothing and the charge.',
      'patientPaid',
    ),
    ...unless(
      !inpatientPlaces.includes(claim.placeOfService) || claim.dates.some(({ kind }) => kind === 'admission'),
      'admission-date',
      'Care of an inpatient needs the day of admission.',
      'dates',
    ),
    ...unless(
      references.every((one) => one === undefined || (sendableText(one) !== '' && one.length <= longestReference)),
      'reference',
      'A reference number has 1 to 50 characters.',
      'references',
    ),
  ];
}

function diagnosisFaults(diagnoses: readonly string[]): ClaimFault[] {
  return [
    ...unless(diagnoses.length >= 1 && diagnoses.length <= mostDiagnoses, 'diagnosis-count', 'A claim holds 1 to 12 diagnoses.', 'diagnoses'),
    ...unless(repeated(diagnoses.map((code) => code.replaceAll('.', ''))).length === 0, 'diagnosis-repeated', 'A diagnosis stands on the claim twice.', 'diagnoses'),
    ...diagnoses.flatMap((code, place) => unless(diagnosisShape.test(code), 'diagnosis', `"${code}" is no ICD-10-CM code.`, `diagnoses.${place}`)),
  ];
}

const sameAddress = (one: PostalAddress, other: PostalAddress) => sendableText(one.line1) === sendableText(other.line1) && one.zip.slice(0, 5) === other.zip.slice(0, 5);

/** In telehealth the patient's home is never sent as the place of service. */
function homeFaults(claim: ProfessionalClaim): ClaimFault[] {
  const home = patientOf(claim.subject).address;
  const sendsHome = telehealthPlaces.includes(claim.placeOfService) && claim.serviceFacility !== undefined && sameAddress(claim.serviceFacility.address, home);
  return unless(!sendsHome, 'home-as-facility', 'A telehealth claim must not name the home of the patient as service facility.', 'serviceFacility');
}

/** Everything that keeps a professional claim from being written by the guide; empty when it can go. Pure. */
export function faultsOfClaim(claim: ProfessionalClaim): ClaimFault[] {
  return [
    ...headerFaults(claim),
    ...billingProviderFaults(claim.billingProvider),
    ...wordFaults(claim.payer.name, 'The payer has no name.', 'payer.name'),
    ...wordFaults(claim.payer.id, 'The payer has no identifier.', 'payer.id'),
    ...(claim.payer.address ? addressFaults(claim.payer.address, 'payer.address') : []),
    ...subjectFaults(claim.subject),
    ...bornBeforeService(claim),
    ...diagnosisFaults(claim.diagnoses),
    ...(claim.rendering ? providerFaults(claim.rendering, 'rendering') : []),
    ...(claim.supervising ? providerFaults(claim.supervising, 'supervising') : []),
    ...(claim.referring ? providerFaults(claim.referring, 'referring') : []),
    ...(claim.serviceFacility ? facilityFaults(claim.serviceFacility) : []),
    ...homeFaults(claim),
    ...coordinationFaults(claim),
    ...linesFaults(claim),
  ];
}

/** The same for a batch, each place preceded by `claims.N.`. */
export function faultsOfBatch(batch: ProfessionalBatch): ClaimFault[] {
  return [
    ...unless(batch.claims.length >= 1 && batch.claims.length <= claimsPerBatch, 'claim-count', 'A batch holds 1 to 5,000 claims.', 'claims'),
    ...unless(/^\S.{0,29}$/.test(sendableText(batch.reference)), 'batch-reference', 'A batch reference has 1 to 30 characters.', 'reference'),
    ...unless(
      repeated(batch.claims.map(({ claimNumber }) => claimNumber)).length === 0,
      'claim-number-repeated',
      'Two claims of the batch carry the same number.',
      'claims',
    ),
    ...contactFaults(batch.submitter.contact, 'submitter.contact'),
    ...batch.claims.flatMap((claim, place) => faultsOfClaim(claim).map((fault) => ({ ...fault, at: `claims.${place}.${fault.at ?? ''}` }))),
  ];
}
