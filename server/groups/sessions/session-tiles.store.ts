import { sql } from 'kysely';
import { tileRows, type Tile } from '#server/platform/index.ts';

/** What home pages ask of groups. */
export const sessionTiles: readonly Tile[] = [
  {
    code: 'groups.sessions-to-sign',
    asks: 'Group sessions to sign',
    means: 'Sessions of groups that I lead, begun in the last month and not signed. Late: a day after their end.',
    may: 'chart.write',
    rows: (tx) =>
      tileRows(
        {
          id: sql`s.id`,
          who: sql`g.name`,
          what: sql`(select count(*) || ' on the roster' from groups.seat t where t.session_id = s.id)`,
          at: sql`s.starts_at`,
          isLate: sql`s.ends_at < ${tx.now}::timestamptz - interval '1 day'`,
          opens: sql`'/groups/sessions/' || s.id`,
        },
        sql`from groups.session s join groups.therapy_group g on g.id = s.group_id
        where s.signed_at is null and s.starts_at between ${tx.now}::timestamptz - interval '30 days' and ${tx.now}
          and (g.facilitator_id = ${tx.actor.id}::uuid or ${tx.actor.id}::uuid = any (g.cofacilitator_ids))`,
      ),
  },
];
