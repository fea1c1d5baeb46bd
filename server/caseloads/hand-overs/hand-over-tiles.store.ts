import { sql } from 'kysely';
import { tileRows, type Tile } from '#server/platform/index.ts';

/** What home pages ask of hand-overs. */
export const handOverTiles: readonly Tile[] = [
  {
    code: 'caseloads.handed-to-me',
    asks: 'People handed to me',
    means: 'People whom a colleague handed to me, with a note that I have not marked as read.',
    may: 'team.write',
    rows: (tx) =>
      tileRows(
        {
          id: sql`l.hand_over_id || '-' || l.patient_id`,
          patientId: sql`l.patient_id`,
          who: sql`p.display_name`,
          what: sql`'from ' || coalesce(s.display_name, '')`,
          at: sql`l.at`,
          opens: sql`'/caseloads'`,
        },
        sql`from caseloads.hand_over_line l left join patients.patient_name p on p.id = l.patient_id left join identity.staff_name s on s.id = l.from_staff_id
        where l.to_staff_id = ${tx.actor.id}::uuid and l.read_at is null and l.undone_at is null`,
      ),
    screen: { to: '/caseloads', asks: '/hand-overs/to-me', at: 'items' },
  },
];
