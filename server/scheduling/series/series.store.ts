import { sql, type Kysely } from 'kysely';
import { within, type Tx } from '#server/platform/index.ts';
import type { Appointment } from '../appointments/appointment.ts';
import type { SchedulingTables } from '../scheduling-tables.ts';
import type { Series, SeriesId } from './series.ts';

const columns = [
  'id',
  'patientId',
  'programId',
  'siteId',
  'clinicianId',
  'roomId',
  'typeCode',
  'modality',
  'recurrence',
  'firstDay',
  'time',
  'minutes',
  'timeZone',
  'times',
  'follows',
  'version',
] as const;

const tables = (tx: Tx): Kysely<SchedulingTables> => within<SchedulingTables>(tx);

/** An appointment that is an occurrence of a series. */
export interface Occurrence extends Appointment {
  readonly occurrence: number;
}

/** The series, locked until the transaction ends. */
export function lockSeries(tx: Tx, seriesId: SeriesId): Promise<Series | undefined> {
  return seriesQuery(tx, seriesId).forUpdate().executeTakeFirst().then(asSeries);
}

/** The series; undefined when there is none that this actor may see. */
export function seriesById(tx: Tx, seriesId: SeriesId): Promise<Series | undefined> {
  return seriesQuery(tx, seriesId).executeTakeFirst().then(asSeries);
}

function seriesQuery(tx: Tx, seriesId: SeriesId) {
  return tables(tx).selectFrom('scheduling.series').select(columns).where('id', '=', seriesId);
}

type Row = Omit<Series, 'time'> & { readonly time: string };

function asSeries(row: Row | undefined): Series | undefined {
  return row && { ...row, time: Temporal.PlainTime.from(row.time) };
}

function values({ recurrence, time, ...series }: Series) {
  return { ...series, recurrence: JSON.stringify(recurrence), time: time.toString() };
}

/** Writes a new series. */
export async function insertSeries(tx: Tx, series: Series): Promise<void> {
  await tables(tx)
    .insertInto('scheduling.series')
    .values({ ...values(series), madeAt: tx.now, madeBy: tx.actor.id })
    .execute();
}

/** Writes what changed in a series, its version with it. */
export async function updateSeries(tx: Tx, series: Series): Promise<void> {
  const { id, patientId: _patient, programId: _program, ...changed } = values(series);
  await tables(tx).updateTable('scheduling.series').set(changed).where('id', '=', id).execute();
}

/** Its appointments in the order of the rule, locked until the transaction ends. */
export async function lockOccurrences(tx: Tx, seriesId: SeriesId): Promise<readonly Occurrence[]> {
  const rows = await tables(tx)
    .selectFrom('scheduling.appointment')
    .select(['id', 'patientId', 'programId', 'siteId', 'clinicianId', 'roomId', 'sessionId', 'typeCode', 'startsAt', 'endsAt', 'modality'])
    .select(['status', 'cancelReason', 'arrivedAt', 'startedAt', 'endedAt', 'note', 'version', 'occurrence'])
    .where('seriesId', '=', seriesId)
    .orderBy('occurrence')
    .forUpdate()
    .execute();
  return rows.map((row) => ({ ...row, occurrence: row.occurrence ?? 0 }));
}

/** Writes the appointments of new occurrences. Throws on overlap: the database's own refusal. */
export async function insertOccurrences(tx: Tx, seriesId: SeriesId, occurrences: readonly Occurrence[]): Promise<void> {
  if (occurrences.length === 0) return;
  const rows = occurrences.map((one) => ({ ...one, seriesId, bookedAt: tx.now, bookedBy: tx.actor.id }));
  await tables(tx).insertInto('scheduling.appointment').values(rows).execute();
}

/** Hands the occurrences from one on over to the series that follows, where they are counted from 0. */
export async function handOver(tx: Tx, from: { seriesId: SeriesId; occurrence: number }, to: SeriesId): Promise<void> {
  await sql`update scheduling.appointment set series_id = ${to}, occurrence = occurrence - ${from.occurrence}
    where series_id = ${from.seriesId} and occurrence >= ${from.occurrence}`.execute(tx.db);
}

/** An appointment that the rule no longer has leaves its place. */
export async function letGo(tx: Tx, appointmentIds: readonly string[]): Promise<void> {
  await sql`update scheduling.appointment set series_id = null, occurrence = null where id = any (${appointmentIds}::uuid[])`.execute(tx.db);
}

/** Whether overlap is judged at each statement, or when it is switched back: for moves within one series only. */
export async function deferOverlap(tx: Tx, isDeferred: boolean): Promise<void> {
  const when = sql.raw(isDeferred ? 'deferred' : 'immediate');
  await sql`set constraints scheduling.clinician_in_one_place, scheduling.room_holds_one_session ${when}`.execute(tx.db);
}
