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

interface Asked {
  /** Each document of a level with the codes that count as it, by where they are found: `form dap`, `document hospital`, `panel lithium`. */
  readonly needed: string;
  readonly forms: readonly string[];
  readonly documents: readonly string[];
  readonly panels: readonly string[];
}

function asked(documents: readonly AskedDocument[]): Asked {
  const needed = documents.map(({ levelOfCare, says, withinDays, everyDays, evidence }) => ({
    level_of_care: levelOfCare,
    says,
    within_days: withinDays,
    every_days: everyDays,
    codes: [...evidence.forms.map((code) => `form ${code}`), ...evidence.documents.map((code) => `document ${code}`), ...evidence.panels.map((code) => `panel ${code}`)],
  }));
  const all = (of: 'forms' | 'documents' | 'panels') => [...new Set(documents.flatMap(({ evidence }) => evidence[of]))];
  return { needed: JSON.stringify(needed), forms: all('forms'), documents: all('documents'), panels: all('panels') };
}

// Looked up stay by stay, along the index of each table, and once for all documents of a stay: row-level security leaves the planner guessing how many rows there
// are, so that joining all at once goes wrong by thousands, and without a fence it looks each stay up anew for each document.
const writtenIn = ({ forms, documents, panels }: Asked) => sql`
  select jsonb_object_agg(code, day) as days from (
    select 'form ' || f.form as code, max((f.signed_at at time zone stay.time_zone)::date) as day
      from charting.signed_form f where f.patient_id = stay.patient_id and f.program_id = stay.program_id and f.form = any (${[...forms]}::text[]) group by f.form
    union all
    select 'document ' || d.category, max((d.received_at at time zone stay.time_zone)::date)
      from documents.document_now d where d.patient_id = stay.patient_id and d.program_id = stay.program_id and d.state = 'filed' and d.category = any (${[...documents]}::text[]) group by d.category
    union all
    select 'panel ' || r.panel, max((r.collected_at at time zone stay.time_zone)::date)
      from observations.result_now r where r.patient_id = stay.patient_id and r.program_id = stay.program_id and r.state = 'recorded' and r.panel = any (${[...panels]}::text[]) group by r.panel) found`;

/** Documents that stays that go on ask for and that are not there by their day; of one primary clinician, or of everybody in the programs of the reader. The rule is `documentDue`. */
export async function documentsMissing(
  tx: Tx,
  clinicianId: string | null,
  documents: readonly AskedDocument[],
  daysBeforeAdmission: number,
): Promise<readonly MissingDocument[]> {
  const of = asked(documents);
  const { rows } = await sql<MissingDocument>`
    with needed as (select * from jsonb_to_recordset(${of.needed}::jsonb) as line (level_of_care text, says text, within_days integer, every_days integer, codes text[])),
    stay as materialized (
      select e.patient_id, e.program_id, e.primary_clinician_id, e.admitted_on, coalesce(program.name, '') as program_name, program.level_of_care, coalesce(site.time_zone, 'UTC') as time_zone
      from programs.open_episode e left join programs.program_name program on program.id = e.program_id left join identity.site_name site on site.id = program.site_id
      where e.state = 'admitted' and e.admitted_on is not null and (${clinicianId}::uuid is null or e.primary_clinician_id = ${clinicianId})
        and program.level_of_care = any (array(select needed.level_of_care from needed))),
    read as materialized (select stay.*, written.days from stay cross join lateral (${writtenIn(of)}) written),
    owed as materialized (
      select stay.*, needed.says, case when last.day >= stay.admitted_on - ${daysBeforeAdmission}::integer then last.day + needed.every_days
          else stay.admitted_on + coalesce(needed.within_days, needed.every_days) end as due_on
      from read stay join needed on needed.level_of_care = stay.level_of_care
        cross join lateral (select max((stay.days ->> code)::date) as day from unnest(needed.codes) code) last)
    select owed.patient_id, coalesce(p.display_name, '') as patient_name, owed.program_id, owed.program_name, owed.primary_clinician_id as staff_id, clinician.display_name as staff_name,
      owed.says as what, (owed.due_on + 1)::timestamp at time zone owed.time_zone as due
    from owed left join patients.patient_name p on p.id = owed.patient_id left join identity.staff_name clinician on clinician.id = owed.primary_clinician_id
    where owed.due_on < (${tx.now}::timestamptz at time zone owed.time_zone)::date order by owed.due_on limit 5000`.execute(tx.db);
  return rows;
}
