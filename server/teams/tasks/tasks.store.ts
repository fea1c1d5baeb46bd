import { sql, type RawBuilder } from 'kysely';
import { newId, type Tx } from '#server/platform/index.ts';
import type { WishedTask } from './task-rules.rules.ts';
import type { Task } from './task.ts';
import type { ChangeTask, NewTask } from './tasks.contract.ts';

const task = sql`select t.id, t.patient_id, p.display_name as patient_name, t.program_id, coalesce(program.name, '') as program_name, t.title, t.details, t.due_on, t.due_at, t.escalated_at, t.kept_by is not null as is_kept, t.opens,
    t.finishes_here, t.alert_id, t.for_staff_id,
    t.for_role, coalesce(s.display_name, r.name, t.for_role, '') as for_name, t.rule_id, coalesce(maker.display_name, 'a rule of the organisation') as made_by, t.done_at,
    done.display_name as done_by_name, t.done_note, t.version,
    t.done_at is null and coalesce(t.due_at < (select identity.this_moment()), t.due_on < (select identity.today())) as is_late
  from teams.task t left join patients.patient_name p on p.id = t.patient_id left join programs.program_name program on program.id = t.program_id
    left join identity.staff_name s on s.id = t.for_staff_id left join identity.role_name r on r.code = t.for_role
    left join identity.staff_name maker on maker.id = t.made_by left join identity.staff_name done on done.id = t.done_by`;

/** Tasks that are somebody's to do: theirs by name, or those of a role that they hold, in their programs. */
export function mine(tx: Tx): RawBuilder<unknown> {
  return sql`(t.for_staff_id = ${tx.actor.id}::uuid or (t.for_role = any (${tx.actor.roles}::text[]) and t.program_id = any (${tx.actor.programIds}::uuid[])))`;
}

/** Tasks with a clock that call this person: their own, and for who directs a program those there whose clock ran out. */
export function calling(tx: Tx): RawBuilder<unknown> {
  const isOfProgram = sql`t.program_id = any (${tx.actor.programIds}::uuid[])`;
  return sql`(t.due_at is not null and (${mine(tx)} or (t.escalated_at is not null and 'clinical-director' = any (${tx.actor.roles}::text[]) and ${isOfProgram})))`;
}

/** Open tasks that call the reader, the most urgent first. */
export async function tasksCalling(tx: Tx): Promise<readonly Task[]> {
  const { rows } = await sql<Task>`${task} where t.done_at is null and ${calling(tx)} order by t.due_at, t.id limit 1000`.execute(tx.db);
  return rows;
}

/** Open tasks without a clock, what is due first at the top, or the last that were done. */
export async function tasksFor(tx: Tx, { whose, state }: { whose: 'mine' | 'given'; state: 'open' | 'done' }): Promise<readonly Task[]> {
  const which = whose === 'mine' ? sql`${mine(tx)} and (t.due_at is null or t.done_at is not null)` : sql`t.made_by = ${tx.actor.id}::uuid`;
  const order = state === 'open' ? sql`t.due_on, t.id` : sql`t.done_at desc, t.id`;
  const { rows } = await sql<Task>`${task} where ${which} and (t.done_at is null) = ${state === 'open'} order by ${order} limit ${state === 'open' ? 1000 : 100}`.execute(
    tx.db,
  );
  return rows;
}

/** Tasks about a person, merged records included: open ones first. */
export async function tasksOf(tx: Tx, recordIds: readonly string[]): Promise<readonly Task[]> {
  const { rows } =
    await sql<Task>`${task} where t.patient_id = any (${recordIds}::uuid[]) order by t.done_at is not null, t.done_at desc, t.due_on, t.id limit 200`.execute(tx.db);
  return rows;
}

/** One task, locked until the transaction ends; undefined when there is none that this actor may see. */
export async function lockTask(tx: Tx, taskId: string): Promise<Task | undefined> {
  const { rows } = await sql<Task>`${task} where t.id = ${taskId} for update of t`.execute(tx.db);
  return rows[0];
}

/** Writes a new task; nothing when its id is there already. */
export async function insertTask(tx: Tx, to: NewTask): Promise<void> {
  await sql`insert into teams.task (id, patient_id, program_id, title, details, due_on, for_staff_id, for_role, made_at, made_by)
    values (${to.id}, ${to.patientId ?? null}::uuid, ${to.programId}, ${to.title}, ${to.details}, ${to.dueOn}::date, ${to.forStaffId ?? null}::uuid, ${to.forRole ?? null}, ${tx.now},
      ${tx.actor.id}::uuid) on conflict (id) do nothing`.execute(tx.db);
}

/** Writes a task that a rule asks for; nothing when it asked for it already. */
export async function insertWished(tx: Tx, of: { patientId: string; programId: string }, { ruleId, title, forRole, dueOn }: WishedTask): Promise<void> {
  await sql`insert into teams.task (id, patient_id, program_id, title, due_on, for_role, rule_id, made_at)
    values (${newId<'Task'>()}, ${of.patientId}, ${of.programId}, ${title}, ${dueOn}::date, ${forRole}, ${ruleId}, ${tx.now}) on conflict do nothing`.execute(tx.db);
}

/** Writes what changed of a task. */
export async function updateTask(tx: Tx, taskId: string, to: ChangeTask): Promise<void> {
  await sql`update teams.task set title = ${to.title}, details = ${to.details}, due_on = ${to.dueOn}::date, for_staff_id = ${to.forStaffId ?? null}::uuid, for_role = ${to.forRole ?? null},
      reminded_on = null, version = version + 1 where id = ${taskId}`.execute(tx.db);
}

/** Marks a task as done by the actor, or with null as open again. */
export async function markDone(tx: Tx, taskId: string, note: string | null): Promise<void> {
  const done = note !== null;
  await sql`update teams.task set done_at = ${done ? tx.now : null}::timestamptz, done_by = ${done ? tx.actor.id : null}::uuid, done_note = ${note ?? ''}, version = version + 1
    where id = ${taskId}`.execute(tx.db);
}

/** Whether a role exists, and whether a colleague works in the program; for who does not, a task would stay unseen. */
export async function canDo(
  tx: Tx,
  programId: string,
  { forStaffId, forRole }: { forStaffId?: string | null | undefined; forRole?: string | null | undefined },
): Promise<boolean> {
  const { rows } = await sql<{
    can: boolean;
  }>`select case when ${forRole ?? null}::text is not null then exists (select from identity.role_name where code = ${forRole ?? null})
      else exists (select from identity.staff_membership where staff_id = ${forStaffId ?? null}::uuid and program_id = ${programId}) end as can`.execute(tx.db);
  return rows[0]?.can ?? false;
}

/** Roles by name. */
export async function roleNames(tx: Tx): Promise<readonly { code: string; name: string }[]> {
  const { rows } = await sql<{ code: string; name: string }>`select code, name from identity.role_name order by name`.execute(tx.db);
  return rows;
}

/** The kind of a program, and the day it is for the organisation. */
export async function kindAndDay(tx: Tx, programId: string): Promise<{ kind: string; today: Temporal.PlainDate } | undefined> {
  const { rows } = await sql<{
    kind: string;
    today: Temporal.PlainDate;
  }>`select kind, identity.today() as today from programs.program_name where id = ${programId}`.execute(tx.db);
  return rows[0];
}

/** Addresses of those who have open tasks of their own due by today and were not reminded today, marked as reminded. */
export async function takeReminders(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ email: string }>`with due as (
      update teams.task set reminded_on = identity.today() where done_at is null and for_staff_id is not null and due_on <= identity.today()
        and reminded_on is distinct from identity.today() returning for_staff_id)
    select distinct m.email from due join identity.staff_mail m on m.id = due.for_staff_id order by 1`.execute(tx.db);
  return rows.map(({ email }) => email);
}
