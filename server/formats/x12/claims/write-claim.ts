import { address } from '../segments/addresses.ts';
import { diagnoses, note, professionalClaim } from '../segments/claims.ts';
import { day } from '../segments/dates.ts';
import { adjustmentSegments, amount } from '../segments/money.ts';
import { organisationName, personName, providerName, specialty } from '../segments/names.ts';
import { reference } from '../segments/references.ts';
import { drugGiven, lineAdjudication, professionalService } from '../segments/services.ts';
import { otherInsurance, plan } from '../segments/subscribers.ts';
import { segment, type Written } from '../syntax/written.ts';
import { claimDateQualifiers } from './claim-dates.ts';
import type { OtherPayer } from './coverage.ts';
import type { ServiceFacility } from './parties.ts';
import type { LineAdjudication, ProfessionalClaim, ProfessionalLine } from './professional-claim.ts';

function facility(of: ServiceFacility | undefined): Written[] {
  if (!of) return [];
  return [organisationName('77', of.name, of.npi === undefined ? undefined : { qualifier: 'XX', id: of.npi }), ...address(of.address)];
}

/** Loops 2310A to 2310D, in the guide's order. */
function providers({ referring, rendering, serviceFacility, supervising }: ProfessionalClaim): Written[] {
  return [
    ...(referring ? [providerName('DN', referring)] : []),
    ...(rendering ? [providerName('82', rendering), ...specialty('PE', rendering.taxonomy)] : []),
    ...facility(serviceFacility),
    ...(supervising ? [providerName('DQ', supervising)] : []),
  ];
}

function otherPayer(of: OtherPayer): Written[] {
  return [
    plan(of, of.relationship),
    ...adjustmentSegments(of.adjustments),
    ...amount('D', of.paid),
    ...amount('EAF', of.remainingPatientLiability),
    otherInsurance(of),
    personName('IL', of.subscriber.name, { qualifier: 'MI', id: of.subscriber.memberId }),
    ...address(of.subscriber.address),
    organisationName('PR', of.payer.name, { qualifier: 'PI', id: of.payer.id }),
    ...address(of.payer.address),
    ...(of.adjudicatedOn ? [day('573', of.adjudicatedOn)] : []),
    ...reference('F8', of.payerClaimNumber),
  ];
}

function adjudication(of: LineAdjudication): Written[] {
  return [lineAdjudication(of), ...adjustmentSegments(of.adjustments), day('573', of.adjudicatedOn), ...amount('EAF', of.remainingPatientLiability)];
}

function serviceLine(of: ProfessionalLine, place: number): Written[] {
  return [
    segment('LX', String(place + 1)),
    professionalService(of),
    day('472', of.servedOn, of.servedThrough),
    ...reference('6R', of.lineNumber),
    ...note('ADD', of.note),
    ...drugGiven(of.drug),
    ...of.adjudications.flatMap(adjudication),
  ];
}

/** Loop 2300 of one claim with all that lies below it, in the order of the guide. */
export function claimSegments(claim: ProfessionalClaim): Written[] {
  return [
    professionalClaim(claim),
    ...claim.dates.map(({ kind, on }) => day(claimDateQualifiers[kind], on)),
    ...amount('F5', claim.patientPaid),
    ...reference('9F', claim.referralNumber),
    ...reference('G1', claim.priorAuthorization),
    ...reference('F8', claim.payerClaimNumber),
    ...reference('X4', claim.cliaNumber),
    ...reference('D9', claim.clearinghouseNumber),
    ...reference('EA', claim.medicalRecordNumber),
    ...note(claim.note?.kind ?? 'ADD', claim.note?.text),
    diagnoses(claim.diagnoses),
    ...providers(claim),
    ...claim.otherPayers.flatMap(otherPayer),
    ...claim.lines.flatMap(serviceLine),
  ];
}
