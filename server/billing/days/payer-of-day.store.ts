import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { PayerOfDay } from './payer-rule.ts';

/** Who pays first on each day between two, of each of these people; nobody where no coverage is in force. Merged records count as one person. */
async function payers(tx: Tx, patientIds: readonly string[], from: Temporal.PlainDate, to: Temporal.PlainDate) {
  const { rows } = await sql<PayerOfDay & { patientId: string; day: Temporal.PlainDate }>`
    select person.patient_id, one.day::date as day, payer.name, payer.electronic_id, payer.filing_indicator
    from unnest(${[...patientIds]}::uuid[]) person (patient_id) cross join generate_series(${from}::date, ${to}::date, interval '1 day') one (day)
      cross join lateral (
        select c.payer_id from patients.person_record record join patients.coverage_for_claim c on c.person_id = record.person_id
        where record.patient_id = person.patient_id and c.valid_from <= one.day and (c.valid_through is null or c.valid_through >= one.day) order by c.rank limit 1) first
      join billing.payer payer on payer.id = first.payer_id`.execute(tx.db);
  return rows;
}

/** Who pays first for a person on each day (YYYY-MM-DD) between two. */
export async function payersBetween(
  tx: Tx,
  { patientId, from, to }: { patientId: string; from: Temporal.PlainDate; to: Temporal.PlainDate },
): Promise<ReadonlyMap<string, PayerOfDay>> {
  return new Map(
    (await payers(tx, [patientId], from, to)).map(({ day, name, electronicId, filingIndicator }) => [day.toString(), { name, electronicId, filingIndicator }]),
  );
}

/** Who pays first for each of these people on a day. */
export async function payersOn(tx: Tx, patientIds: readonly string[], on: Temporal.PlainDate): Promise<ReadonlyMap<string, PayerOfDay>> {
  return new Map(
    (await payers(tx, patientIds, on, on)).map(({ patientId, name, electronicId, filingIndicator }) => [patientId, { name, electronicId, filingIndicator }]),
  );
}

/** Days of a person that were judged, as stretches in each program from a day on: for when who pays has changed. */
export async function stretchesJudged(tx: Tx, patientId: string, from: Temporal.PlainDate) {
  const { rows } = await sql<{ patientId: string; programId: string; from: Temporal.PlainDate; to: Temporal.PlainDate }>`
    select d.patient_id, d.program_id, min(d.day) as "from", max(d.day) as "to"
    from patients.person_record own join patients.person_record record on record.person_id = own.person_id join billing.treatment_day d on d.patient_id = record.patient_id
    where own.patient_id = ${patientId} and d.day >= ${from}::date group by d.patient_id, d.program_id`.execute(tx.db);
  return rows;
}
