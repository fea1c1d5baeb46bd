import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';

/** Somebody admitted, with the last review that was signed and the authorization that ends last. */
export interface AdmittedRow {
  readonly episodeId: string;
  readonly patientId: string;
  readonly programId: string;
  readonly name: string;
  readonly mrn: string;
  readonly programName: string;
  readonly admittedOn: Temporal.PlainDate;
  readonly clinicianName: string | null;
  readonly lastReviewOn: Temporal.PlainDate | null;
  readonly lastReviewedBy: string | null;
  readonly lastNoteId: string | null;
  readonly payerName: string | null;
  readonly authorizedThrough: Temporal.PlainDate | null;
}

/**
 * Everybody admitted to these programs. A note of one of the templates, signed since the admission, is a review; only what is approved counts of the payer.
 * Each part is read once for all: under row-level security a look for each person anew takes as long as a look at everything.
 */
export async function admittedTo(tx: Tx, programIds: readonly string[], templates: readonly string[]): Promise<readonly AdmittedRow[]> {
  const programs = sql`any (${[...programIds]}::uuid[])`;
  const { rows } = await sql<AdmittedRow>`with stay as materialized (
      select id, patient_id, program_id, admitted_on, primary_clinician_id from programs.stay_to_report where state = 'admitted' and program_id = ${programs}),
    review as materialized (
      select distinct on (patient_id, program_id) id, patient_id, program_id, signed_by, signed_at from charting.note_of_template
      where program_id = ${programs} and template_code = any (${[...templates]}::text[]) order by patient_id, program_id, signed_at desc),
    approved as materialized (
      select distinct on (patient_id, program_id) patient_id, program_id, payer_name, valid_through from billing.authorization_running
      where state = 'approved' and program_id = ${programs} order by patient_id, program_id, valid_through desc)
    select e.id as episode_id, e.patient_id, e.program_id, coalesce(n.display_name, '') as name, coalesce(n.mrn, '') as mrn, p.name as program_name, e.admitted_on,
      c.display_name as clinician_name, (r.signed_at at time zone site.time_zone)::date as last_review_on, s.display_name as last_reviewed_by, r.id as last_note_id,
      a.payer_name, a.valid_through as authorized_through
    from stay e join programs.program_name p on p.id = e.program_id join identity.site_name site on site.id = p.site_id
      left join patients.patient_name n on n.id = e.patient_id left join identity.staff_name c on c.id = e.primary_clinician_id
      left join review r on r.patient_id = e.patient_id and r.program_id = e.program_id and (r.signed_at at time zone site.time_zone)::date >= e.admitted_on
      left join identity.staff_name s on s.id = r.signed_by
      left join approved a on a.patient_id = e.patient_id and a.program_id = e.program_id`.execute(tx.db);
  return rows;
}
