export type InboundState = 'waiting' | 'quarantined' | 'duplicate' | 'filed' | 'put-aside';

/** A file that came for nobody yet. */
export interface Inbound {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly contentType: string;
  readonly fileId: string;
  readonly state: InboundState;
  readonly reason: string;
  readonly receivedAt: Temporal.Instant;
  readonly documentId: string | null;
  readonly workedAt: Temporal.Instant | null;
  readonly workedBy: string | null;
}

/** A file as it lies in the folder. */
export interface FolderFile {
  readonly name: string;
  readonly size: number;
  /** In milliseconds since 1970. */
  readonly modifiedAt: number;
}
