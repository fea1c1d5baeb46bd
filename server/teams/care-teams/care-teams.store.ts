import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { Member } from './care-team.ts';
import type { NewMember } from './care-teams.contract.ts';
import type { Joining } from './joining.rules.ts';

/** The care team of a person, merged records included, leaders first. */
export async function teamOf(tx: Tx, recordIds: readonly string[]): Promise<readonly Member[]> {
  const { rows } = await sql<Member>`select m.id as membership_id, t.episode_id, t.program_id, coalesce(program.name, '') as program_name, t.staff_id,
      coalesce(s.display_name, '') as name, s.credential, t.part, t.leads, t.since
    from teams.on_team t left join teams.membership m on not t.leads and m.patient_id = t.patient_id and m.program_id = t.program_id and m.staff_id = t.staff_id and m.ended_on is null
      left join programs.program_name program on program.id = t.program_id left join identity.staff_name s on s.id = t.staff_id
    where t.patient_id = any (${recordIds}::uuid[]) order by t.leads desc, program_name, name`.execute(tx.db);
  return rows;
}

/** Those who were in the care team, the latest first. */
export async function pastTeamOf(tx: Tx, recordIds: readonly string[]): Promise<readonly (Omit<Member, 'episodeId'> & { endedOn: Temporal.PlainDate })[]> {
  const { rows } = await sql<
    Omit<Member, 'episodeId'> & { endedOn: Temporal.PlainDate }
  >`select m.id as membership_id, m.program_id, coalesce(program.name, '') as program_name, m.staff_id,
      coalesce(s.display_name, '') as name, s.credential, m.part, false as leads, m.since, m.ended_on
    from teams.membership m left join programs.program_name program on program.id = m.program_id left join identity.staff_name s on s.id = m.staff_id
    where m.ended_on is not null and m.patient_id = any (${recordIds}::uuid[]) order by m.ended_on desc, name limit 50`.execute(tx.db);
  return rows;
}

/** What is known of somebody who is to join. */
export async function joining(tx: Tx, patientId: string, { programId, staffId, id }: NewMember): Promise<Joining> {
  const { rows } = await sql<Joining>`select
      exists (select from programs.open_episode e where e.patient_id = ${patientId} and e.program_id = ${programId} and e.state = 'admitted') as is_in_care,
      exists (select from identity.staff_membership m join identity.staff_name s on s.id = m.staff_id and s.active
        where m.staff_id = ${staffId} and m.program_id = ${programId}) as works_in_program,
      exists (select from teams.membership m where m.patient_id = ${patientId} and m.program_id = ${programId} and m.staff_id = ${staffId} and m.ended_on is null and m.id <> ${id})
        as is_on_team`.execute(tx.db);
  return rows[0] ?? { isInCare: false, worksInProgram: false, isOnTeam: false };
}

/** Adds somebody to a care team from today; nothing when the id is there already. */
export async function insertMember(tx: Tx, patientId: string, { id, programId, staffId, part }: NewMember): Promise<void> {
  await sql`insert into teams.membership (id, patient_id, program_id, staff_id, part, since, named_at, named_by)
    values (${id}, ${patientId}, ${programId}, ${staffId}, ${part}, identity.today(), ${tx.now}, ${tx.actor.id}::uuid) on conflict (id) do nothing`.execute(tx.db);
}

/** Ends somebody's part today; undefined when there is none that goes on within reach. */
export async function endMembership(tx: Tx, membershipId: string): Promise<{ patientId: string; programId: string } | undefined> {
  const { rows } = await sql<{
    patientId: string;
    programId: string;
  }>`update teams.membership set ended_on = greatest(since, identity.today()), ended_by = ${tx.actor.id}::uuid
    where id = ${membershipId} and ended_on is null returning patient_id, program_id`.execute(tx.db);
  return rows[0];
}
