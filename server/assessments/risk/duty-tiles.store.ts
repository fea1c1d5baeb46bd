import { sql } from 'kysely';
import { tileRows, type Tile } from '#server/platform/index.ts';

/** What home pages ask of the suicide-risk pathway. */
export const dutyTiles: readonly Tile[] = [
  {
    code: 'assessments.risk-duties',
    asks: 'Owed on the suicide-risk pathway',
    means: 'Duties to people on the suicide-risk pathway in my programs that are neither done nor ended. Late: past their clock.',
    may: 'assessment.read',
    rows: (tx) =>
      tileRows(
        {
          id: sql`duty.case_id || '-' || duty.key`,
          patientId: sql`duty.patient_id`,
          who: sql`p.display_name`,
          what: sql`replace(duty.kind, '-', ' ') || ', ' || coalesce('in the hands of ' || s.display_name, 'in nobody''s hands yet')`,
          at: sql`duty.due_at`,
          isLate: sql`duty.due_at < ${tx.now}`,
          opens: sql`'/patients/' || duty.patient_id || '/assessments'`,
        },
        sql`from assessments.risk_duty duty join assessments.risk_case of_case on of_case.id = duty.case_id left join patients.patient_name p on p.id = duty.patient_id
          left join identity.staff_name s on s.id = of_case.owner_id
        where duty.done_at is null and duty.ended_at is null`,
      ),
  },
];
