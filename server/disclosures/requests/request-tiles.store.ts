import { sql } from 'kysely';
import { tileRows, type Tile } from '#server/platform/index.ts';

/** What home pages ask of what patients ask for, and of packets. */
export const requestTiles: readonly Tile[] = [
  {
    code: 'disclosures.requests',
    asks: 'Requests of patients to answer',
    means: 'Requests for access, amendment or an accounting that are open, with the day by which the law wants an answer. Late: that day is over.',
    may: 'disclosure.read',
    rows: () =>
      tileRows(
        {
          id: sql`r.id`,
          patientId: sql`r.patient_id`,
          who: sql`p.display_name`,
          what: sql`replace(r.kind, '-', ' ')`,
          day: sql`coalesce(r.extended_on, r.due_on)`,
          isLate: sql`coalesce(r.extended_on, r.due_on) < (select identity.today())`,
          opens: sql`'/disclosures'`,
        },
        sql`from disclosures.patient_request r left join patients.patient_name p on p.id = r.patient_id where r.state = 'open'`,
      ),
  },
  {
    code: 'disclosures.packets-stopped',
    asks: 'Releases not gone',
    means: 'Packets of records that were stopped, or queued and not gone, in the last 30 days.',
    may: 'disclosure.read',
    rows: (tx) =>
      tileRows(
        {
          id: sql`k.id`,
          patientId: sql`k.patient_id`,
          who: sql`p.display_name`,
          what: sql`'Packet ' || k.number || ', ' || k.state`,
          at: sql`k.prepared_at`,
          isLate: sql`k.state = 'stopped'`,
          opens: sql`'/patients/' || k.patient_id || '/disclosures'`,
        },
        sql`from disclosures.packet k left join patients.patient_name p on p.id = k.patient_id
        where k.state in ('queued', 'stopped') and k.prepared_at > ${tx.now}::timestamptz - interval '30 days'`,
      ),
  },
];
