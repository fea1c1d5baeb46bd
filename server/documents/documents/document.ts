import { z } from 'zod';
import content from '#content/documents/categories.json' with { type: 'json' };
import type { Id } from '#server/platform/index.ts';

const parsed = z
  .object({
    categories: z.array(z.object({ code: z.string(), name: z.string(), access: z.enum(['clinical', 'administrative']) })),
    receiptBases: z.array(z.object({ code: z.string(), says: z.string(), part2: z.boolean() })),
  })
  .parse(content);

/** Kinds of document, and on what basis one may have been received. */
export const { categories, receiptBases } = parsed;

export type Access = 'clinical' | 'administrative';
export type ReceivedHow = 'scan' | 'upload' | 'fax' | 'mail';

/** What is said of a document by who files it. */
export interface DocumentFacts {
  readonly title: string;
  readonly category: string;
  readonly dated: Temporal.PlainDate | null;
  readonly receivedHow: ReceivedHow;
  readonly receiptBasis: string;
  readonly fromWhom: string;
}

/** One version of a document in a chart. */
export interface Document extends DocumentFacts {
  readonly id: Id<'Document'>;
  readonly version: number;
  readonly patientId: Id<'Patient'>;
  readonly programId: Id<'Program'>;
  readonly labels: readonly string[];
  readonly fileId: string;
  readonly sha256: string;
  readonly contentType: string;
  readonly size: number;
  readonly access: Access;
  readonly receivedAt: Temporal.Instant;
  readonly state: 'filed' | 'moved' | 'entered-in-error';
  readonly reason: string;
  readonly movedFrom: string | null;
  readonly writtenAt: Temporal.Instant;
  readonly writtenBy: string;
}
