import { sql } from 'kysely';
import { tileRows, type Tile } from '#server/platform/index.ts';

/** What home pages ask of missed visits. */
export const missedTiles: readonly Tile[] = [
  {
    code: 'desk.fees-to-decide',
    asks: 'Missed-visit fees to decide',
    means: 'Fees of missed or late cancelled visits that were noted by somebody who may not post them, or could not see who pays. Late: after three days.',
    may: 'payment.post',
    rows: (tx) =>
      tileRows(
        {
          id: sql`m.id`,
          patientId: sql`m.patient_id`,
          who: sql`p.display_name`,
          what: sql`case m.kind when 'no-show' then 'missed visit' else 'called off late' end`,
          at: sql`m.starts_at`,
          cents: sql`m.fee_cents`,
          isLate: sql`m.made_at < ${tx.now}::timestamptz - interval '3 days'`,
          opens: sql`'/patients/' || m.patient_id || '/appointments'`,
        },
        sql`from desk.missed_visit m left join patients.patient_name p on p.id = m.patient_id where m.state = 'to-decide'`,
      ),
  },
];
