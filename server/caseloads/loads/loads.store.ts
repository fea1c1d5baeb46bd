import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { Charge } from './load.ts';

/** Everybody in care in a program with each colleague of their team, and those whom nobody leads. */
export async function chargesOf(tx: Tx, programId: string): Promise<readonly Charge[]> {
  const { rows } = await sql<Charge>`with team as (
      select episode_id, patient_id, staff_id, part, leads, since from teams.on_team where program_id = ${programId}
      union all select id, patient_id, null, 'nobody leads', true, admitted_on from programs.open_episode
        where program_id = ${programId} and state = 'admitted' and primary_clinician_id is null)
    select t.*, coalesce(p.display_name, '') as name,
      (select count(*)::integer from scheduling.appointment_fact a where a.patient_id = t.patient_id and a.clinician_id = t.staff_id and a.status = 'completed'
        and a.starts_at between ${tx.now}::timestamptz - interval '28 days' and ${tx.now}) as visits,
      exists (select from assessments.open_risk r where r.patient_id = t.patient_id) as at_risk,
      (select min(a.starts_at) from scheduling.appointment_fact a where a.patient_id = t.patient_id and a.clinician_id = t.staff_id and a.starts_at > ${tx.now}
        and a.status in ('booked', 'confirmed')) as next
    from team t left join patients.patient_name p on p.id = t.patient_id order by name, t.patient_id`.execute(tx.db);
  return rows;
}

/** Colleagues who treat in a program, by name. */
export async function clinicians(tx: Tx, programId: string): Promise<readonly { id: string; name: string; credential: string | null }[]> {
  const { rows } = await sql<{ id: string; name: string; credential: string | null }>`select s.id, s.display_name as name, s.credential from identity.staff_name s
    where s.active and s.is_clinical and exists (select from identity.staff_membership m where m.staff_id = s.id and m.program_id = ${programId}) order by s.family_name, s.given_name`.execute(
    tx.db,
  );
  return rows;
}
