import { sql, type Generated, type Updateable } from 'kysely';
import { NotFound, within, type Tx } from '#server/platform/index.ts';
import type { RequestKind } from './request-clocks.rules.ts';

/** What a patient asked for about the record. */
export interface RequestRow {
  readonly id: string;
  readonly patientId: string;
  readonly programId: string;
  readonly kind: RequestKind;
  readonly receivedOn: Temporal.PlainDate;
  readonly dueOn: Temporal.PlainDate;
  readonly extendedOn: Temporal.PlainDate | null;
  readonly details: string;
  readonly state: 'open' | 'fulfilled' | 'denied' | 'withdrawn';
  readonly ground: string | null;
  readonly answer: string;
  readonly disagreement: string | null;
}

interface RequestTables {
  'disclosures.patientRequest': RequestRow & {
    labels: Generated<string[]>;
    extensionReason: string | null;
    closedAt: Temporal.Instant | null;
    closedBy: string | null;
    recordedAt: Temporal.Instant;
    recordedBy: string;
  };
}

const tables = (tx: Tx) => within<RequestTables>(tx);

/** Adds a request with its clock. */
export async function insertRequest(tx: Tx, row: Pick<RequestRow, 'id' | 'patientId' | 'programId' | 'kind' | 'receivedOn' | 'dueOn' | 'details'>): Promise<void> {
  const blank = { extendedOn: null, extensionReason: null, state: 'open' as const, ground: null, answer: '', disagreement: null, closedAt: null, closedBy: null };
  await tables(tx)
    .insertInto('disclosures.patientRequest')
    .values({ ...row, ...blank, recordedAt: tx.now, recordedBy: tx.actor.id ?? '' })
    .execute();
}

/** One request, locked. Throws `NotFound`. */
export function lockRequest(tx: Tx, id: string): Promise<RequestRow> {
  return tables(tx)
    .selectFrom('disclosures.patientRequest')
    .select(['id', 'patientId', 'programId', 'kind', 'receivedOn', 'dueOn', 'extendedOn', 'details', 'state', 'ground', 'answer', 'disagreement'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound('Request'));
}

/** Changes a request. */
export async function updateRequest(tx: Tx, id: string, change: Updateable<RequestTables['disclosures.patientRequest']>): Promise<void> {
  await tables(tx).updateTable('disclosures.patientRequest').set(change).where('id', '=', id).execute();
}

/** Requests by state, the most urgent first. */
export async function requestsIn(tx: Tx, state: 'open' | 'closed', patientId: string | undefined): Promise<(RequestRow & { patientName: string })[]> {
  const { rows } = await sql<RequestRow & { patientName: string }>`
    select r.*, n.display_name as patient_name from disclosures.patient_request r join patients.patient_name n on n.id = r.patient_id
    where (r.state = 'open') = ${state === 'open'} and (${patientId ?? null}::uuid is null or r.patient_id = ${patientId ?? null}::uuid) order by r.due_on, r.id limit 500`.execute(
    tx.db,
  );
  return rows;
}

/** The day it is for the organisation. */
export async function organisationDay(tx: Tx): Promise<Temporal.PlainDate> {
  const { rows } = await sql<{ today: Temporal.PlainDate }>`select identity.today() as today`.execute(tx.db);
  return rows[0]?.today ?? tx.now.toZonedDateTimeISO('UTC').toPlainDate();
}
