import { sql } from 'kysely';
import { tileRows, type Tile } from '#server/platform/index.ts';

/** What home pages ask of restrictions. */
export const restrictionTiles: readonly Tile[] = [
  {
    code: 'privacy.restrictions-asked',
    asks: 'Restrictions to answer',
    means: 'Restrictions that patients asked for (45 CFR 164.522(a)) and that were neither agreed to nor refused. Late: older than a week.',
    may: 'consent.read',
    rows: (tx) =>
      tileRows(
        {
          id: sql`r.id`,
          patientId: sql`r.patient_id`,
          who: sql`p.display_name`,
          what: sql`r.words`,
          at: sql`r.asked_at`,
          isLate: sql`r.asked_at < ${tx.now}::timestamptz - interval '7 days'`,
          opens: sql`'/patients/' || r.patient_id || '/consents'`,
        },
        sql`from privacy.restriction r left join patients.patient_name p on p.id = r.patient_id where r.state = 'asked'`,
      ),
  },
];
