import { sql } from 'kysely';
import { tileRows, type Tile } from '#server/platform/index.ts';

/** What home pages ask of consents. */
export const consentTiles: readonly Tile[] = [
  {
    code: 'privacy.consents-ending',
    asks: 'Consents that end within 30 days',
    means: 'Signed consents in force whose last day is within 30 days; those that end by an event are not counted.',
    may: 'consent.read',
    rows: () =>
      tileRows(
        {
          id: sql`c.id`,
          patientId: sql`c.patient_id`,
          who: sql`p.display_name`,
          what: sql`replace(c.kind, '-', ' ')`,
          day: sql`(c.form -> 'expiry' ->> 'lastDay')::date`,
          opens: sql`'/patients/' || c.patient_id || '/consents'`,
        },
        sql`from privacy.consent c left join patients.patient_name p on p.id = c.patient_id
        where c.state = 'active' and c.form -> 'expiry' ->> 'kind' = 'date' and (c.form -> 'expiry' ->> 'lastDay')::date between (select identity.today()) and (select identity.today()) + 30`,
      ),
  },
  {
    code: 'privacy.consents-unsigned',
    asks: 'Consents drawn up, not signed',
    means: 'Consents that were drawn up in my programs and that nobody has signed. Late: older than a week.',
    may: 'consent.read',
    rows: (tx) =>
      tileRows(
        {
          id: sql`c.id`,
          patientId: sql`c.patient_id`,
          who: sql`p.display_name`,
          what: sql`replace(c.kind, '-', ' ')`,
          at: sql`c.drawn_up_at`,
          isLate: sql`c.drawn_up_at < ${tx.now}::timestamptz - interval '7 days'`,
          opens: sql`'/patients/' || c.patient_id || '/consents'`,
        },
        sql`from privacy.consent c left join patients.patient_name p on p.id = c.patient_id where c.state = 'draft'`,
      ),
  },
];
