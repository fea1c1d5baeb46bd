import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';

/** A stay that goes on. */
export interface Stay {
  readonly patientId: string;
  readonly patientName: string;
  readonly programId: string;
  readonly programName: string;
  readonly timeZone: string;
  readonly clinicianId: string | null;
  readonly clinicianName: string | null;
  readonly admittedOn: Temporal.PlainDate;
}

/** Stays that go on; of one primary clinician, or of everybody in the programs of the reader. */
export async function staysGoingOn(tx: Tx, clinicianId: string | null): Promise<readonly Stay[]> {
  const { rows } = await sql<Stay>`
    select e.patient_id, coalesce(p.display_name, '') as patient_name, e.program_id, coalesce(program.name, '') as program_name, coalesce(site.time_zone, 'UTC') as time_zone,
      e.primary_clinician_id as clinician_id, clinician.display_name as clinician_name, e.admitted_on
    from programs.open_episode e left join patients.patient_name p on p.id = e.patient_id left join programs.program_name program on program.id = e.program_id
      left join identity.site_name site on site.id = program.site_id left join identity.staff_name clinician on clinician.id = e.primary_clinician_id
    where e.state = 'admitted' and e.admitted_on is not null and (${clinicianId}::uuid is null or e.primary_clinician_id = ${clinicianId}) limit 5000`.execute(tx.db);
  return rows;
}

/** Something written, filed or found that may count as a document. */
export interface Written {
  readonly patientId: string;
  readonly programId: string;
  readonly source: 'form' | 'document' | 'panel';
  readonly code: string;
  readonly at: Temporal.Instant;
}

/** The last of each form, document and panel in the charts of these people, by program. */
export async function lastWritten(tx: Tx, patientIds: readonly string[]): Promise<readonly Written[]> {
  const { rows } = await sql<Written>`
    select patient_id, program_id, 'form' as source, form as code, max(signed_at) as at from charting.signed_form where patient_id = any (${patientIds}::uuid[]) group by 1, 2, 4
    union all
    select patient_id, program_id, 'document', category, max(received_at) from documents.document_now where state = 'filed' and patient_id = any (${patientIds}::uuid[]) group by 1, 2, 4
    union all
    select patient_id, program_id, 'panel', panel, max(collected_at) from observations.result_now where state = 'recorded' and patient_id = any (${patientIds}::uuid[]) group by 1, 2, 4`.execute(
    tx.db,
  );
  return rows;
}
