import type { ColumnType, Generated } from 'kysely';
import type { ChartingViews } from '#server/charting/index.ts';
import type { ClaimFrequency } from '#server/formats/x12/index.ts';
import type { IdentityViews } from '#server/identity/index.ts';
import type { PatientViews } from '#server/patients/index.ts';
import type { ProgramViews } from '#server/programs/index.ts';
import type { ChargeFacts, ChargeState, Hold } from './charges/charge.ts';
import type { ClaimFacts, ClaimState } from './claims/claim.ts';

type Json<T> = ColumnType<T, string, string>;

interface Provenance {
  patientId: string;
  programId: string;
  labels: Generated<string[]>;
}

interface PayerRuleTable {
  payerId: string;
  validFrom: Temporal.PlainDate;
  validTo: Temporal.PlainDate | null;
  filingDays: number;
  videoModifier: string | null;
  audioModifier: string | null;
  credentialModifiers: boolean;
  traineePolicy: 'supervising' | 'supervisor-renders' | 'not-billable';
  source: string;
}

interface ChargeTable extends Provenance {
  id: string;
  noteId: string | null;
  dayId: string | null;
  clinicianId: string | null;
  servedOn: Temporal.PlainDate;
  placeOfService: string;
  payerId: string | null;
  coverageId: string | null;
  state: ChargeState;
  holds: Json<Hold[]>;
  diagnoses: string[];
  amountCents: number;
  facts: Json<ChargeFacts>;
  claimDetails: Generated<unknown>;
  capturedAt: Temporal.Instant;
}

interface ClaimTable extends Provenance {
  id: string;
  chargeId: string;
  withCharges: Generated<string[]>;
  attempt: number;
  number: string;
  payerId: string;
  servedOn: Temporal.PlainDate;
  amountCents: number;
  paidCents: Generated<number>;
  patientCents: Generated<number>;
  adjustedCents: Generated<number>;
  state: ClaimState;
  frequency: Generated<ClaimFrequency>;
  corrects: string | null;
  payerClaimNumber: string | null;
  batchId: string | null;
  facts: Json<ClaimFacts>;
  builtAt: Temporal.Instant;
  updatedAt: Temporal.Instant;
}

interface BatchTable {
  id: string;
  controlNumber: number;
  reference: string;
  fileName: string;
  fileId: string;
  state: 'queued' | 'sent' | 'acknowledged' | 'rejected';
  claimCount: number;
  totalCents: number;
  createdAt: Temporal.Instant;
  createdBy: string | null;
  sentAt: Temporal.Instant | null;
  attempts: Generated<number>;
  trouble: string | null;
}

interface ConnectionTable {
  isOnly: Generated<boolean>;
  host: string;
  port: number;
  username: string;
  sealedPassword: Buffer;
  hostKeySha256: string;
  senderId: string;
  receiverId: string;
  receiverName: string;
  inboundFolder: string;
  outboundFolder: string;
  usage: 'T' | 'P';
  checkedAt: Temporal.Instant | null;
  trouble: string | null;
}

interface RemittanceTable {
  id: string;
  inboundFileId: string;
  documentIndex: number;
  payerName: string;
  payerIdentifier: string;
  trace: string;
  paymentCents: number;
  method: string;
  paidOn: Temporal.PlainDate | null;
  state: 'posted' | 'quarantined';
  reason: string | null;
  claimCount: number;
  matchedCount: Generated<number>;
  receivedAt: Temporal.Instant;
  postedAt: Temporal.Instant | null;
}

interface JournalTable extends Provenance {
  id: string;
  kind: 'charge' | 'correction' | 'remittance' | 'patient-payment' | 'reversal' | 'fee';
  claimId: string | null;
  chargeId: string | null;
  remittanceId: string | null;
  reversalOf: string | null;
  memo: string;
  effectiveOn: Temporal.PlainDate;
  postedAt: Temporal.Instant;
  postedBy: string | null;
}

/** The tables of schema `billing`, as its stores see them. */
export interface BillingTables {
  'billing.payer': { id: string; name: string; electronicId: string; filingIndicator: string; active: Generated<boolean> };
  'billing.payerRule': PayerRuleTable;
  'billing.fee': { id: string; payerId: string | null; code: string; amountCents: number; validFrom: Temporal.PlainDate; validTo: Temporal.PlainDate | null };
  'billing.charge': ChargeTable;
  'billing.chargeLine': Provenance & { chargeId: string; position: number; code: string; modifiers: string[]; units: number; amountCents: number };
  'billing.counter': { name: string; last: number };
  'billing.batch': BatchTable;
  'billing.claim': ClaimTable;
  'billing.claimEvent': Provenance & {
    id: string;
    claimId: string;
    at: Temporal.Instant;
    kind: string;
    says: string;
    sourceFileId: string | null;
    amountCents: number | null;
  };
  'billing.clearinghouseConnection': ConnectionTable;
  'billing.inboundFile': {
    id: string;
    name: string;
    sha256: string;
    size: number;
    kind: string;
    state: 'received' | 'processed' | 'quarantined' | 'duplicate';
    reason: string | null;
    fileId: string;
    receivedAt: Temporal.Instant;
  };
  'billing.seenRemoteFile': { name: string; size: number; modifiedAt: number; inboundFileId: string };
  'billing.clearingEntry': { remittanceId: string; position: number; account: 'cash-insurance' | 'payer-clearing' | 'unapplied-payer'; amountCents: number };
  'billing.inboundInterchange': { sender: string; controlNumber: string; inboundFileId: string };
  'billing.remittance': RemittanceTable;
  'billing.unmatchedClaim': { id: string; remittanceId: string; claimNumber: string; paidCents: number; resolvedAt: Temporal.Instant | null };
  'billing.payerAdjustment': { id: string; remittanceId: string; reason: string; reference: string | null; amountCents: number; resolvedAt: Temporal.Instant | null };
  'billing.journal': JournalTable;
  'billing.entry': Provenance & { journalId: string; account: string; amountCents: number };
  'billing.balance': { patientId: string; patientCents: number; insuranceCents: number };
}

/** What billing reads: its own tables, and the views that others offer. */
export type BillingReads = BillingTables & ChartingViews & IdentityViews & PatientViews & ProgramViews;
