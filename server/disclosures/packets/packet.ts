import type { Attachment } from '#server/platform/index.ts';
import type { Channel, RecordClass } from '#server/privacy/index.ts';
import type { RecordFacts } from '#server/privacy/index.ts';
import type { LaneFacts } from '../lanes/lane.ts';

/** Classes that a packet can hold today. */
export const packetClasses = ['progress-note', 'diagnosis', 'assessment', 'care-plan', 'laboratory', 'vital-signs', 'allergy', 'document', 'schedule'] as const;
export type PacketClass = Extract<RecordClass, (typeof packetClasses)[number]>;

/** Classes in words, as the accounting says them. */
export const classNames: Readonly<Record<string, string>> = {
  'progress-note': 'notes',
  diagnosis: 'diagnoses',
  assessment: 'assessments',
  'care-plan': 'care plans',
  laboratory: 'results of laboratories and drug screens',
  'vital-signs': 'vital signs',
  allergy: 'allergies',
  document: 'documents',
  schedule: 'appointments',
};

/** Ways by which a packet goes. */
export const packetChannels = ['print', 'download', 'mail', 'fax', 'in-person'] as const satisfies readonly Channel[];
export type PacketChannel = (typeof packetChannels)[number];

/** One record as the packet prints it, and as the decision sees it. */
export interface PacketRecord {
  readonly facts: RecordFacts;
  readonly title: string;
  readonly day: string;
  /** Lines under the title: who signed, form and version, digest. */
  readonly about: readonly string[];
  readonly sections: readonly { readonly label: string; readonly text: string }[];
  /** Parts that tell of another record: left out when that one stays. */
  readonly mentions: readonly { readonly recordId: string; readonly text: string }[];
  /** A file whose pages follow at the end of the packet. */
  readonly pages?: Attachment;
}

/** What the cover says of sender and patient. */
export interface CoverFacts {
  readonly organisation: string;
  readonly organisationAddress: string;
  readonly phone: string;
  readonly patient: string;
  readonly birthDate: Temporal.PlainDate;
  readonly mrn: string;
  /** The clock of the pages. */
  readonly timeZone: string;
}

/** A packet as it is stored. */
export interface PacketRow {
  readonly id: string;
  readonly number: number;
  readonly patientId: string;
  readonly programId: string;
  readonly partyId: string;
  readonly lane: string;
  readonly facts: LaneFacts;
  readonly classes: PacketClass[];
  readonly periodFrom: Temporal.PlainDate | null;
  readonly periodTo: Temporal.PlainDate | null;
  readonly recordIds: string[];
  readonly channel: PacketChannel | null;
  readonly state: 'prepared' | 'queued' | 'released' | 'stopped';
  readonly says: string;
  readonly sha256: string;
  readonly pages: number;
  readonly fileId: string | null;
  readonly disclosureId: string | null;
  readonly preparedAt: Temporal.Instant;
  readonly preparedBy: string;
  readonly releasedAt: Temporal.Instant | null;
  readonly releasedBy: string | null;
}
