import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { AskedDocument } from './missing.ts';

/** A document that is not there by its day, with the stay that asks for it. */
export interface MissingDocument {
  readonly patientId: string;
  readonly patientName: string;
  readonly programId: string;
  readonly programName: string;
  readonly staffId: string | null;
  readonly staffName: string | null;
  readonly what: string;
  /** The end of its day where the program is. */
  readonly due: Temporal.Instant;
}

function asRows(asked: readonly AskedDocument[]): { needed: string; counts: string } {
  const needed = asked.map(({ levelOfCare, says, withinDays, everyDays }) => ({ level_of_care: levelOfCare, says, within_days: withinDays, every_days: everyDays }));
  const counts = [...new Map(asked.map(({ says, evidence }) => [says, evidence]))].flatMap(([says, { forms, documents, panels }]) => [
    ...forms.map((code) => ({ says, source: 'form', code })),
    ...documents.map((code) => ({ says, source: 'document', code })),
    ...panels.map((code) => ({ says, source: 'panel', code })),
  ]);
  return { needed: JSON.stringify(needed), counts: JSON.stringify(counts) };
}

/** Documents that stays that go on ask for and that are not there by their day; of one primary clinician, or of everybody in the programs of the reader. The rule is `documentDue`. */
export async function documentsMissing(
  tx: Tx,
  clinicianId: string | null,
  asked: readonly AskedDocument[],
  daysBeforeAdmission: number,
): Promise<readonly MissingDocument[]> {
  const { needed, counts } = asRows(asked);
  const { rows } = await sql<MissingDocument>`
    with needed as (select * from jsonb_to_recordset(${needed}::jsonb) as line (level_of_care text, says text, within_days integer, every_days integer)),
    counts as (select * from jsonb_to_recordset(${counts}::jsonb) as line (says text, source text, code text)),
    stay as materialized (
      select e.id, e.patient_id, e.program_id, e.primary_clinician_id, e.admitted_on, coalesce(program.name, '') as program_name, program.level_of_care,
        coalesce(site.time_zone, 'UTC') as time_zone
      from programs.open_episode e left join programs.program_name program on program.id = e.program_id left join identity.site_name site on site.id = program.site_id
      where e.state = 'admitted' and e.admitted_on is not null and (${clinicianId}::uuid is null or e.primary_clinician_id = ${clinicianId})),
    written as (
      select patient_id, program_id, 'form' as source, form as code, signed_at as at from charting.signed_form where patient_id in (select patient_id from stay)
      union all
      select patient_id, program_id, 'document', category, received_at from documents.document_now where state = 'filed' and patient_id in (select patient_id from stay)
      union all
      select patient_id, program_id, 'panel', panel, collected_at from observations.result_now where state = 'recorded' and patient_id in (select patient_id from stay)),
    last as (
      select stay.id, counts.says, max((written.at at time zone stay.time_zone)::date) as day
      from written join counts on counts.source = written.source and counts.code = written.code
        join stay on stay.patient_id = written.patient_id and stay.program_id = written.program_id group by 1, 2),
    owed as (
      select stay.*, needed.says, case when last.day >= stay.admitted_on - ${daysBeforeAdmission}::integer then last.day + needed.every_days
          else stay.admitted_on + coalesce(needed.within_days, needed.every_days) end as due_on
      from stay join needed on needed.level_of_care = stay.level_of_care left join last on last.id = stay.id and last.says = needed.says)
    select owed.patient_id, coalesce(p.display_name, '') as patient_name, owed.program_id, owed.program_name, owed.primary_clinician_id as staff_id, clinician.display_name as staff_name,
      owed.says as what, (owed.due_on + 1)::timestamp at time zone owed.time_zone as due
    from owed left join patients.patient_name p on p.id = owed.patient_id left join identity.staff_name clinician on clinician.id = owed.primary_clinician_id
    where owed.due_on < (${tx.now}::timestamptz at time zone owed.time_zone)::date order by owed.due_on limit 5000`.execute(tx.db);
  return rows;
}
