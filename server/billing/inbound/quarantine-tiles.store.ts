import { sql } from 'kysely';
import { tileRows, type Tile } from '#server/platform/index.ts';

/** What home pages ask of what payers sent. */
export const quarantineTiles: readonly Tile[] = [
  {
    code: 'billing.quarantine',
    asks: 'Payments and files set apart',
    means: 'Files that cannot be read and remittances that do not balance, each kept with its reason and posted to nothing.',
    may: 'claim.read',
    rows: () =>
      tileRows(
        { id: sql`q.id`, who: sql`q.name`, what: sql`q.reason`, at: sql`q.received_at`, cents: sql`q.cents`, opens: sql`'/billing?tab=quarantine'` },
        sql`from (select id, name, reason, received_at, null::bigint as cents from billing.inbound_file where state = 'quarantined'
          union all select id, payer_name, reason, received_at, payment_cents from billing.remittance where state = 'quarantined') q`,
      ),
  },
];
