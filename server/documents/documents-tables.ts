import type { Generated } from 'kysely';
import type { Document } from './documents/document.ts';
import type { Inbound } from './inbox/inbound.ts';

export interface DocumentTables {
  'documents.document': Omit<Document, 'labels'> & { labels: Generated<readonly string[]> };
  'documents.inbound': Inbound;
  'documents.seenFile': { name: string; size: number; modifiedAt: number; inboundId: string };
}
