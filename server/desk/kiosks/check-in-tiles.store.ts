import { sql } from 'kysely';
import { tileRows, type Tile } from '#server/platform/index.ts';

/** What home pages ask of check-ins. */
export const checkInTiles: readonly Tile[] = [
  {
    code: 'desk.said-changed',
    asks: 'Say that something changed',
    means:
      'People who checked in on a tablet in the last week and said that their address, telephone or insurance changed, until somebody has seen to it. Late: an hour after.',
    may: 'schedule.write',
    rows: (tx) =>
      tileRows(
        {
          id: sql`c.id`,
          patientId: sql`c.patient_id`,
          who: sql`p.display_name`,
          what: sql`case when c.contact_changed and c.coverage_changed then 'contact and insurance' when c.contact_changed then 'contact' else 'insurance' end`,
          at: sql`c.arrived_at`,
          isLate: sql`c.arrived_at < ${tx.now}::timestamptz - interval '1 hour'`,
          opens: sql`'/patients/' || c.patient_id || case when c.coverage_changed then '/coverage' else '/record' end`,
        },
        sql`from desk.check_in c left join patients.patient_name p on p.id = c.patient_id
        where c.settled_at is null and (c.contact_changed or c.coverage_changed) and c.arrived_at > ${tx.now}::timestamptz - interval '7 days'`,
      ),
  },
];
