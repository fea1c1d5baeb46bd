import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { Reviewed } from './agenda.rules.ts';

/** Somebody in care, with what a meeting wants to know first. */
export interface InCare extends Reviewed {
  readonly patientId: string;
  readonly name: string;
  readonly mrn: string;
  readonly clinicianName: string | null;
  readonly lastSignedOn: Temporal.PlainDate | null;
  readonly atRisk: boolean;
  readonly visits: number;
  readonly missed: number;
  readonly documentId: string | null;
}

/** Everybody in care in a program. Visits and missed ones are those of the last four weeks in the program. */
export async function inCare(tx: Tx, programId: string): Promise<readonly InCare[]> {
  const { rows } =
    await sql<InCare>`select e.patient_id, coalesce(p.display_name, '') as name, coalesce(p.mrn, '') as mrn, s.display_name as clinician_name, e.admitted_on,
      v.review_due, v.signed_at::date as last_signed_on, exists (select from assessments.open_risk r where r.patient_id = e.patient_id) as at_risk,
      coalesce(a.visits, 0)::integer as visits, coalesce(a.missed, 0)::integer as missed, d.id as document_id
    from programs.open_episode e left join patients.patient_name p on p.id = e.patient_id left join identity.staff_name s on s.id = e.primary_clinician_id
      left join lateral (select review_due, signed_at from careplans.signed_version v where v.patient_id = e.patient_id and v.program_id = e.program_id order by number desc limit 1) v on true
      left join lateral (select count(*) filter (where status = 'completed') as visits, count(*) filter (where status = 'no-show') as missed from scheduling.appointment_fact f
        where f.patient_id = e.patient_id and f.program_id = e.program_id and f.starts_at between ${tx.now}::timestamptz - interval '28 days' and ${tx.now}) a on true
      left join lateral (select id from together.open_document d where d.patient_id = e.patient_id and d.program_id = e.program_id order by opened_at desc limit 1) d on true
    where e.program_id = ${programId} and e.state = 'admitted' order by name, e.patient_id`.execute(tx.db);
  return rows;
}

/** The day it is for the organisation. */
export async function organisationDay(tx: Tx): Promise<Temporal.PlainDate> {
  const { rows } = await sql<{ today: Temporal.PlainDate }>`select identity.today() as today`.execute(tx.db);
  return rows[0]?.today ?? tx.now.toZonedDateTimeISO('UTC').toPlainDate();
}
