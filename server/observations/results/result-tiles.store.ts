import { sql } from 'kysely';
import { tileRows, type Tile } from '#server/platform/index.ts';
import { calling } from '#server/teams/index.ts';

/** What home pages ask of results. */
export const resultTiles: readonly Tile[] = [
  {
    code: 'observations.results-to-review',
    asks: 'Results to review',
    means:
      'Results of laboratories and drug screens in my programs that nobody has reviewed. Late: past the day that the worst value in them allows. Critical ones that call me are counted as what cannot wait.',
    may: 'result.review',
    rows: (tx) =>
      tileRows(
        {
          id: sql`r.id`,
          patientId: sql`r.patient_id`,
          who: sql`p.display_name`,
          what: sql`r.panel_name || ': ' || r.says`,
          at: sql`r.review_due`,
          isLate: sql`r.review_due < ${tx.now}`,
          opens: sql`'/patients/' || r.patient_id || '/results?open=' || r.id`,
        },
        sql`from observations.result_now r left join patients.patient_name p on p.id = r.patient_id where r.reviewed_at is null and r.state = 'recorded'
          and not exists (select from teams.open_task t where t.kept_by = 'critical-result' and t.kept_id = r.id and ${calling(tx)})`,
      ),
  },
];
