/** The one door of the X12 layer: text to typed documents and back. No table, no rule, no I/O. */
export type { Adjustment, AdjustmentGroup } from './adjustments/adjustment.ts';
export {
  dependentRelationships,
  filingIndicators,
  type Assignment,
  type BenefitsAssigned,
  type ClaimProviders,
  type ClaimSubject,
  type Dependent,
  type DependentRelationship,
  type FilingIndicator,
  type OtherPayer,
  type PayerSequence,
  type Plan,
  type ReleaseOfInformation,
  type Subscriber,
} from './claims/coverage.ts';
export type {
  AdministrativeSex,
  BillingProvider,
  Contact,
  Demographics,
  OrganisationProvider,
  Payer,
  PersonName,
  PersonProvider,
  PlaceOfService,
  PostalAddress,
  Provider,
  ServiceFacility,
  StateCode,
  TaxId,
} from './claims/parties.ts';
export type {
  ClaimCore,
  ClaimDate,
  ClaimFrequency,
  ClaimNote,
  LineAdjudication,
  LineDrug,
  Procedure,
  ProfessionalBatch,
  ProfessionalClaim,
  ProfessionalLine,
} from './claims/professional-claim.ts';
export type { Envelope, Partner } from './syntax/envelope.ts';
export { claimsPerBatch, faultsOfBatch, faultsOfClaim } from './claims/faults/claim-faults.ts';
export { claimFaultKinds } from './claims/faults/fault-kinds.ts';
export type { ClaimFault } from './claims/faults/fault.ts';
export { readProfessionalFile, writeProfessionalFile, type ProfessionalFile } from './claims/professional-file.ts';
export { isNpi, npiFrom } from './npi.ts';
export { BrokenFile } from './syntax/broken-file.ts';
export type { FunctionalGroup, Interchange, Transaction } from './syntax/interchange.ts';
export { readInterchanges } from './syntax/read-interchanges.ts';
export type { Segment } from './syntax/segment.ts';
export { printInterchanges } from './syntax/write-interchange.ts';
export type {
  AcknowledgedClaim,
  AcknowledgedTotals,
  ClaimAcknowledgement,
  ClaimStanding,
  LineAcknowledgement,
  Status,
  StatusCode,
} from './acknowledgements/claim-acknowledgement.ts';
export type {
  ElementError,
  GroupOutcome,
  ImplementationAcknowledgement,
  SegmentError,
  TransactionAcknowledgement,
  TransactionOutcome,
} from './acknowledgements/implementation-acknowledgement.ts';
export type { InterchangeAcknowledgement } from './acknowledgements/interchange-acknowledgement.ts';
export { readInboundFile, type InboundDocument, type InboundInterchange } from './inbound-file.ts';
export { imbalances, patientResponsibility, type Imbalance } from './remittances/balance.ts';
export type {
  NamedAmount,
  PaidProcedure,
  ProviderAdjustment,
  Reference,
  Remittance,
  RemittanceClaim,
  RemittanceLine,
  RemittanceParty,
  RemittancePayment,
  UnreadSegment,
} from './remittances/remittance.ts';
