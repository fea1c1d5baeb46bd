import { sql } from 'kysely';
import { tileRows, type Tile } from '#server/platform/index.ts';

/** What home pages ask of the access review. */
export const reviewTiles: readonly Tile[] = [
  {
    code: 'audit.days-to-close',
    asks: 'Days of access to close',
    means: 'Days of the access log that were gone through by rule and that nobody has closed. Late: older than a week.',
    may: 'privacy.review',
    rows: () =>
      tileRows(
        {
          id: sql`d.day`,
          who: sql`to_char(d.day, 'FMDay, FMMonth FMDD')`,
          what: sql`(select count(*) filter (where f.verdict is null) || ' of ' || count(*) || ' unusual looks to judge' from audit.finding f where f.day = d.day)`,
          day: sql`d.day`,
          isLate: sql`d.day < (select identity.today()) - 7`,
          opens: sql`'/privacy/access-review/' || d.day`,
        },
        sql`from audit.review_day d where d.closed_at is null`,
      ),
  },
];
