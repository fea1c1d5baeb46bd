/** A document with what all readers are told of it. */
export interface TeamDocument {
  readonly id: string;
  readonly patientId: string;
  readonly patientName: string;
  readonly programId: string;
  readonly programName: string;
  readonly templateCode: string;
  readonly templateVersion: number;
  readonly name: string;
  readonly leadId: string;
  readonly leadName: string;
  readonly openedAt: Temporal.Instant;
  readonly closedAt: Temporal.Instant | null;
  readonly noteId: string | null;
}

/** What a signature binds together; the digest is over its canonical JSON. */
export interface SectionSeal {
  readonly sectionId: string;
  readonly patientId: string;
  readonly programId: string;
  readonly form: { readonly code: string; readonly version: number; readonly section: string };
  readonly label: string;
  readonly text: string;
  readonly signer: { readonly id: string; readonly name: string; readonly credential: string | null };
  readonly signedAt: string;
}

/** A section as it is kept: open, or signed with its seal. */
export interface Section {
  readonly id: string;
  readonly documentId: string;
  readonly patientId: string;
  readonly programId: string;
  readonly key: string;
  readonly place: number;
  readonly signedAt: Temporal.Instant | null;
  readonly seal: SectionSeal | null;
  readonly digest: string | null;
}
