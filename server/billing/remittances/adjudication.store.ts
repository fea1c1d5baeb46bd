import { sql } from 'kysely';
import type { Remittance } from '#server/formats/x12/index.ts';
import { within, type Tx } from '#server/platform/index.ts';
import type { BillingReads } from '../billing-tables.ts';
import type { Judgement, StandingClaim } from './adjudication.ts';

/** Claims that a remittance speaks of, by our number or the payer's; locked in order, so that two remittances about the same claims wait for each other. */
export async function claimsToJudge(tx: Tx, { claims }: Remittance): Promise<StandingClaim[]> {
  const numbers = claims.map(({ claimNumber }) => claimNumber);
  const payerNumbers = claims.flatMap(({ payerClaimNumber }) => payerClaimNumber ?? []);
  const { rows } = await sql<StandingClaim>`
    select c.id, c.number, c.payer_claim_number, c.patient_id, c.program_id, c.state, c.frequency, c.corrects as corrects_id, c.amount_cents, c.paid_cents, c.patient_cents, c.adjusted_cents,
      c.state in ('rejected', 'reversed', 'replaced', 'voided') and exists (select from billing.claim k where k.patient_id = c.patient_id and (k.charge_id || k.with_charges) && (c.charge_id || c.with_charges)
        and k.id <> c.id and k.payer_id = c.payer_id and k.frequency <> '8' and k.state not in ('rejected', 'reversed', 'replaced', 'voided')
        and (k.corrects is distinct from c.id or k.state = 'paid')) as is_superseded,
      -- Days go on under another first day when the first one is not billed any more.
      case when c.attempt = 1 and c.corrects is null then '[]' else coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'number', k.number, 'paidCents', k.paid_cents, 'patientCents', k.patient_cents, 'adjustedCents', k.adjusted_cents))
        from billing.claim k where k.patient_id = c.patient_id and (k.charge_id || k.with_charges) && (c.charge_id || c.with_charges)
          and k.id <> c.id and k.built_at <= c.built_at and (k.charge_id <> c.charge_id or k.attempt < c.attempt) and k.payer_id = c.payer_id and k.state in ('replaced', 'voided') and k.frequency <> '8'), '[]') end as corrects
    from billing.claim c
    where c.id in (
      select id from billing.claim where number = any (${numbers}::text[])
      union select corrects from billing.claim where number = any (${numbers}::text[])
      union select id from billing.claim where payer_claim_number = any (${payerNumbers}::text[]))
    order by c.number for update of c`.execute(tx.db);
  return rows;
}

/** The posting that a reversal takes back: the newest remittance posting of each claim that none has reversed. */
export async function postingsToReverse(tx: Tx, claimIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (claimIds.length === 0) return new Map();
  const { rows } = await sql<{ claimId: string; id: string }>`
    select distinct on (j.claim_id) j.claim_id, j.id from billing.journal j
    where j.claim_id = any (${claimIds}::uuid[]) and j.kind = 'remittance' and not exists (select from billing.journal r where r.reversal_of = j.id)
    order by j.claim_id, j.posted_at desc, j.id desc`.execute(tx.db);
  return new Map(rows.map(({ claimId, id }) => [claimId, id]));
}

/** A payer decided claims that were held for rejected: their charges are claimed after all, and must not be built again. Those of a void are not its own. */
export async function reclaimCharges(tx: Tx, claimIds: readonly string[]): Promise<void> {
  if (claimIds.length === 0) return;
  await sql`update billing.charge set state = 'claimed', holds = '[]' where id in (select unnest(charge_id || with_charges) from billing.claim where id = any (${claimIds}::uuid[]) and frequency <> '8')`.execute(
    tx.db,
  );
}

/** Stores how each claim was judged, thousands in one statement. */
export async function insertJudgements(tx: Tx, remittanceId: string, judgements: readonly Judgement[]): Promise<void> {
  const rows = judgements.map(({ claim, remitted, paid, contractual, patient, denied, adjustments }) => ({
    claim_id: claim.id,
    patient_id: claim.patientId,
    program_id: claim.programId,
    status: remitted.status,
    charge_cents: remitted.charge,
    paid_cents: paid,
    contractual_cents: contractual,
    patient_cents: patient,
    denied_cents: denied,
    adjustments: adjustments.map(({ group, reason, amount, treatment }) => ({ group, reason, amountCents: amount, treatment })),
    payer_claim_number: remitted.payerClaimNumber ?? null,
  }));
  await sql`insert into billing.remittance_claim (remittance_id, claim_id, patient_id, program_id, status, charge_cents, paid_cents, contractual_cents, patient_cents, denied_cents, adjustments, payer_claim_number)
    select ${remittanceId}::uuid, r.claim_id, r.patient_id, r.program_id, r.status, r.charge_cents, r.paid_cents, r.contractual_cents, r.patient_cents, r.denied_cents, r.adjustments, r.payer_claim_number
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (claim_id uuid, patient_id uuid, program_id uuid, status text, charge_cents bigint, paid_cents bigint, contractual_cents bigint,
      patient_cents bigint, denied_cents bigint, adjustments jsonb, payer_claim_number text)`.execute(tx.db);
}

/** Stores claims that are not ours to find and provider adjustments, to be worked by a person, and their money as balanced pairs. */
export async function insertClearing(
  tx: Tx,
  remittanceId: string,
  remittance: Remittance,
  money: { unmatched: Remittance['claims']; clearing: readonly { account: 'payer-clearing' | 'unapplied-payer'; cash: number }[] },
): Promise<void> {
  const db = within<BillingReads>(tx);
  const { unmatched, clearing } = money;
  if (unmatched.length > 0)
    await sql`insert into billing.unmatched_claim (remittance_id, claim_number, paid_cents)
    select ${remittanceId}::uuid, r.claim_number, r.paid_cents from jsonb_to_recordset(${JSON.stringify(unmatched.map(({ claimNumber, paid }) => ({ claim_number: claimNumber, paid_cents: paid })))}::jsonb) r (claim_number text, paid_cents bigint)`.execute(
      tx.db,
    );
  for (const { reason, reference, amount } of remittance.providerAdjustments) {
    await sql`insert into billing.payer_adjustment (remittance_id, reason, reference, amount_cents) values (${remittanceId}::uuid, ${reason}, ${reference ?? null}, ${amount}::bigint)`.execute(
      tx.db,
    );
  }
  const lines = clearing.flatMap(({ account, cash }, position) => [
    { remittanceId, position, account: 'cash-insurance' as const, amountCents: cash },
    { remittanceId, position, account, amountCents: -cash },
  ]);
  if (lines.length > 0) await db.insertInto('billing.clearingEntry').values(lines).execute();
}
