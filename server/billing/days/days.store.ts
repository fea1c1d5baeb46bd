import { sql, type RawBuilder } from 'kysely';
import { newId, within, type Tx } from '#server/platform/index.ts';
import type { BillingReads } from '../billing-tables.ts';
import type { ChargeFacts, ChargeState, Hold } from '../charges/charge.ts';
import type { Assessed } from '../charges/charging.rules.ts';
import { writeLines, type CoverageRow } from '../charges/charges.store.ts';
import type { Allowance } from './day-charge.rules.ts';
import type { DaysOf } from './day-facts.store.ts';
import type { DayFacts, JudgedDay, Verdict } from './day.ts';

/** Lets one worker at a time decide about somebody's days in a program: there may be no row yet that could be locked. */
export async function waitForDays(tx: Tx, patientId: string, programId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('billing.treatment_day ' || ${patientId} || ' ' || ${programId}, 0))`.execute(tx.db);
}

/** A day that is kept. */
export interface KeptDay extends Verdict {
  readonly id: string;
  readonly patientId: string;
  readonly programId: string;
  readonly day: Temporal.PlainDate;
  readonly countedBy: 'census' | 'attendance';
  readonly procedure: string | null;
  readonly facts: DayFacts;
  readonly placeOfService: string;
}

const kept = sql`select d.id, d.patient_id, d.program_id, d.day, d.counted_by, d.verdict, d.code, d.says, d.procedure, d.facts, coalesce(p.place_of_service, '') as place_of_service
  from billing.treatment_day d left join programs.program_name p on p.id = d.program_id`;

/** Keeps what a day was judged to be, in place of what it was before. */
export async function keepDay(tx: Tx, judged: JudgedDay): Promise<KeptDay | undefined> {
  const { patientId, programId, day, countedBy, verdict, code, says, procedure, facts } = judged;
  const { rows } = await sql<{
    id: string;
  }>`insert into billing.treatment_day (id, patient_id, program_id, day, counted_by, verdict, code, says, procedure, facts, judged_at)
    values (${newId<'TreatmentDay'>()}, ${patientId}, ${programId}, ${day}::date, ${countedBy}, ${verdict}, ${code}, ${says}, ${procedure}, ${JSON.stringify(facts)}::jsonb, ${tx.now})
    on conflict (patient_id, program_id, day) do update set counted_by = excluded.counted_by, verdict = excluded.verdict, code = excluded.code, says = excluded.says,
      procedure = excluded.procedure, facts = excluded.facts, judged_at = excluded.judged_at
    returning id`.execute(tx.db);
  return rows[0] && dayById(tx, rows[0].id);
}

/** One day; undefined when there is none that this actor may see. */
export async function dayById(tx: Tx, dayId: string): Promise<KeptDay | undefined> {
  const { rows } = await sql<KeptDay>`${kept} where d.id = ${dayId}`.execute(tx.db);
  return rows[0];
}

/** Days that were judged before. */
export async function daysJudged(tx: Tx, { patientId, programId, from, to }: DaysOf): Promise<readonly KeptDay[]> {
  const { rows } =
    await sql<KeptDay>`${kept} where d.patient_id = ${patientId} and d.program_id = ${programId} and d.day between ${from}::date and ${to}::date order by d.day`.execute(
      tx.db,
    );
  return rows;
}

/** Days of somebody in a program whose charge is held. */
export async function daysHeld(tx: Tx, patientId: string, programId: string): Promise<readonly KeptDay[]> {
  const { rows } =
    await sql<KeptDay>`${kept} where d.id in (select c.day_id from billing.charge c where c.patient_id = ${patientId} and c.program_id = ${programId} and c.state = 'held')
    order by d.day`.execute(tx.db);
  return rows;
}

/** Midnights in a house that are billed to the same person, by day: the procedure of each. */
export async function nightsBilled(tx: Tx, { patientId, programId, from, to }: DaysOf): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ day: Temporal.PlainDate; procedure: string | null }>`select d.day, d.procedure
    from patients.person_record own join patients.person_record record on record.person_id = own.person_id join billing.treatment_day d on d.patient_id = record.patient_id
    where own.patient_id = ${patientId} and d.program_id <> ${programId} and d.counted_by = 'census' and d.verdict = 'billable' and d.day between ${from}::date and ${to}::date`.execute(
    tx.db,
  );
  return new Map(rows.map(({ day, procedure }) => [day.toString(), procedure ?? '']));
}

/** The last night on leave after a day that was judged; undefined when there is none. */
export async function lastLeaveAfter(tx: Tx, { patientId, programId, to }: DaysOf): Promise<Temporal.PlainDate | undefined> {
  const { rows } = await sql<{ day: Temporal.PlainDate | null }>`select max(day) as day from billing.treatment_day
    where patient_id = ${patientId} and program_id = ${programId} and day > ${to}::date and facts ->> 'status' in ('leave', 'bed-hold')`.execute(tx.db);
  return rows[0]?.day ?? undefined;
}

/** Days attended elsewhere, and days of discharge, whose standing does not fit the midnights of these days any more. */
export async function daysBesideNights(tx: Tx, { patientId, programId, from, to }: DaysOf): Promise<readonly Pick<KeptDay, 'patientId' | 'programId' | 'day'>[]> {
  const { rows } = await sql<Pick<KeptDay, 'patientId' | 'programId' | 'day'>>`select a.patient_id, a.program_id, a.day
    from patients.person_record own join patients.person_record record on record.person_id = own.person_id join billing.treatment_day a on a.patient_id = record.patient_id
      join billing.treatment_day n on n.patient_id = own.patient_id and n.day = a.day and n.counted_by = 'census'
    where own.patient_id = ${patientId} and n.program_id = ${programId} and n.day between ${from}::date and ${to}::date and a.program_id <> n.program_id
      and (a.counted_by = 'attendance' or a.facts ->> 'status' = 'discharged')
      and (a.verdict <> 'not-billable' or a.code = 'day.within-night') and (n.verdict = 'billable') <> (a.code = 'day.within-night')`.execute(tx.db);
  return rows;
}

/** Notes that a claimed day would not be billed so by now, or that both agree again. */
export async function writeChangedSince(tx: Tx, dayId: string, says: string | null): Promise<void> {
  await sql`update billing.treatment_day set changed_since = ${says} where id = ${dayId} and changed_since is distinct from ${says}`.execute(tx.db);
}

/** Marks a day of a program as closed; false when it was before. */
export async function closeDay(tx: Tx, programId: string, day: Temporal.PlainDate): Promise<boolean> {
  const { numAffectedRows } =
    await sql`insert into billing.closed_day (program_id, day, closed_at) values (${programId}, ${day}::date, ${tx.now}) on conflict do nothing`.execute(tx.db);
  return numAffectedRows === 1n;
}

/** The charge of a day, locked. */
export interface ChargeOfDay {
  readonly id: string;
  readonly patientId: string;
  readonly programId: string;
  readonly state: ChargeState;
  readonly holds: readonly Hold[];
  readonly diagnoses: readonly string[];
}

/** The charge of a day, locked until the transaction ends; undefined when it has none. */
export async function lockChargeOfDay(tx: Tx, dayId: string): Promise<ChargeOfDay | undefined> {
  const { rows } = await sql<ChargeOfDay>`select id, patient_id, program_id, state, holds, diagnoses from billing.charge where day_id = ${dayId} for update`.execute(
    tx.db,
  );
  return rows[0];
}

/** Authorizations that cover a day with this payer, the first to begin first, each with the billable days that it covered before. One that ended with a stay still covers its days. */
export async function allowancesOn(tx: Tx, { patientId, programId, day }: KeptDay, payerId: string): Promise<readonly Allowance[]> {
  const { rows } = await sql<Allowance>`
    select a.number, a.allowed, (select count(*)::integer from billing.treatment_day d where d.patient_id = ${patientId} and d.program_id = a.program_id and d.verdict = 'billable'
      and d.day >= a.valid_from and d.day < ${day}::date) as before
    from patients.person_record own join patients.person_record record on record.person_id = own.person_id join billing.authorization a on a.patient_id = record.patient_id
    where own.patient_id = ${patientId} and a.program_id = ${programId} and a.payer_id = ${payerId} and a.number is not null and a.counts <> 'visits'
      and (a.state = 'approved' or a.state = 'ended' and exists (select from programs.stay s where s.patient_id = record.patient_id and s.program_id = a.program_id
        and ${day}::date between s.admitted_on and s.ended_on))
      and ${day}::date between a.valid_from and a.valid_through order by a.valid_from, a.id`.execute(tx.db);
  return rows;
}

/** What a charge of a day is about to say. */
export interface DayChargeToWrite {
  readonly judged: Assessed;
  readonly coverage: CoverageRow | undefined;
  readonly facts: ChargeFacts;
  readonly diagnoses: readonly string[];
}

const said = ({ judged, coverage, facts, diagnoses }: DayChargeToWrite) => ({
  state: judged.state,
  holds: JSON.stringify(judged.holds),
  amountCents: judged.amount,
  placeOfService: judged.placeOfService,
  payerId: coverage?.payerId ?? null,
  coverageId: coverage?.coverageId ?? null,
  facts: JSON.stringify(facts),
  diagnoses: [...diagnoses],
});

/** Stores the charge of a day: one, whoever comes at the same time. */
export async function insertDayCharge(tx: Tx, day: KeptDay, charge: DayChargeToWrite): Promise<string | undefined> {
  const { patientId, programId } = day;
  const row = await within<BillingReads>(tx)
    .insertInto('billing.charge')
    .values({ id: newId<'Charge'>(), patientId, programId, dayId: day.id, clinicianId: day.facts.clinicianId, servedOn: day.day, capturedAt: tx.now, ...said(charge) })
    .onConflict((conflict) => conflict.column('dayId').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row) await writeLines(tx, row.id, day, charge.judged);
  return row?.id;
}

/** Writes the charge of a day anew. */
export async function rewriteDayCharge(tx: Tx, of: ChargeOfDay, charge: DayChargeToWrite): Promise<void> {
  await within<BillingReads>(tx).updateTable('billing.charge').set(said(charge)).where('id', '=', of.id).execute();
  await writeLines(tx, of.id, of, charge.judged);
}

/** Lets a charge be worth nothing: its day is not billed after all. The row stays, and so do its postings. */
export async function voidCharge(tx: Tx, of: ChargeOfDay, hold: Hold): Promise<void> {
  await sql`update billing.charge set state = 'void', amount_cents = 0, holds = ${JSON.stringify([hold])}::jsonb where id = ${of.id}`.execute(tx.db);
  await sql`delete from billing.charge_line where charge_id = ${of.id}`.execute(tx.db);
}

/** A day as lists show it, with its charge and the last claim that carried it, where the reader may see them. */
export interface DayListed extends Verdict {
  readonly id: string;
  readonly patientId: string;
  readonly patientName: string;
  readonly programId: string;
  readonly programName: string;
  readonly day: Temporal.PlainDate;
  readonly countedBy: 'census' | 'attendance';
  readonly procedure: string | null;
  readonly minutes: number | null;
  readonly chargeId: string | null;
  readonly chargeState: ChargeState | null;
  readonly units: number;
  readonly amountCents: number;
  readonly holds: readonly Hold[];
  readonly claimId: string | null;
  readonly claimNumber: string | null;
  readonly changedSince: string | null;
}

async function listed(tx: Tx, where: RawBuilder<unknown>): Promise<readonly DayListed[]> {
  const { rows } = await sql<DayListed>`
    select d.id, d.patient_id, coalesce(n.display_name, '') as patient_name, d.program_id, coalesce(p.name, '') as program_name, d.day, d.counted_by, d.verdict, d.code, d.says, d.procedure,
      (d.facts ->> 'minutes')::integer as minutes, c.id as charge_id, c.state as charge_state, coalesce(c.amount_cents, 0) as amount_cents, coalesce(c.holds, '[]') as holds,
      coalesce((select sum(l.units) from billing.charge_line l where l.charge_id = c.id), 0)::integer as units, k.id as claim_id, k.number as claim_number, d.changed_since
    from billing.treatment_day d left join programs.program_name p on p.id = d.program_id left join patients.patient_name n on n.id = d.patient_id
      left join billing.charge c on c.day_id = d.id
      left join lateral (select k.id, k.number from billing.claim k where k.patient_id = d.patient_id and k.frequency <> '8' and (k.charge_id = c.id or c.id = any (k.with_charges)) order by k.built_at desc, k.number desc limit 1) k on true
    where ${where}`.execute(tx.db);
  return rows;
}

/** Days of a person between two days, of all their records, the latest first; of one program when one is named. */
export function daysOfPerson(tx: Tx, of: { patientId: string; programId: string | undefined; from: string; to: string }): Promise<readonly DayListed[]> {
  return listed(
    tx,
    sql`d.patient_id in (select record.patient_id from patients.person_record own join patients.person_record record on record.person_id = own.person_id where own.patient_id = ${of.patientId})
      and d.day between ${of.from}::date and ${of.to}::date and (${of.programId ?? null}::uuid is null or d.program_id = ${of.programId ?? null}) order by d.day desc, p.name limit 400`,
  );
}

/** Days on claims that would not be billed so by now, the oldest first. */
export function daysChangedSince(tx: Tx): Promise<readonly DayListed[]> {
  return listed(tx, sql`d.changed_since is not null order by d.day, d.id limit 500`);
}
