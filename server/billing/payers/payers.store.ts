import { sql, type Kysely } from 'kysely';
import { newId, within, type Tx } from '#server/platform/index.ts';
import type { BillingReads, BillingTables } from '../billing-tables.ts';

const db = (tx: Tx): Kysely<BillingReads> => within<BillingReads>(tx);
type Rule = Omit<BillingTables['billing.payerRule'], 'payerId' | 'validTo'>;

/** Every payer with its rules, the newest rule first. */
export async function allPayers(tx: Tx) {
  const payers = await db(tx).selectFrom('billing.payer').selectAll().orderBy('name').execute();
  const rules = await db(tx).selectFrom('billing.payerRule').selectAll().orderBy('validFrom', 'desc').execute();
  return payers.map((payer) => ({ ...payer, rules: rules.filter(({ payerId }) => payerId === payer.id) }));
}

/** Adds a payer; undefined when name or number is taken. */
export async function insertPayer(tx: Tx, payer: { name: string; electronicId: string; filingIndicator: string }, rule: Rule): Promise<string | undefined> {
  const row = await db(tx)
    .insertInto('billing.payer')
    .values({ id: newId<'Payer'>(), ...payer })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row)
    await db(tx)
      .insertInto('billing.payerRule')
      .values({ payerId: row.id, validTo: null, ...rule })
      .execute();
  return row?.id;
}

/** Changes a payer; false when there is none. */
export async function updatePayer(tx: Tx, id: string, changes: { name?: string; filingIndicator?: string; active?: boolean }): Promise<boolean> {
  const { numUpdatedRows } = await db(tx).updateTable('billing.payer').set(changes).where('id', '=', id).executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Ends the rule in force and starts another on that day. */
export async function replaceRule(tx: Tx, payerId: string, rule: Rule): Promise<void> {
  await db(tx)
    .updateTable('billing.payerRule')
    .set({ validTo: rule.validFrom })
    .where('payerId', '=', payerId)
    .where('validTo', 'is', null)
    .where('validFrom', '<', rule.validFrom)
    .execute();
  await db(tx)
    .insertInto('billing.payerRule')
    .values({ payerId, validTo: null, ...rule })
    .execute();
}

/** Fees of a payer, or our own charges. */
export function feesOf(tx: Tx, payerId: string | undefined) {
  const query = db(tx).selectFrom('billing.fee').selectAll().orderBy('code').orderBy('validFrom', 'desc');
  return (payerId ? query.where('payerId', '=', payerId) : query.where('payerId', 'is', null)).execute();
}

/** A new amount from a day on; the one before ends there. */
export async function replaceFee(tx: Tx, fee: { payerId: string | null; code: string; amountCents: number; validFrom: Temporal.PlainDate }): Promise<void> {
  await sql`delete from billing.fee where payer_id is not distinct from ${fee.payerId}::uuid and code = ${fee.code} and valid_from = ${fee.validFrom}::date`.execute(
    tx.db,
  );
  await sql`update billing.fee set valid_to = ${fee.validFrom}::date where payer_id is not distinct from ${fee.payerId}::uuid and code = ${fee.code} and valid_to is null and valid_from < ${fee.validFrom}::date`.execute(
    tx.db,
  );
  await db(tx)
    .insertInto('billing.fee')
    .values({ id: newId<'Fee'>(), validTo: null, ...fee })
    .execute();
}
