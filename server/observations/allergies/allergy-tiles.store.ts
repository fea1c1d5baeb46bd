import { sql } from 'kysely';
import { tileRows, type Tile } from '#server/platform/index.ts';

/** What home pages ask of allergies. */
export const allergyTiles: readonly Tile[] = [
  {
    code: 'observations.allergies-unknown',
    asks: 'Allergies never asked',
    means: 'People in care in my programs of whom neither an allergy nor that none is known was ever written. Late: in care for more than a day.',
    may: 'chart.read',
    rows: () =>
      tileRows(
        {
          id: sql`e.patient_id`,
          patientId: sql`e.patient_id`,
          who: sql`p.display_name`,
          what: sql`string_agg(program.name, ', ' order by program.name)`,
          day: sql`min(e.admitted_on)`,
          isLate: sql`min(e.admitted_on) < (select identity.today()) - 1`,
          opens: sql`'/patients/' || e.patient_id || '/allergies'`,
        },
        sql`from programs.open_episode e left join patients.patient_name p on p.id = e.patient_id left join programs.program_name program on program.id = e.program_id
        where e.state = 'admitted' and not exists (select from observations.allergy a where a.patient_id = e.patient_id)
          and not exists (select from observations.allergy_statement s where s.patient_id = e.patient_id)
        group by e.patient_id, p.display_name`,
      ),
  },
];
