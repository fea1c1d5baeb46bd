import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { KeptTask, Matter } from './kept-task.ts';

/** The open task of a matter, locked; undefined when there is none that this actor may see. */
export async function lockOpenTask(tx: Tx, { keptBy, keptId }: Matter): Promise<{ id: string; alertId: string | null } | undefined> {
  const { rows } = await sql<{
    id: string;
    alertId: string | null;
  }>`select id, alert_id from teams.task where kept_by = ${keptBy} and kept_id = ${keptId} and done_at is null for update`.execute(tx.db);
  return rows[0];
}

const staffOf = ({ isFor }: KeptTask) => ('staffId' in isFor ? isFor.staffId : null);
const roleOf = ({ isFor }: KeptTask) => ('role' in isFor ? isFor.role : null);

/** Writes a task; false when the matter has an open one already. */
export async function insertKept(tx: Tx, taskId: string, task: KeptTask, alertId: string | null): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into teams.task (id, patient_id, program_id, title, details, due_on, due_at, for_staff_id, for_role, made_at, made_by, kept_by, kept_id, opens, finishes_here, is_private, alert_id)
    values (${taskId}, ${task.patientId}, ${task.programId}, ${task.title}, ${task.details}, ${task.dueOn.toString()}::date, ${task.dueAt}::timestamptz, ${staffOf(task)}::uuid, ${roleOf(task)},
      ${tx.now}, ${tx.actor.id}::uuid, ${task.keptBy}, ${task.keptId}, ${task.opens}, ${task.finishesHere}, ${task.isPrivate}, ${alertId}::uuid) on conflict do nothing`.execute(
    tx.db,
  );
  return numAffectedRows === 1n;
}

/** Writes what its keeper says anew of an open task. */
export async function rewriteKept(tx: Tx, taskId: string, task: KeptTask): Promise<void> {
  await sql`update teams.task set title = ${task.title}, details = ${task.details}, due_on = ${task.dueOn.toString()}::date, due_at = ${task.dueAt}::timestamptz, for_staff_id = ${staffOf(task)}::uuid,
      for_role = ${roleOf(task)}, reminded_on = null, version = version + 1 where id = ${taskId}`.execute(tx.db);
}

/** A task whose clock ran out. */
export interface LateTask {
  readonly id: string;
  readonly patientId: string;
  readonly programId: string;
}

/** Marks the tasks whose clock ran out and gives them: each once. */
export async function takeLate(tx: Tx): Promise<readonly LateTask[]> {
  const { rows } = await sql<LateTask>`update teams.task set escalated_at = ${tx.now} where due_at < ${tx.now} and done_at is null and escalated_at is null
    returning id, patient_id, program_id`.execute(tx.db);
  return rows;
}

/** Where the clinical directors of a program get mail. */
export async function directorsMail(tx: Tx, programId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ email: string }>`select distinct mail.email from identity.staff_role_held held
      join identity.staff_membership member on member.staff_id = held.staff_id join identity.staff_mail mail on mail.id = held.staff_id
    where held.role_code = 'clinical-director' and member.program_id = ${programId} order by 1`.execute(tx.db);
  return rows.map(({ email }) => email);
}
