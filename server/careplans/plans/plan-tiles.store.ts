import { sql, type RawBuilder } from 'kysely';
import { tileRows, type Tile, type TileRow, type Tx } from '#server/platform/index.ts';

/** Last signed versions of plans in open stays whose review is due by a day. */
function reviews(of: RawBuilder<unknown>, days: number): RawBuilder<TileRow> {
  return tileRows(
    {
      id: sql`v.plan_id`,
      patientId: sql`v.patient_id`,
      who: sql`p.display_name`,
      what: sql`coalesce(program.name, '') || ', version ' || v.number`,
      day: sql`v.review_due`,
      isLate: sql`v.review_due < (select identity.today())`,
      opens: sql`'/patients/' || v.patient_id || '/care-plans'`,
    },
    sql`from careplans.sealed_plan v join programs.open_episode e on e.patient_id = v.patient_id and e.program_id = v.program_id and e.state = 'admitted'
      left join patients.patient_name p on p.id = v.patient_id left join programs.program_name program on program.id = v.program_id
    where v.review_due <= (select identity.today()) + ${days}::integer and ${of}
      and not exists (select from careplans.sealed_plan newer where newer.plan_id = v.plan_id and newer.number > v.number)`,
  );
}

/** Open stays of a week and more in which no plan was signed. */
function unplanned(of: RawBuilder<unknown>): RawBuilder<TileRow> {
  return tileRows(
    {
      id: sql`e.id`,
      patientId: sql`e.patient_id`,
      who: sql`p.display_name`,
      what: sql`program.name`,
      day: sql`e.admitted_on`,
      isLate: sql`e.admitted_on < (select identity.today()) - 30`,
      opens: sql`'/patients/' || e.patient_id || '/care-plans'`,
    },
    sql`from programs.open_episode e left join patients.patient_name p on p.id = e.patient_id left join programs.program_name program on program.id = e.program_id
    where e.state = 'admitted' and e.admitted_on <= (select identity.today()) - 7 and ${of}
      and not exists (select from careplans.sealed_plan v where v.patient_id = e.patient_id and v.program_id = e.program_id)`,
  );
}

const mine = (tx: Tx) => sql`e.primary_clinician_id = ${tx.actor.id}::uuid`;
const anybody = sql`true`;
const may = 'chart.read';

/** What home pages ask of care plans. */
export const planTiles: readonly Tile[] = [
  {
    code: 'careplans.my-reviews',
    asks: 'My care plan reviews due',
    means: 'Care plans of patients whose primary clinician I am, to be reviewed within seven days. Late: the review is overdue.',
    may,
    rows: (tx) => reviews(mine(tx), 7),
  },
  {
    code: 'careplans.my-patients-unplanned',
    asks: 'My patients without a signed plan',
    means: 'People in care for a week or more, whose primary clinician I am, without a signed care plan. Late: after a month.',
    may,
    rows: (tx) => unplanned(mine(tx)),
  },
  {
    code: 'careplans.reviews-overdue',
    asks: 'Care plan reviews overdue',
    means: 'Care plans in my programs whose review is overdue.',
    may,
    rows: () => reviews(anybody, -1),
  },
  {
    code: 'careplans.unplanned',
    asks: 'In care without a signed plan',
    means: 'People in care in my programs for a week or more without a signed care plan. Late: after a month.',
    may,
    rows: () => unplanned(anybody),
  },
];
