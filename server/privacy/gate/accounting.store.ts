import { sql, type Generated } from 'kysely';
import { within, type Tx } from '#server/platform/index.ts';
import type { Channel } from './release-request.ts';

/** A row of the accounting: one that left, to one recipient, at one moment. */
export interface DisclosureRow {
  readonly id: string;
  readonly patientId: string;
  readonly programId: string;
  readonly labels: string[];
  readonly at: Temporal.Instant;
  readonly partyId: string;
  readonly recipientName: string;
  readonly recipientAddress: string | null;
  readonly viaPartyId: string | null;
  readonly what: string;
  readonly purpose: string;
  readonly basis: string;
  readonly reason: string;
  readonly citation: string;
  readonly restsOn: string[];
  readonly recordIds: string[];
  /** `inside` = opened to another program of the organisation. */
  readonly channel: Channel | 'inside';
  readonly decisionId: string;
  readonly part2Accounting: boolean;
  readonly hipaaAccounting: boolean;
  readonly intermediaryList: boolean;
  readonly noticeId: string | null;
  readonly releasedBy: string | null;
}

interface AccountingTables {
  'privacy.disclosure': DisclosureRow;
  'privacy.accountingSuspension': {
    disclosureId: string;
    patientId: string;
    programId: string;
    labels: Generated<string[]>;
    startsOn: Temporal.PlainDate;
    endsOn: Temporal.PlainDate;
    agency: string;
    recordedAt: Temporal.Instant;
    recordedBy: string;
  };
}

const tables = (tx: Tx) => within<AccountingTables>(tx);
const mostAtOnce = 500;

async function inPortions<Row>(rows: readonly Row[], insert: (portion: Row[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += mostAtOnce) await insert(rows.slice(start, start + mostAtOnce));
}

/** Accounts for what leaves. */
export function insertDisclosures(tx: Tx, rows: readonly DisclosureRow[]): Promise<void> {
  return inPortions(rows, (portion) => tables(tx).insertInto('privacy.disclosure').values(portion).execute());
}

/** What left of a patient, the newest first; only what the actor's programs made. */
export function disclosuresOf(tx: Tx, patientId: string, limit: number): Promise<DisclosureRow[]> {
  return tables(tx).selectFrom('privacy.disclosure').selectAll().where('patientId', '=', patientId).orderBy('at', 'desc').orderBy('id').limit(limit).execute();
}

/** One row of the accounting; undefined when it is not this actor's to see. */
export function disclosureById(tx: Tx, id: string): Promise<DisclosureRow | undefined> {
  return tables(tx).selectFrom('privacy.disclosure').selectAll().where('id', '=', id).executeTakeFirst();
}

/** What belongs into an accounting on request: from a moment on, without what an agency asked to leave out today (45 CFR 164.528(a)(2)). */
export async function accountingOf(tx: Tx, patientId: string, since: { hipaa: Temporal.Instant; part2: Temporal.Instant }): Promise<DisclosureRow[]> {
  const { rows } = await sql<DisclosureRow>`
    select left_.* from privacy.disclosure left_
    where left_.patient_id = ${patientId} and ((left_.hipaa_accounting and left_.at >= ${since.hipaa}) or (left_.part2_accounting and left_.at >= ${since.part2}))
      and not exists (select from privacy.accounting_suspension held where held.disclosure_id = left_.id and held.starts_on <= identity.today() and held.ends_on > identity.today())
    order by left_.at, left_.id`.execute(tx.db);
  return rows;
}

/** What went through exchanges since a moment (42 CFR 2.24). */
export function throughIntermediaries(tx: Tx, patientId: string, since: Temporal.Instant): Promise<DisclosureRow[]> {
  return tables(tx)
    .selectFrom('privacy.disclosure')
    .selectAll()
    .where('patientId', '=', patientId)
    .where('intermediaryList', '=', true)
    .where('at', '>=', since)
    .orderBy('at')
    .execute();
}

/** Leaves a row out of accountings for a time. */
export async function suspend(
  tx: Tx,
  row: { disclosureId: string; patientId: string; programId: string; startsOn: Temporal.PlainDate; endsOn: Temporal.PlainDate; agency: string },
): Promise<void> {
  await tables(tx)
    .insertInto('privacy.accountingSuspension')
    .values({ ...row, recordedAt: tx.now, recordedBy: tx.actor.id ?? '' })
    .execute();
}
