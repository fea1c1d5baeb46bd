import { sql, type RawBuilder } from 'kysely';
import { tileRows, type Tile, type TileRow } from '#server/platform/index.ts';

/** Stays that meet a condition, by the day that counts for it. */
function stays({ what, day, isLate = sql`false`, where }: Record<'what' | 'day' | 'where', RawBuilder<unknown>> & { isLate?: RawBuilder<unknown> }): RawBuilder<TileRow> {
  return tileRows(
    { id: sql`e.id`, patientId: sql`e.patient_id`, who: sql`p.display_name`, what, day, isLate, opens: sql`'/patients/' || e.patient_id` },
    sql`from programs.episode e join programs.program program on program.id = e.program_id left join patients.patient_name p on p.id = e.patient_id where ${where}`,
  );
}

const since = (day: RawBuilder<unknown>) => sql`${day} between date_trunc('week', (select identity.today())::timestamp)::date and (select identity.today())`;

/** What home pages ask of stays. */
export const stayTiles: readonly Tile[] = [
  {
    code: 'programs.referrals',
    asks: 'Referrals to answer',
    means: 'Referrals to my programs that were neither taken in nor declined. Late: older than two days.',
    may: 'program.read',
    rows: () =>
      stays({
        what: sql`program.name || case e.state when 'screening' then ', screened' else '' end`,
        day: sql`e.referred_on`,
        isLate: sql`e.referred_on < (select identity.today()) - 2`,
        where: sql`e.state in ('referral', 'screening')`,
      }),
  },
  {
    code: 'programs.without-clinician',
    asks: 'In care without a clinician',
    means: 'People admitted to my programs for whom no primary clinician is named.',
    may: 'program.read',
    rows: () => stays({ what: sql`program.name`, day: sql`e.admitted_on`, where: sql`e.state = 'admitted' and e.primary_clinician_id is null` }),
  },
  {
    code: 'programs.admissions-this-week',
    asks: 'Admissions this week',
    means: 'Stays that began since Monday, in all my programs.',
    may: 'program.read',
    rows: () => stays({ what: sql`program.name`, day: sql`e.admitted_on`, where: since(sql`e.admitted_on`) }),
  },
  {
    code: 'programs.discharges-this-week',
    asks: 'Discharges this week',
    means: 'Stays that ended since Monday, in all my programs.',
    may: 'program.read',
    rows: () =>
      stays({
        what: sql`program.name || ', ' || replace(e.end_reason, '-', ' ')`,
        day: sql`e.ended_on`,
        where: sql`e.state = 'discharged' and e.end_reason <> 'taken-back' and ${since(sql`e.ended_on`)}`,
      }),
  },
];
