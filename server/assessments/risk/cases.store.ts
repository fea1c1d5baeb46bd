import { sql } from 'kysely';
import { NotFound, within, type Id, type Tx } from '#server/platform/index.ts';
import type { AssessmentsTables, RiskCaseId } from '../assessments-tables.ts';
import type { Duty, RiskAct, RiskEvent } from './pathway.ts';

const db = (tx: Tx) => within<AssessmentsTables>(tx);

/** A case without its events. */
export interface RiskCase {
  readonly id: RiskCaseId;
  readonly patientId: Id<'Patient'>;
  readonly programId: Id<'Program'>;
  readonly openedAt: Temporal.Instant;
  readonly alertId: string;
  readonly ownerId: string | null;
  readonly timeZone: string;
  readonly closedAt: Temporal.Instant | null;
}

const columns = ['id', 'patientId', 'programId', 'openedAt', 'alertId', 'ownerId', 'timeZone', 'closedAt'] as const;

/** The open case of a patient in a program, locked; undefined when there is none. */
export function lockOpenCase(tx: Tx, patientId: string, programId: string): Promise<RiskCase | undefined> {
  return db(tx)
    .selectFrom('assessments.riskCase')
    .select(columns)
    .where('patientId', '=', patientId as Id<'Patient'>)
    .where('programId', '=', programId as Id<'Program'>)
    .where('closedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

/** One case, locked. Throws NotFound for none and for one out of reach. */
export function lockCase(tx: Tx, caseId: string): Promise<RiskCase> {
  return db(tx)
    .selectFrom('assessments.riskCase')
    .select(columns)
    .where('id', '=', caseId as RiskCaseId)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound('Risk case'));
}

/** All cases of a patient's records, the newest first. */
export function casesOf(tx: Tx, recordIds: readonly string[]): Promise<readonly RiskCase[]> {
  return db(tx)
    .selectFrom('assessments.riskCase')
    .select(columns)
    .where('patientId', 'in', recordIds as readonly Id<'Patient'>[])
    .orderBy('openedAt', 'desc')
    .execute();
}

/** Opens a case, unless somebody else just did. */
export async function insertCase(tx: Tx, row: Omit<RiskCase, 'closedAt'>): Promise<void> {
  await db(tx)
    .insertInto('assessments.riskCase')
    .values({ ...row, closedAt: null })
    .execute();
}

/** Ends a case. */
export async function closeCase(tx: Tx, caseId: RiskCaseId): Promise<void> {
  await db(tx).updateTable('assessments.riskCase').set({ closedAt: tx.now }).where('id', '=', caseId).execute();
}

/** Closes the findings that a case was about, with the reason of its end. */
export async function closeFindingsOf(tx: Tx, { patientId, programId }: RiskCase, reason: string): Promise<void> {
  await db(tx)
    .updateTable('assessments.criticalFinding')
    .set({ answer: reason, answeredAt: tx.now, answeredBy: tx.actor.id })
    .where('patientId', '=', patientId)
    .where('programId', '=', programId)
    .where('concern', '=', 'suicide')
    .where('answeredAt', 'is', null)
    .execute();
}

/** What happened, in order. */
export async function eventsOf(tx: Tx, caseId: RiskCaseId): Promise<readonly RiskEvent[]> {
  const rows = await db(tx)
    .selectFrom('assessments.riskEvent')
    .select(['id', 'kind', 'at', 'byId', 'details'])
    .where('caseId', '=', caseId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(({ details, ...row }) => ({ ...details, ...row }) as RiskEvent);
}

/** Whether this entry was written before. */
export async function isWritten(tx: Tx, caseId: RiskCaseId, requestId: string): Promise<boolean> {
  const found = await db(tx).selectFrom('assessments.riskEvent').select('id').where('caseId', '=', caseId).where('requestId', '=', requestId).executeTakeFirst();
  return found !== undefined;
}

/** Adds an event. */
export async function insertEvent(tx: Tx, { id: caseId, patientId, programId }: RiskCase, act: RiskAct, requestId: string | null): Promise<void> {
  const { kind, ...details } = act;
  await db(tx)
    .insertInto('assessments.riskEvent')
    .values({ caseId, patientId, programId, kind, at: tx.now, byId: tx.actor.id, details: JSON.stringify(details), requestId })
    .execute();
}

/** Brings the duties of a case to what its events come to. */
export async function writeDuties(
  tx: Tx,
  { id: caseId, patientId, programId }: RiskCase,
  duties: readonly Duty[],
  escalated: ReadonlyMap<string, Temporal.Instant>,
): Promise<void> {
  if (duties.length === 0) return;
  await db(tx)
    .insertInto('assessments.riskDuty')
    .values(duties.map((duty) => ({ caseId, patientId, programId, ...duty, escalatedAt: escalated.get(duty.key) ?? null })))
    .onConflict((conflict) =>
      conflict.columns(['caseId', 'key']).doUpdateSet((row) => ({
        dueAt: row.ref('excluded.dueAt'),
        doneAt: row.ref('excluded.doneAt'),
        endedAt: row.ref('excluded.endedAt'),
        escalatedAt: row.ref('excluded.escalatedAt'),
      })),
    )
    .execute();
}

/** Cases with a duty that ran out and that nobody has been told of. */
export async function casesToEscalate(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ caseId: string }>`select distinct case_id from assessments.risk_duty
    where escalated_at is null and due_at < ${tx.now} and coalesce(done_at, ended_at, ${tx.now}) > due_at`.execute(tx.db);
  return rows.map(({ caseId }) => caseId);
}

/** One line of the work list. */
export interface OwedDuty {
  readonly caseId: string;
  readonly key: string;
  readonly kind: Duty['kind'];
  readonly dueAt: Temporal.Instant;
  readonly patientId: string;
  readonly patientName: string;
  readonly programName: string;
  readonly ownerName: string | null;
}

/** What is owed in the programs of the actor, what is due first at the top. */
export async function owedDuties(tx: Tx): Promise<readonly OwedDuty[]> {
  const { rows } = await sql<OwedDuty>`select duty.case_id, duty.key, duty.kind, duty.due_at, duty.patient_id, patient.display_name as patient_name,
      program.name as program_name, staff.display_name as owner_name
    from assessments.risk_duty duty join assessments.risk_case of_case on of_case.id = duty.case_id
      join patients.patient_name patient on patient.id = duty.patient_id join programs.program_name program on program.id = duty.program_id
      left join identity.staff_name staff on staff.id = of_case.owner_id
    where duty.done_at is null and duty.ended_at is null order by duty.due_at limit 200`.execute(tx.db);
  return rows;
}
