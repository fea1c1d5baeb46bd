import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { OpenGroup, TherapyGroup } from './groups.contract.ts';

/** A group without its roster. */
export type GroupFacts = Omit<TherapyGroup, 'members'>;

const group = sql`select g.id, g.program_id, coalesce(program.name, '') as program_name, g.name, g.kind, g.curriculum, g.service, g.facilitator_id,
    coalesce(s.display_name, '') as facilitator_name, g.capacity, g.active,
    coalesce((select json_agg(json_build_object('id', c.id, 'name', c.display_name)) from identity.staff_name c where c.id = any (g.cofacilitator_ids)), '[]') as cofacilitators
  from groups.therapy_group g left join programs.program_name program on program.id = g.program_id left join identity.staff_name s on s.id = g.facilitator_id`;

/** Groups within reach, those that still meet first. */
export async function groupsWithinReach(tx: Tx): Promise<readonly GroupFacts[]> {
  const { rows } = await sql<GroupFacts>`${group} order by g.active desc, g.name limit 500`.execute(tx.db);
  return rows;
}

/** One group; undefined when there is none that this actor may see. */
export async function groupById(tx: Tx, groupId: string): Promise<GroupFacts | undefined> {
  const { rows } = await sql<GroupFacts>`${group} where g.id = ${groupId}`.execute(tx.db);
  return rows[0];
}

/** Keeps others from changing the group and its roster until the transaction ends. */
export async function lockGroup(tx: Tx, groupId: string): Promise<void> {
  await sql`select id from groups.therapy_group where id = ${groupId} for update`.execute(tx.db);
}

/** Writes a new group; nothing when it is there already. */
export async function insertGroup(tx: Tx, made: OpenGroup): Promise<void> {
  await sql`insert into groups.therapy_group (id, program_id, name, kind, curriculum, service, facilitator_id, cofacilitator_ids, capacity, made_at)
    values (${made.id}, ${made.programId}, ${made.name}, ${made.kind}, ${made.curriculum}, ${made.service}, ${made.facilitatorId}, ${made.cofacilitatorIds}::uuid[],
      ${made.capacity}, ${tx.now}) on conflict (id) do nothing`.execute(tx.db);
}

/** Writes a group as it now stands. */
export async function updateGroup(tx: Tx, { cofacilitators, ...to }: GroupFacts): Promise<void> {
  await sql`update groups.therapy_group set name = ${to.name}, curriculum = ${to.curriculum}, service = ${to.service}, facilitator_id = ${to.facilitatorId},
      cofacilitator_ids = ${cofacilitators.map(({ id }) => id)}::uuid[], capacity = ${to.capacity}, active = ${to.active} where id = ${to.id}`.execute(tx.db);
}

/** A line of a roster. */
export interface RosterLine {
  readonly groupId: string;
  readonly patientId: string;
  readonly name: string;
  readonly mrn: string;
  readonly joinedOn: Temporal.PlainDate;
  readonly leftOn: Temporal.PlainDate | null;
}

/** Rosters of these groups with their history, by name. */
export async function rostersOf(tx: Tx, groupIds: readonly string[]): Promise<readonly RosterLine[]> {
  const { rows } = await sql<RosterLine>`select m.group_id, m.patient_id, coalesce(p.display_name, '') as name, coalesce(p.mrn, '') as mrn, m.joined_on, m.left_on
    from groups.member m left join patients.patient_name p on p.id = m.patient_id where m.group_id = any (${groupIds}::uuid[]) order by name, m.joined_on`.execute(tx.db);
  return rows;
}

/** Whether this actor knows the person. */
export async function isKnown(tx: Tx, patientId: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`select id from patients.patient_name where id = ${patientId}`.execute(tx.db);
  return rows.length > 0;
}

/** Takes a person into a group; nothing when they are in it. */
export async function insertMember(tx: Tx, of: GroupFacts, patientId: string, joinedOn: Temporal.PlainDate): Promise<void> {
  await sql`insert into groups.member (group_id, patient_id, program_id, joined_on) values (${of.id}, ${patientId}, ${of.programId}, ${joinedOn}) on conflict do nothing`.execute(
    tx.db,
  );
}

/** Gives a membership its last day. */
export async function endMember(tx: Tx, groupId: string, patientId: string, lastDay: Temporal.PlainDate): Promise<void> {
  await sql`update groups.member set left_on = greatest(joined_on, ${lastDay}::date) where group_id = ${groupId} and patient_id = ${patientId} and left_on is null`.execute(
    tx.db,
  );
}

/** The time zone of the site where a program is. */
export async function timeZoneOf(tx: Tx, programId: string): Promise<string> {
  const { rows } = await sql<{ timeZone: string }>`select site.time_zone from programs.program_name program join identity.site_name site on site.id = program.site_id
    where program.id = ${programId}`.execute(tx.db);
  return rows[0]?.timeZone ?? 'UTC';
}
