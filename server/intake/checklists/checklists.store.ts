import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { OpenStay } from '../screenings/screenings.store.ts';
import type { Found, Tick } from './checklist.ts';

/** What the record of a person holds for a stay, as far as the actor may see it. Days are those of the time zone given. */
export async function evidenceFor(tx: Tx, { id, patientId, programId, referredOn }: OpenStay, timeZone: string): Promise<readonly Found[]> {
  const records = sql`array(select r.patient_id from patients.person_record r where r.person_id = (select p.person_id from patients.person_record p where p.patient_id = ${patientId}))`;
  const { rows } = await sql<Found>`
    select by, code, id, (at at time zone ${timeZone})::date as "on" from (
      select 'screening' as by, '' as code, null::uuid as id, min(screened_at) as at from intake.screening where episode_id = ${id}
      union all select 'note', template_code, (array_agg(id order by signed_at))[1], min(signed_at) from charting.note_of_template
        where patient_id = any (${records}) and program_id = ${programId} and signed_at >= ${referredOn}::date group by template_code
      union all select 'plan', '', null, min(signed_at) from careplans.signed_version where patient_id = any (${records}) and program_id = ${programId}
      union all select 'assessment', instrument_code, null, max(completed_at) from assessments.completed_score where patient_id = any (${records}) and program_id = ${programId} group by instrument_code
      union all select 'allergies', '', null, min(stated_at) from observations.allergy_statement_made where patient_id = any (${records}) and program_id = ${programId}
      union all select 'allergies', '', null, min(written_at) from observations.allergy_now where patient_id = any (${records}) and program_id = ${programId}
      union all select 'medicines', '', null, min(noted_at) from medications.statement_noted where patient_id = any (${records}) and program_id = ${programId}
      union all select 'orders', '', null, min(noted_at) from medications.order_noted where patient_id = any (${records}) and program_id = ${programId} and noted_at >= ${referredOn}::date
      union all select known.by, '', null, min(asked_at) from medications.none_stated cross join (values ('medicines'), ('orders')) known (by)
        where patient_id = any (${records}) and program_id = ${programId} and asked_at >= ${referredOn}::date group by known.by
      union all select 'document', category, null, min(received_at) from documents.document_now
        where patient_id = any (${records}) and program_id = ${programId} and state = 'filed' and received_at >= ${referredOn}::date group by category
      union all select 'diagnosis', '', null, ${tx.now}::timestamptz from charting.diagnosis_on_list where patient_id = any (${records}) and program_id = ${programId}
    ) evidence where at is not null
    union all select 'coverage', '', null, valid_from from patients.coverage_for_claim c
      where c.patient_id = any (${records}) and c.valid_from <= (${tx.now}::timestamptz)::date and (c.valid_through is null or c.valid_through >= (${tx.now}::timestamptz)::date)
    union all select 'verification', '', null, max(verified_on) from patients.coverage_verified where patient_id = any (${records}) having max(verified_on) is not null`.execute(
    tx.db,
  );
  return rows;
}

/** The latest tick of each point of a stay. */
export async function ticksOf(tx: Tx, episodeId: string, timeZone: string): Promise<readonly Tick[]> {
  const { rows } =
    await sql<Tick>`select distinct on (t.code) t.code, t.done, (t.at at time zone ${timeZone})::date as "on", t.note, coalesce(s.display_name, '') as by_name
    from intake.tick t left join identity.staff_name s on s.id = t.made_by where t.episode_id = ${episodeId} order by t.code, t.at desc, t.id desc`.execute(tx.db);
  return rows;
}

/** Writes that a point is done, or that it is not after all. */
export async function insertTick(tx: Tx, of: OpenStay, tick: { id: string; code: string; done: boolean; note: string }): Promise<void> {
  await sql`insert into intake.tick (id, patient_id, program_id, episode_id, code, note, done, at, made_by)
    values (${tick.id}, ${of.patientId}, ${of.programId}, ${of.id}, ${tick.code}, ${tick.note}, ${tick.done}, ${tx.now}, ${tx.actor.id}::uuid)`.execute(tx.db);
}
