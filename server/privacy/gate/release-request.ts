import type { Id } from '#server/platform/index.ts';
import type { ConsentFacts, PurposeOfUse } from '../decision/facts.ts';
import type { Decision } from '../decision/decision.ts';
import type { Facts, RecordFacts } from '../decision/request.ts';
import type { RedisclosureNotice } from '../notices/redisclosure-notice.ts';

/** Ways out of the house. `claim` = 837 to a plan; `patient-mail` = a letter to the patient. */
export const channels = ['print', 'download', 'mail', 'fax', 'claim', 'patient-mail', 'in-person'] as const;
export type Channel = (typeof channels)[number];

/** What lanes of their own rest on besides consents: orders, emergencies, protocols and the like. */
export type Circumstances = Partial<Pick<Facts, 'legal' | 'orders' | 'emergency' | 'research' | 'audit' | 'report' | 'registry' | 'stateStatementOnFile'>>;

/** Something that would leave. */
export interface ReleaseRequest {
  readonly patientId: string;
  /** The party that would receive; the patient's own id when it is the patient. */
  readonly partyId: string;
  /** An exchange on the way. */
  readonly viaPartyId?: string | null;
  readonly purpose: PurposeOfUse;
  readonly records: readonly RecordFacts[];
  readonly channel: Channel;
  /** A brief description for the accounting (45 CFR 164.528(b)(2)(iii)). */
  readonly what: string;
  readonly circumstances?: Circumstances;
}

/** Who would receive, as the accounting will name it. */
export interface RecipientNamed {
  readonly partyId: string;
  readonly name: string;
  readonly address: string | null;
}

/** What was decided on a request, and on which facts. Nothing of it is stored yet. */
export interface Judged {
  readonly request: ReleaseRequest;
  readonly facts: Facts;
  readonly decision: Decision;
  readonly recipient: RecipientNamed;
  /** Consents that it rests on: their copy or scope goes along. */
  readonly consents: readonly ConsentFacts[];
  /** The one statement that must go along; null when none must (42 CFR 2.32(a)). */
  readonly notice: RedisclosureNotice | null;
}

/** What came of a request: stored together with its accounting. `disclosureId` is null when nothing may go. */
export interface Release extends Judged {
  readonly decisionId: Id<'Decision'>;
  readonly disclosureId: string | null;
}
