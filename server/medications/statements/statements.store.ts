import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { Statement } from './statement.ts';
import type { NoteStatement, StateNone } from './statements.contract.ts';

const statement = sql`select s.id, s.patient_id, s.program_id, coalesce(program.name, '') as program_name, s.medication, s.name, s.dose, s.source, s.prescriber,
    s.started_on, s.stopped_on, s.stop_reason, s.version
  from medications.statement s left join programs.program_name program on program.id = s.program_id`;

/** What a person takes, merged records included; what they still take first. */
export async function statementsOf(tx: Tx, patientId: string): Promise<readonly Statement[]> {
  const { rows } = await sql<Statement>`${statement}
    where s.patient_id = any (array(select record.patient_id from patients.person_record record where record.person_id = ${patientId}))
    order by s.stopped_on is not null, s.stopped_on desc, lower(s.name), s.id`.execute(tx.db);
  return rows;
}

/** What a person takes by the list of one program. */
export async function activeIn(tx: Tx, patientId: string, programId: string): Promise<readonly Statement[]> {
  const { rows } =
    await sql<Statement>`${statement} where s.patient_id = ${patientId} and s.program_id = ${programId} and s.stopped_on is null order by lower(s.name), s.id`.execute(
      tx.db,
    );
  return rows;
}

/** One statement, locked until the transaction ends; undefined when there is none that this actor may see. */
export async function lockStatement(tx: Tx, statementId: string): Promise<Statement | undefined> {
  const { rows } = await sql<Statement>`${statement} where s.id = ${statementId} for update of s`.execute(tx.db);
  return rows[0];
}

/** Writes a new statement; nothing when its id is there already. */
export async function insertStatement(tx: Tx, patientId: string, noted: NoteStatement & { medication: string | null }): Promise<void> {
  await sql`insert into medications.statement (id, patient_id, program_id, medication, name, dose, source, prescriber, started_on, noted_at, noted_by)
    values (${noted.id}, ${patientId}, ${noted.programId}, ${noted.medication}, ${noted.name}, ${noted.dose}, ${noted.source}, ${noted.prescriber}, ${noted.startedOn ?? null}::date,
      ${tx.now}, ${tx.actor.id}::uuid) on conflict (id) do nothing`.execute(tx.db);
}

/** Writes that a person takes no medicines; nothing when its id is there already. */
export async function insertNone(tx: Tx, patientId: string, { id, programId, note }: StateNone): Promise<void> {
  await sql`insert into medications.none_taken (id, patient_id, program_id, note, asked_at, asked_by)
    values (${id}, ${patientId}, ${programId}, ${note}, ${tx.now}, ${tx.actor.id}::uuid) on conflict (id) do nothing`.execute(tx.db);
}

/** In which programs a person was asked last and took nothing, and whether that holds: nothing is on the list there. */
export async function noneOf(tx: Tx, patientId: string) {
  const { rows } = await sql<{ programId: string; programName: string; askedAt: Temporal.Instant; askedByName: string; note: string; holds: boolean }>`
    select distinct on (n.program_id) n.program_id, coalesce(program.name, '') as program_name, n.asked_at, coalesce(staff.display_name, '') as asked_by_name, n.note,
      not exists (select from medications.statement s where s.patient_id = n.patient_id and s.program_id = n.program_id and s.stopped_on is null) as holds
    from medications.none_taken n left join programs.program_name program on program.id = n.program_id left join identity.staff_name staff on staff.id = n.asked_by
    where n.patient_id = any (array(select record.patient_id from patients.person_record record where record.person_id = ${patientId}))
    order by n.program_id, n.asked_at desc`.execute(tx.db);
  return rows;
}

/** Gives a statement its last day. */
export async function stop(tx: Tx, statementId: string, on: Temporal.PlainDate | string, reason: string): Promise<void> {
  await sql`update medications.statement set stopped_on = greatest(started_on, ${on}::date), stop_reason = ${reason}, version = version + 1 where id = ${statementId}`.execute(
    tx.db,
  );
}

/** Takes the last day away again. */
export async function resume(tx: Tx, statementIds: readonly string[]): Promise<void> {
  await sql`update medications.statement set stopped_on = null, stop_reason = null, version = version + 1 where id = any (${statementIds}::uuid[])`.execute(tx.db);
}

/** Lets a statement go on in another program, with that dose and the labels it came with. */
export async function continueIn(tx: Tx, statementId: string, to: { id: string; programId: string; dose: string; labels: readonly string[] }): Promise<void> {
  await sql`insert into medications.statement (id, patient_id, program_id, labels, medication, name, dose, source, prescriber, started_on, continues, noted_at, noted_by)
    select ${to.id}, s.patient_id, ${to.programId}, array(select distinct unnest(s.labels || ${to.labels}::text[])), s.medication, s.name, ${to.dose}, s.source, s.prescriber, s.started_on,
      s.id, ${tx.now}, ${tx.actor.id}::uuid from medications.statement s where s.id = ${statementId}`.execute(tx.db);
}

/** Takes continuations away that nobody has changed; answers how many of them were. */
export async function deleteUntouched(tx: Tx, statementIds: readonly string[]): Promise<number> {
  const { numAffectedRows } = await sql`delete from medications.statement where id = any (${statementIds}::uuid[]) and version = 1`.execute(tx.db);
  return Number(numAffectedRows ?? 0n);
}
