import { sql } from 'kysely';
import { tileRows, type Tile } from '#server/platform/index.ts';

/** What home pages ask of freed times. */
export const offerTiles: readonly Tile[] = [
  {
    code: 'scheduling.freed-times',
    asks: 'Freed times to offer',
    means: 'Times that were given back and are held for somebody who would come earlier, until they answer.',
    may: 'schedule.write',
    rows: (tx) =>
      tileRows(
        {
          id: sql`o.id`,
          patientId: sql`o.patient_id`,
          who: sql`p.display_name`,
          what: sql`'with ' || coalesce(s.display_name, '')`,
          at: sql`o.starts_at`,
          opens: sql`'/earlier-times'`,
        },
        sql`from scheduling.slot_offer o left join patients.patient_name p on p.id = o.patient_id left join identity.staff_name s on s.id = o.clinician_id
        where o.state = 'open' and o.expires_at > ${tx.now}`,
      ),
    screen: { to: '/earlier-times', asks: '/slot-offers', at: 'items' },
  },
];
