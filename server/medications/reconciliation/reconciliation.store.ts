import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { Statement } from '../statements/statement.ts';
import type { DecideStatement, DecisionKind } from './reconciliation.contract.ts';

/** What was decided about a statement on the way to a program, and by whom. */
export interface Decision {
  readonly id: string;
  readonly statementId: string;
  readonly does: DecisionKind;
  readonly dose: string;
  readonly reason: string;
  readonly decidedBy: string;
}

/** Decisions on the way to a program that still wait for the move. */
export async function openDecisions(tx: Tx, patientId: string, toProgramId: string): Promise<readonly Decision[]> {
  const { rows } = await sql<Decision>`select d.id, d.statement_id, d.does, d.dose, d.reason, coalesce(s.display_name, '') as decided_by
    from medications.decision d left join identity.staff_name s on s.id = d.decided_by
    where d.patient_id = ${patientId} and d.to_program_id = ${toProgramId} and d.applied_at is null`.execute(tx.db);
  return rows;
}

/** Writes what is decided; a later word replaces the earlier one. */
export async function writeDecision(tx: Tx, of: Statement, to: DecideStatement): Promise<void> {
  await sql`insert into medications.decision (statement_id, patient_id, program_id, to_program_id, does, dose, reason, decided_at, decided_by)
    values (${of.id}, ${of.patientId}, ${of.programId}, ${to.toProgramId}, ${to.does}, ${to.dose}, ${to.reason}, ${tx.now}, ${tx.actor.id}::uuid)
    on conflict (statement_id, to_program_id) where applied_at is null
    do update set does = excluded.does, dose = excluded.dose, reason = excluded.reason, decided_at = excluded.decided_at, decided_by = excluded.decided_by`.execute(
    tx.db,
  );
}

/** Marks decisions as carried out. */
export async function markApplied(tx: Tx, decisionIds: readonly string[]): Promise<void> {
  await sql`update medications.decision set applied_at = ${tx.now} where id = any (${decisionIds}::uuid[])`.execute(tx.db);
}

/** Lets decisions wait again, unless another one took their place. */
export async function unapply(tx: Tx, decisionIds: readonly string[]): Promise<void> {
  await sql`update medications.decision d set applied_at = null where d.id = any (${decisionIds}::uuid[]) and not exists (
    select from medications.decision other where other.statement_id = d.statement_id and other.to_program_id = d.to_program_id and other.applied_at is null)`.execute(
    tx.db,
  );
}
