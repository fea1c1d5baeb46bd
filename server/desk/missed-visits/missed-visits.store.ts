import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { MissedVisit, Visit } from './missed-visit.ts';

/** A visit with its program and zone; undefined when there is none that this actor may see. */
export async function visitById(tx: Tx, appointmentId: string): Promise<Visit | undefined> {
  const { rows } =
    await sql<Visit>`select a.id as appointment_id, a.patient_id, a.program_id, coalesce(program.kind, '') as program_kind, a.starts_at, a.status, a.type_name,
      coalesce(site.time_zone, 'UTC') as time_zone
    from scheduling.appointment_fact a left join programs.program_name program on program.id = a.program_id left join identity.site_name site on site.id = a.site_id
    where a.id = ${appointmentId}`.execute(tx.db);
  return rows[0];
}

/** X12 filing indicators of all coverage of a person that is in force on a day. */
export async function filingIndicatorsOn(tx: Tx, patientId: string, day: Temporal.PlainDate): Promise<readonly string[]> {
  const { rows } = await sql<{ filingIndicator: string }>`select distinct payer.filing_indicator from patients.person_record record
      join patients.coverage_for_claim c on c.person_id = record.person_id join billing.payer_fact payer on payer.id = c.payer_id
    where record.patient_id = ${patientId} and c.valid_from <= ${day}::date and (c.valid_through is null or c.valid_through >= ${day}::date)`.execute(tx.db);
  return rows.map(({ filingIndicator }) => filingIndicator);
}

/** Visits that a person missed or called off late before a moment, so many days back; one left out. Counted from the schedule itself, whoever noted them. */
export async function missedBefore(
  tx: Tx,
  { patientId, appointmentId }: { patientId: string; appointmentId?: string },
  before: Temporal.Instant,
  inDays: number,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from scheduling.appointment_fact a
      left join desk.missed_visit m on m.appointment_id = a.id
    where a.patient_id = any (array(select other.patient_id from patients.person_record own join patients.person_record other on other.person_id = own.person_id where own.patient_id = ${patientId}))
      and a.id is distinct from ${appointmentId ?? null}::uuid and (a.status = 'no-show' or (a.status = 'cancelled' and m.kind = 'late-cancel' and m.because <> 'reason'))
      and a.starts_at <= ${before} and a.starts_at > ${before.subtract({ hours: 24 * inDays })}`.execute(tx.db);
  return rows[0]?.count ?? 0;
}

const missed = sql`select id, appointment_id, patient_id, program_id, kind, starts_at, fee_cents, state, because, journal_id, waived_reason, note from desk.missed_visit`;

/** Lets one note of a visit be written after the other: there may be no row yet that could be locked. */
export async function waitForNote(tx: Tx, appointmentId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`desk.missed_visit ${appointmentId}`}, 0))`.execute(tx.db);
}

/** What was noted of a visit. */
export async function missedOfVisit(tx: Tx, appointmentId: string): Promise<MissedVisit | undefined> {
  const { rows } = await sql<MissedVisit>`${missed} where appointment_id = ${appointmentId}`.execute(tx.db);
  return rows[0];
}

/** One missed visit, locked until the transaction ends; undefined when there is none that this actor may change. */
export async function lockMissed(tx: Tx, missedVisitId: string): Promise<MissedVisit | undefined> {
  const { rows } = await sql<MissedVisit>`${missed} where id = ${missedVisitId} for update`.execute(tx.db);
  return rows[0];
}

/** Missed visits of a person, the latest first. */
export async function missedOf(tx: Tx, recordIds: readonly string[]): Promise<readonly MissedVisit[]> {
  const { rows } = await sql<MissedVisit>`${missed} where patient_id = any (${recordIds}::uuid[]) order by starts_at desc limit 100`.execute(tx.db);
  return rows;
}

/** Writes what was noted; a visit that came about after all and is missed again takes the place of the former note. */
export async function insertMissed(tx: Tx, one: MissedVisit): Promise<void> {
  await sql`insert into desk.missed_visit (id, appointment_id, patient_id, program_id, kind, starts_at, fee_cents, state, because, journal_id, waived_reason, note, made_at, made_by)
    values (${one.id}, ${one.appointmentId}, ${one.patientId}, ${one.programId}, ${one.kind}, ${one.startsAt}, ${one.feeCents}, ${one.state}, ${one.because}, ${one.journalId}::uuid,
      ${one.waivedReason}, ${one.note}, ${tx.now}, ${tx.actor.id}::uuid)
    on conflict (appointment_id) do update set kind = excluded.kind, fee_cents = excluded.fee_cents, state = excluded.state, because = excluded.because, journal_id = excluded.journal_id, waived_reason = excluded.waived_reason,
      note = excluded.note, decided_at = null, decided_by = null`.execute(tx.db);
}

/** Writes how the fee was decided. */
export async function decideMissed(tx: Tx, one: Pick<MissedVisit, 'id' | 'state' | 'because' | 'journalId' | 'waivedReason' | 'note'>): Promise<void> {
  await sql`update desk.missed_visit set state = ${one.state}, because = ${one.because}, journal_id = ${one.journalId}::uuid, waived_reason = ${one.waivedReason}, note = ${one.note},
      decided_at = ${tx.now}, decided_by = ${tx.actor.id}::uuid where id = ${one.id}`.execute(tx.db);
}
