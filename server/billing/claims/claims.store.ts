import { sql } from 'kysely';
import type { ClaimFrequency } from '#server/formats/x12/index.ts';
import { within, type Tx } from '#server/platform/index.ts';
import type { BillingReads } from '../billing-tables.ts';
import type { ClaimFacts, ClaimState } from './claim.ts';
import type { ReadyCharge, ReadyClaim } from './ready-charge.ts';

/** Ready charges, locked; those that another build holds are skipped. All of them when no ids are given. */
export async function lockReady(tx: Tx, chargeIds: readonly string[] | undefined, limit: number): Promise<ReadyCharge[]> {
  const { rows } = await sql<ReadyCharge>`
    with picked as materialized (
      select * from billing.charge where state = 'ready' ${chargeIds ? sql`and id = any (${chargeIds}::uuid[])` : sql``} order by served_on, id limit ${limit} for update skip locked)
    select c.id as charge_id, c.patient_id, c.program_id, c.payer_id, c.served_on, c.amount_cents, c.facts -> 'day' as day,
      1 + coalesce((select max(k.attempt) from billing.claim k where k.charge_id = c.id), 0) as attempt,
      jsonb_build_object(
        'servedOn', c.served_on, 'placeOfService', c.place_of_service, 'diagnoses', c.diagnoses, 'mrn', s.mrn,
        'patient', jsonb_build_object('given', s.given_name, 'middle', s.middle_name, 'family', s.family_name, 'suffix', s.suffix, 'birthDate', s.birth_date, 'sex', s.administrative_sex,
          'address', case when s.address_line1 is null then null else jsonb_build_object('line1', s.address_line1, 'line2', s.address_line2, 'city', s.city, 'state', s.state, 'zip', s.zip) end),
        'coverage', jsonb_build_object('memberId', v.member_id, 'groupNumber', v.group_number, 'relationship', v.relationship, 'rank', v.rank,
          'subscriber', case when v.relationship = '18' then null else jsonb_build_object('given', v.subscriber_given_name, 'middle', null, 'family', v.subscriber_family_name, 'suffix', null,
            'birthDate', v.subscriber_birth_date, 'sex', v.subscriber_sex,
            'address', jsonb_build_object('line1', v.subscriber_line1, 'line2', v.subscriber_line2, 'city', v.subscriber_city, 'state', v.subscriber_state, 'zip', v.subscriber_zip)) end),
        'payer', jsonb_build_object('name', p.name, 'electronicId', p.electronic_id, 'filingIndicator', p.filing_indicator),
        'billing', jsonb_build_object('name', o.name, 'npi', o.npi, 'taxonomy', o.taxonomy, 'taxId', o.tax_id, 'phone', o.phone,
          'address', jsonb_build_object('line1', o.address_line1, 'line2', o.address_line2, 'city', o.city, 'state', o.state, 'zip', o.zip)),
        -- Named only when it is another place than the biller's, and never for telehealth, where it would be the patient's home.
        'facility', case when c.place_of_service in ('02', '10') or t.id is null or (t.address_line1, t.zip) = (o.address_line1, o.zip) then null
          else jsonb_build_object('name', o.name || ' ' || t.name, 'npi', nullif(t.npi, o.npi), 'address', jsonb_build_object('line1', t.address_line1, 'line2', t.address_line2, 'city', t.city, 'state', t.state, 'zip', t.zip)) end,
        -- A day is given by the organisation as a whole.
        'clinician', case when c.note_id is not null then jsonb_build_object('given', r.given_name, 'family', r.family_name, 'npi', coalesce(r.npi, ''), 'taxonomy', r.taxonomy) end,
        'supervisor', case when sv.id is null then null else jsonb_build_object('given', sv.given_name, 'family', sv.family_name, 'npi', coalesce(sv.npi, ''), 'taxonomy', sv.taxonomy) end,
        -- Taken at the desk on the day of service, told on the first charge of that day only, and less than nothing never. Not told at all when
        -- another service of that day was paid in full so that the plan does not hear of it: the sum would tell (45 CFR 164.522(a)(1)(vi)).
        'patientPaidCents', case when exists (select from billing.charge o where o.patient_id = c.patient_id and o.served_on = c.served_on and o.id <> c.id and o.holds @> '[{"code": "privacy.self-pay"}]') then 0
          when exists (select from billing.charge o where o.patient_id = c.patient_id and o.served_on = c.served_on and o.id < c.id and o.state not in ('included', 'void')) then 0 else coalesce((
          select sum(e.amount_cents) from billing.journal j join billing.entry e on e.journal_id = j.id and e.account = 'cash-patient'
          where j.patient_id = c.patient_id and j.effective_on = c.served_on and j.kind = 'patient-payment' and not exists (select from billing.journal r where r.reversal_of = j.id)), 0) end,
        'traineePolicy', coalesce(rule.trainee_policy, 'not-billable'), 'isTrainee', coalesce(c.facts ->> 'credential', '') = 'trainee',
        'lines', (select jsonb_agg(jsonb_build_object('number', '', 'code', l.code, 'modifiers', l.modifiers, 'units', l.units, 'amountCents', l.amount_cents) order by l.position) from billing.charge_line l where l.charge_id = c.id)
      ) || case when c.facts #>> '{day,authorization}' is null then '{}' else jsonb_build_object('priorAuthorization', c.facts #>> '{day,authorization}') end || c.claim_details as facts
    from picked c
      join patients.claim_subject s on s.id = c.patient_id
      join patients.coverage_for_claim v on v.id = c.coverage_id
      join billing.payer p on p.id = c.payer_id
      left join identity.staff_name r on r.id = c.clinician_id
      cross join identity.billing_provider o
      left join identity.staff_name sv on sv.id = (c.facts ->> 'supervisorId')::uuid
      left join identity.site_name t on t.id = (c.facts ->> 'siteId')::uuid
      left join billing.payer_rule rule on rule.payer_id = p.id and rule.valid_from <= c.served_on and (rule.valid_to is null or rule.valid_to > c.served_on)`.execute(
    tx.db,
  );
  return rows;
}

/** Draws so many numbers that were never drawn before and never will be; answers the first. */
export async function drawNumbers(tx: Tx, counter: 'interchange' | 'claim', count: number): Promise<number> {
  const { last } = await within<BillingReads>(tx)
    .updateTable('billing.counter')
    .set((set) => ({ last: set('last', '+', count) }))
    .where('name', '=', counter)
    .returning('last')
    .executeTakeFirstOrThrow();
  return last - count + 1;
}

/** A claim about to be stored. */
export interface NewClaim {
  readonly id: string;
  readonly number: string;
  readonly charge: ReadyClaim;
  readonly facts: ClaimFacts;
}

/** Stores claims and marks their charges; in a batch at once when one is given. */
export async function insertClaims(tx: Tx, claims: readonly NewClaim[], batchId: string | null = null): Promise<void> {
  if (claims.length === 0) return;
  const rows = claims.map(({ id, number, charge, facts }) => ({
    id,
    number,
    facts,
    charge_id: charge.chargeId,
    with_charges: charge.withCharges,
    patient_id: charge.patientId,
    program_id: charge.programId,
    payer_id: charge.payerId,
    attempt: charge.attempt,
    served_on: charge.servedOn.toString(),
    amount_cents: charge.amountCents,
    frequency: facts.frequency ?? '1',
    corrects: facts.corrects ?? null,
  }));
  await sql`insert into billing.claim (id, patient_id, program_id, charge_id, with_charges, attempt, number, payer_id, served_on, amount_cents, state, batch_id, frequency, corrects, facts, built_at, updated_at)
    select r.id, r.patient_id, r.program_id, r.charge_id, r.with_charges, r.attempt, r.number, r.payer_id, r.served_on, r.amount_cents, ${batchId === null ? 'built' : 'batched'}, ${batchId}::uuid, r.frequency, r.corrects, r.facts, ${tx.now}::timestamptz, ${tx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (id uuid, patient_id uuid, program_id uuid, charge_id uuid, with_charges uuid[], attempt smallint, number text, payer_id uuid, served_on date, amount_cents bigint, frequency text, corrects uuid, facts jsonb)`.execute(
    tx.db,
  );
  await sql`update billing.charge set state = 'claimed' where id = any (${claims.flatMap(({ charge }) => [charge.chargeId, ...charge.withCharges])}::uuid[])`.execute(
    tx.db,
  );
}

/** Sends charges back to the list of held ones, each with its faults. */
export async function holdCharges(tx: Tx, held: readonly { chargeId: string; holds: readonly { code: string; says: string }[] }[]): Promise<void> {
  if (held.length === 0) return;
  const rows = held.map(({ chargeId, holds }) => ({ id: chargeId, holds }));
  await sql`update billing.charge c set state = 'held', holds = r.holds from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (id uuid, holds jsonb) where c.id = r.id`.execute(
    tx.db,
  );
}

/** What the next claim of charges says beyond their notes or days, in place of what was noted before. */
export async function writeClaimDetails(tx: Tx, chargeIds: readonly string[], details: Readonly<Record<string, string>>): Promise<void> {
  await sql`update billing.charge set claim_details = ${JSON.stringify(details)}::jsonb where id = any (${[...chargeIds]}::uuid[])`.execute(tx.db);
}

/** Of these charges, those whose day would not be billed so by now, each with why. */
export async function changedSinceClaim(tx: Tx, chargeIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; says: string }>`select c.id, d.changed_since as says from billing.charge c join billing.treatment_day d on d.id = c.day_id
    where c.id = any (${[...chargeIds]}::uuid[]) and d.changed_since is not null`.execute(tx.db);
  return new Map(rows.map(({ id, says }) => [id, says]));
}

/** All charges of a claim, the first of which it bears the name. */
export const chargesOf = ({ chargeId, withCharges }: Pick<ClaimRow, 'chargeId' | 'withCharges'>): string[] => [chargeId, ...withCharges];

/** The charges that a claim gives back when it falls: those that it carries, but for a void, which only speaks of them. */
export const chargesGivenBack = (claim: Pick<ClaimRow, 'chargeId' | 'withCharges' | 'frequency'>): string[] => (claim.frequency === '8' ? [] : chargesOf(claim));

/** Our number of a claim (CLM01); undefined when it is not this actor's to see. */
export async function numberOf(tx: Tx, claimId: string): Promise<string | undefined> {
  const row = await within<BillingReads>(tx).selectFrom('billing.claim').select('number').where('id', '=', claimId).executeTakeFirst();
  return row?.number;
}

/** Something that happened to a claim. */
export interface NewEvent {
  readonly claimId: string;
  readonly patientId: string;
  readonly programId: string;
  readonly kind: string;
  readonly says: string;
  readonly sourceFileId?: string;
  readonly amountCents?: number;
}

/** Adds to the stories of claims. */
export async function insertEvents(tx: Tx, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event) => ({
    claim_id: event.claimId,
    patient_id: event.patientId,
    program_id: event.programId,
    kind: event.kind,
    says: event.says,
    source_file_id: event.sourceFileId ?? null,
    amount_cents: event.amountCents ?? null,
  }));
  await sql`insert into billing.claim_event (claim_id, patient_id, program_id, at, kind, says, source_file_id, amount_cents)
    select r.claim_id, r.patient_id, r.program_id, ${tx.now}::timestamptz, r.kind, r.says, r.source_file_id, r.amount_cents
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (claim_id uuid, patient_id uuid, program_id uuid, kind text, says text, source_file_id uuid, amount_cents bigint)`.execute(
    tx.db,
  );
}

/** A claim as the machinery around it needs it. */
export interface ClaimRow {
  readonly id: string;
  readonly chargeId: string;
  /** Charges that it carries besides. */
  readonly withCharges: readonly string[];
  readonly patientId: string;
  readonly programId: string;
  readonly number: string;
  readonly state: ClaimState;
  readonly frequency: ClaimFrequency;
  readonly amountCents: number;
  readonly servedOn: Temporal.PlainDate;
  readonly facts: ClaimFacts;
}

const columns = ['id', 'chargeId', 'withCharges', 'patientId', 'programId', 'number', 'state', 'frequency', 'amountCents', 'servedOn', 'facts'] as const;

/** Built claims, locked, to be put into a file; all of them when no ids are given. */
export function lockBuilt(tx: Tx, claimIds: readonly string[] | undefined, limit: number): Promise<ClaimRow[]> {
  const query = within<BillingReads>(tx).selectFrom('billing.claim').select(columns).where('state', '=', 'built').orderBy('number').limit(limit).forUpdate().skipLocked();
  return (claimIds ? query.where('id', 'in', [...claimIds]) : query).execute();
}

/** Claims by their numbers, locked in order, so that two files about the same claims wait for each other. */
export async function lockByNumbers(tx: Tx, numbers: readonly string[]): Promise<Omit<ClaimRow, 'facts'>[]> {
  const { rows } = await sql<
    Omit<ClaimRow, 'facts'>
  >`select id, charge_id, with_charges, patient_id, program_id, number, state, frequency, amount_cents, served_on from billing.claim where number = any (${numbers}::text[]) order by number for update`.execute(
    tx.db,
  );
  return rows;
}

/** Claims of a batch, locked. */
export async function lockOfBatch(tx: Tx, batchId: string): Promise<Omit<ClaimRow, 'facts'>[]> {
  const { rows } = await sql<
    Omit<ClaimRow, 'facts'>
  >`select id, charge_id, with_charges, patient_id, program_id, number, state, frequency, amount_cents, served_on from billing.claim where batch_id = ${batchId} order by number for update`.execute(
    tx.db,
  );
  return rows;
}

/** What changes on a claim. Amounts are added to those it has. */
export interface ClaimChange {
  readonly id: string;
  readonly state: ClaimState;
  readonly batchId?: string;
  readonly payerClaimNumber?: string;
  readonly paid?: number;
  readonly patient?: number;
  readonly adjusted?: number;
}

/** Changes many claims in one statement. A rejected claim gives its charge back to the list of held ones. */
export async function updateClaims(tx: Tx, changes: readonly ClaimChange[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map((change) => ({
    id: change.id,
    state: change.state,
    batch_id: change.batchId ?? null,
    payer_claim_number: change.payerClaimNumber ?? null,
    paid: change.paid ?? 0,
    patient: change.patient ?? 0,
    adjusted: change.adjusted ?? 0,
  }));
  await sql`update billing.claim c set state = r.state, batch_id = coalesce(r.batch_id, c.batch_id), payer_claim_number = coalesce(r.payer_claim_number, c.payer_claim_number),
      paid_cents = c.paid_cents + r.paid, patient_cents = c.patient_cents + r.patient, adjusted_cents = c.adjusted_cents + r.adjusted, updated_at = ${tx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (id uuid, state text, batch_id uuid, payer_claim_number text, paid bigint, patient bigint, adjusted bigint) where c.id = r.id`.execute(
    tx.db,
  );
}
