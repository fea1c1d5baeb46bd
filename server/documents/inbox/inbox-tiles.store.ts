import { sql } from 'kysely';
import { tileRows, type Tile } from '#server/platform/index.ts';

/** What home pages ask of what comes by fax. */
export const inboxTiles: readonly Tile[] = [
  {
    code: 'documents.inbox',
    asks: 'Incoming documents to file',
    means: 'What came by fax or folder and is in no chart yet. Late: for more than a day.',
    may: 'document.write',
    rows: (tx) =>
      tileRows(
        {
          id: sql`i.id`,
          who: sql`i.name`,
          what: sql`case i.state when 'quarantined' then 'cannot be read' else 'waits to be filed' end`,
          at: sql`i.received_at`,
          isLate: sql`i.received_at < ${tx.now}::timestamptz - interval '1 day'`,
          opens: sql`'/incoming-documents'`,
        },
        sql`from documents.inbound i where i.state in ('waiting', 'quarantined')`,
      ),
    screen: { to: '/incoming-documents', asks: '/inbound-documents', at: 'items' },
  },
];
