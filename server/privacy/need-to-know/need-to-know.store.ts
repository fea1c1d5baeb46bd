import { sql } from 'kysely';
import { newId, type Tx } from '#server/platform/index.ts';
import type { Sharing } from './need-to-know.ts';

/** Every program with what holds there now, by name. */
export async function sharingOfPrograms(tx: Tx): Promise<Sharing[]> {
  const { rows } = await sql<Sharing>`select program.id as program_id, program.name as program_name, decided.id is not null as care_team_only,
      coalesce(decided.whole_program_roles, '{}') as whole_program_roles, coalesce(decided.reason, '') as reason, decided.valid_from as since
    from programs.program_name program left join privacy.need_to_know decided on decided.program_id = program.id and decided.valid_to is null
    order by program.name`.execute(tx.db);
  return rows;
}

/** Roles that read charts. */
export async function rolesThatReadCharts(tx: Tx): Promise<{ code: string; name: string }[]> {
  const { rows } = await sql<{ code: string; name: string }>`select distinct code, name from identity.role_may
    where permission_code = any (privacy.clinical_permissions()) order by name`.execute(tx.db);
  return rows;
}

/** Ends what holds for the program now. What held before stays on record. */
export async function endNarrowing(tx: Tx, programId: string): Promise<void> {
  await sql`update privacy.need_to_know set valid_to = ${tx.now}, ended_by = ${tx.actor.id}::uuid where program_id = ${programId} and valid_to is null`.execute(tx.db);
}

/** From now on the program's charts are for those with a part in the care, and for these roles. */
export async function beginNarrowing(tx: Tx, programId: string, roles: readonly string[], reason: string): Promise<void> {
  await sql`insert into privacy.need_to_know (id, program_id, whole_program_roles, reason, valid_from, decided_by)
    values (${newId()}, ${programId}, ${[...roles]}::text[], ${reason}, ${tx.now}, ${tx.actor.id}::uuid)`.execute(tx.db);
}

/** Own programs that know the person and whose clinical records the actor does not read for want of a part in the care. */
export async function closedToActor(tx: Tx, patientId: string): Promise<{ programId: string; programName: string }[]> {
  const { rows } = await sql<{ programId: string; programName: string }>`
    select known.program_id, program.name as program_name from privacy.patient_program known join programs.program_name program on program.id = known.program_id
    where known.patient_id = ${patientId} and known.program_id = any (privacy.narrowed_programs()) and not (known.patient_id = any (privacy.my_patients()))
    order by program.name`.execute(tx.db);
  return rows;
}
