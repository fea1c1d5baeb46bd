import type { Id } from '#server/platform/index.ts';
import type { RenderedPart } from '../templates/rendering.rules.ts';
import type { DraftHeader, Modality, NoteId } from '../drafts/draft.ts';

/** A note, or a layer over one: words added, words corrected, a mark that it was entered in error. */
export type NoteKind = 'note' | 'addendum' | 'amendment' | 'error';

/** A section as it was signed: in plain words, and for a form with fields part by part. */
export interface SealedSection {
  readonly key: string;
  readonly label: string;
  readonly text: string;
  readonly parts?: readonly RenderedPart[];
}

/** All that a signature covers besides the identity of the note; kept as JSON and never changed. */
export interface SealedContent {
  readonly form: { readonly code: string; readonly version: number; readonly name: string; readonly digest: string } | null;
  readonly header: DraftHeader | null;
  readonly service: string | null;
  readonly minutes: number | null;
  readonly sections: readonly SealedSection[];
  /** Answers of a form with fields as they were given, by field; not there in notes of running text. */
  readonly answers?: Readonly<Record<string, string>>;
  /** When it should have been signed, in a note that was signed later. */
  readonly lateSince?: string;
  /** Statements that the signer made with the signature. */
  readonly attestations?: readonly { readonly id: string; readonly words: string }[];
  /** Why a signed text was corrected; in amendments only. */
  readonly reason?: string;
  readonly diagnoses: readonly { readonly code: string; readonly description: string }[];
  readonly signer: { readonly id: string; readonly name: string; readonly credential: string | null };
  readonly supervisor: { readonly id: string; readonly name: string } | null;
}

/** A signed note or addendum as it is stored. */
export interface SealedNote {
  readonly id: NoteId;
  readonly patientId: Id<'Patient'>;
  readonly programId: Id<'Program'>;
  readonly kind: NoteKind;
  readonly addendumTo: NoteId | null;
  readonly draftId: string | null;
  readonly appointmentId: string | null;
  readonly templateId: string | null;
  readonly title: string;
  readonly content: SealedContent;
  readonly signedBy: string;
  readonly signedAt: Temporal.Instant;
  /** Which rule made the text that the digest covers: `canonicalNote`. */
  readonly sealVersion: number;
}

/** What happened in a session, without its narrative: what a claim needs. */
export interface SignedEncounter {
  readonly noteId: NoteId;
  readonly patientId: Id<'Patient'>;
  readonly programId: Id<'Program'>;
  readonly appointmentId: string | null;
  readonly siteId: string | null;
  readonly clinicianId: string;
  readonly credential: string | null;
  readonly supervisorId: string | null;
  readonly service: string;
  readonly modality: Modality;
  readonly startedAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant;
  readonly minutes: number;
  /** ICD-10-CM codes, the reason for the service first. */
  readonly diagnoses: readonly string[];
  readonly signedAt: Temporal.Instant;
}
