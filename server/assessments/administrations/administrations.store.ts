import { sql } from 'kysely';
import { NotFound, within, type Id, type Tx } from '#server/platform/index.ts';
import type { AdministrationId, AssessmentsTables } from '../assessments-tables.ts';
import type { Answers, Concern } from '../instruments/instrument.contract.ts';
import type { CriticalFinding, Result } from '../instruments/scoring.ts';
import type { ClinicalSex } from '../instruments/scoring.rules.ts';
import type { Administration } from './administration.ts';

const db = (tx: Tx) => within<AssessmentsTables>(tx);
const columns = [
  'id',
  'patientId',
  'programId',
  'versionId',
  'instrumentCode',
  'state',
  'mode',
  'answeredBy',
  'sex',
  'answers',
  'revision',
  'repeatReason',
  'startedAt',
  'startedBy',
  'savedAt',
  'completedAt',
  'completedBy',
  'result',
  'score',
  'says',
] as const;

/** One administration, locked. Throws NotFound for none and for one out of reach. */
export function lockAdministration(tx: Tx, administrationId: string): Promise<Administration> {
  return db(tx)
    .selectFrom('assessments.administration')
    .select(columns)
    .where('id', '=', administrationId as AdministrationId)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound('Assessment'));
}

/** All that was asked of these records and not withdrawn, the newest first. */
export function administrationsOf(tx: Tx, recordIds: readonly string[]): Promise<readonly Administration[]> {
  return db(tx)
    .selectFrom('assessments.administration')
    .select(columns)
    .where('patientId', 'in', recordIds as readonly Id<'Patient'>[])
    .where('state', '<>', 'withdrawn')
    .orderBy('startedAt', 'desc')
    .limit(500)
    .execute();
}

/** When the instrument was last completed. */
export async function lastCompleted(tx: Tx, patientId: string, instrumentCode: string): Promise<Temporal.Instant | null> {
  const row = await db(tx)
    .selectFrom('assessments.administration')
    .select('completedAt')
    .where('patientId', '=', patientId as Id<'Patient'>)
    .where('instrumentCode', '=', instrumentCode)
    .where('completedAt', 'is not', null)
    .orderBy('completedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.completedAt ?? null;
}

/** Begins one. */
export async function insertAdministration(
  tx: Tx,
  row: Pick<Administration, 'id' | 'patientId' | 'programId' | 'versionId' | 'instrumentCode' | 'mode' | 'answeredBy' | 'sex' | 'repeatReason' | 'startedBy'>,
): Promise<void> {
  const empty = { answers: '{}', startedAt: tx.now, savedAt: tx.now, completedAt: null, completedBy: null, result: null, score: null, says: null };
  await db(tx)
    .insertInto('assessments.administration')
    .values({ ...row, ...empty })
    .execute();
}

/** Keeps answers. */
export async function writeAnswers(tx: Tx, { id, revision }: Administration, answers: Answers): Promise<void> {
  await db(tx)
    .updateTable('assessments.administration')
    .set({ answers: JSON.stringify(answers), revision: revision + 1, savedAt: tx.now })
    .where('id', '=', id)
    .execute();
}

/** Seals it with its result. */
export async function seal(
  tx: Tx,
  id: AdministrationId,
  sealed: { answers: Answers; result: Result; score: number | null; says: string | null; completedBy: string | null },
): Promise<void> {
  const { answers, result, ...rest } = sealed;
  await db(tx)
    .updateTable('assessments.administration')
    .set({ ...rest, answers: JSON.stringify(answers), result: JSON.stringify(result), state: 'completed', completedAt: tx.now, savedAt: tx.now })
    .where('id', '=', id)
    .execute();
}

/** Takes one back that nobody finished. */
export async function withdraw(tx: Tx, id: AdministrationId): Promise<void> {
  await db(tx).updateTable('assessments.administration').set({ state: 'withdrawn' }).where('id', '=', id).execute();
}

/** Keeps a critical finding; false when it was kept before. */
export async function keepFinding(tx: Tx, { id, patientId, programId }: Administration, finding: CriticalFinding, dueAt: Temporal.Instant): Promise<boolean> {
  const kept = await db(tx)
    .insertInto('assessments.criticalFinding')
    .values({ administrationId: id, patientId, programId, ...finding, raisedAt: tx.now, dueAt, escalatedAt: null, answeredAt: null, answeredBy: null, answer: null })
    .onConflict((conflict) => conflict.columns(['administrationId', 'at', 'level']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return kept !== undefined;
}

/** Critical findings of some administrations. */
export async function findingsOf(tx: Tx, administrationIds: readonly AdministrationId[]) {
  if (administrationIds.length === 0) return [];
  return db(tx)
    .selectFrom('assessments.criticalFinding')
    .select(['id', 'administrationId', 'at', 'level', 'concern', 'action', 'raisedAt', 'dueAt', 'answeredAt', 'answer'])
    .where('administrationId', 'in', administrationIds)
    .orderBy('raisedAt')
    .execute();
}

/** Says what was done about a finding. Throws NotFound for none, and for one that was answered. */
export async function answerFinding(tx: Tx, findingId: string, answer: string): Promise<{ patientId: string; programId: string; concern: Concern }> {
  return db(tx)
    .updateTable('assessments.criticalFinding')
    .set({ answer, answeredAt: tx.now, answeredBy: tx.actor.id })
    .where('id', '=', findingId)
    .where('answeredAt', 'is', null)
    .returning(['patientId', 'programId', 'concern'])
    .executeTakeFirstOrThrow(() => new NotFound('Finding'));
}

/** Marks the findings whose time ran out without an answer, and gives them: each once. What speaks of suicide is told by its pathway. */
export function escalateFindings(tx: Tx): Promise<readonly { id: string; patientId: string; programId: string }[]> {
  return db(tx)
    .updateTable('assessments.criticalFinding')
    .set({ escalatedAt: tx.now })
    .where('answeredAt', 'is', null)
    .where('escalatedAt', 'is', null)
    .where('concern', '<>', 'suicide')
    .where('dueAt', '<', tx.now)
    .returning(['id', 'patientId', 'programId'])
    .execute();
}

/** The sex that claims name, where a cut-off depends on it. */
export async function sexOf(tx: Tx, patientId: string): Promise<ClinicalSex> {
  const { rows } = await sql<{ administrativeSex: string | null }>`select administrative_sex from patients.claim_subject where id = ${patientId}`.execute(tx.db);
  const sex = rows[0]?.administrativeSex;
  return sex === 'F' ? 'female' : sex === 'M' ? 'male' : 'unknown';
}

/** Admissions and discharges, to be drawn beside scores: the level of care over time. */
export async function stayEvents(tx: Tx, recordIds: readonly string[]): Promise<readonly { on: Temporal.PlainDate; says: string }[]> {
  const { rows } = await sql<{ on: Temporal.PlainDate; says: string }>`select change.on, change.says || program.name as says
    from programs.stay stay join programs.program_name program on program.id = stay.program_id
      cross join lateral (values (stay.admitted_on, 'To '), (stay.ended_on, 'Left ')) as change ("on", says)
    where stay.patient_id = any (${[...recordIds]}::uuid[]) and change.on is not null order by change.on`.execute(tx.db);
  return rows;
}

/** A digest of when something was last answered, and last happened on the pathway, for these records. */
export async function revisionOf(tx: Tx, recordIds: readonly string[]): Promise<string> {
  const ids = [...recordIds];
  const { rows } = await sql<{ revision: string }>`select md5(concat(
      (select count(*) || ' ' || max(saved_at) from assessments.administration where patient_id = any (${ids}::uuid[])),
      (select count(*) || ' ' || max(at) from assessments.risk_event where patient_id = any (${ids}::uuid[])))) as revision`.execute(tx.db);
  return rows[0]?.revision ?? '';
}
