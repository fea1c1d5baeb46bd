import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { MidnightFact } from './day.ts';

/** A program whose days are counted. */
export interface ProgramOfDays {
  readonly programId: string;
  readonly levelOfCare: string;
  readonly placeOfService: string;
  readonly siteId: string | null;
  readonly timeZone: string;
}

const program = sql`select program.id as program_id, program.level_of_care, program.place_of_service, program.site_id, coalesce(site.time_zone, provider.time_zone) as time_zone
  from programs.program_name program cross join identity.billing_provider provider left join identity.site_name site on site.id = program.site_id`;

/** The program; undefined when there is none. */
export async function programOfDays(tx: Tx, programId: string): Promise<ProgramOfDays | undefined> {
  const { rows } = await sql<ProgramOfDays>`${program} where program.id = ${programId}`.execute(tx.db);
  return rows[0];
}

/** Programs of these levels of care, with the last day that was closed in each. */
export async function programsOfLevels(tx: Tx, levels: readonly string[]): Promise<readonly (ProgramOfDays & { readonly lastDay: Temporal.PlainDate | null })[]> {
  const { rows } = await sql<
    ProgramOfDays & { lastDay: Temporal.PlainDate | null }
  >`select p.*, (select max(day) from billing.closed_day c where c.program_id = p.program_id) as last_day
    from (${program} where program.active and program.level_of_care = any (${[...levels]}::text[])) p order by p.program_id`.execute(tx.db);
  return rows;
}

/** Somebody in a program, and days of theirs from one to another, both included. */
export interface DaysOf {
  readonly patientId: string;
  readonly programId: string;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

/** A stay with its first and last day. */
export interface StayOfDays {
  readonly admittedOn: Temporal.PlainDate;
  readonly endedOn: Temporal.PlainDate | null;
  readonly clinicianId: string | null;
}

/** Stays of a person in a program, of all their records, the latest first. */
export async function staysOf(tx: Tx, patientId: string, programId: string): Promise<readonly StayOfDays[]> {
  const { rows } = await sql<StayOfDays>`select s.admitted_on, s.ended_on, s.primary_clinician_id as clinician_id
    from patients.person_record own join patients.person_record record on record.person_id = own.person_id join programs.stay_with_clinician s on s.patient_id = record.patient_id
    where own.patient_id = ${patientId} and s.program_id = ${programId} order by s.admitted_on desc`.execute(tx.db);
  return rows;
}

/** Midnights at which the census, as it stands by now, knows the person. Who left one bed and came into another on a day counts once, as here. */
export async function midnightsOf(tx: Tx, { patientId, programId, from, to }: DaysOf) {
  const { rows } = await sql<
    Pick<MidnightFact, 'status' | 'leaveKind'> & { day: Temporal.PlainDate }
  >`select distinct on (day) day, status, leave_kind from residence.census_day
    where patient_id = ${patientId} and program_id = ${programId} and day between ${from}::date and ${to}::date order by day, status = 'discharged'`.execute(tx.db);
  return rows;
}

/** Nights on leave from a day on until another, by the census as it stands by now. */
export async function leaveNightsOf(tx: Tx, { patientId, programId, from, to }: DaysOf): Promise<readonly { day: Temporal.PlainDate; leaveKind: string | null }[]> {
  const { rows } = await sql<{ day: Temporal.PlainDate; leaveKind: string | null }>`select distinct day, leave_kind from residence.census_day
    where patient_id = ${patientId} and program_id = ${programId} and status in ('leave', 'bed-hold') and day between ${from}::date and ${to}::date`.execute(tx.db);
  return rows;
}

/** Days on which one of these forms was signed about the person, and nothing stands against it. */
export async function daysWithForm(
  tx: Tx,
  { patientId, programId, from, to }: DaysOf,
  { forms, zone }: { forms: readonly string[]; zone: string },
): Promise<ReadonlySet<string>> {
  const day = sql`(coalesce(e.started_at, f.signed_at) at time zone ${zone})::date`;
  const { rows } = await sql<{
    day: Temporal.PlainDate;
  }>`select distinct ${day} as day from charting.signed_form f left join charting.signed_encounter e on e.note_id = f.id
      left join charting.signature_standing standing on standing.note_id = f.id
    where f.patient_id = ${patientId} and f.program_id = ${programId} and f.form = any (${[...forms]}::text[]) and ${day} between ${from}::date and ${to}::date
      and coalesce(standing.state, 'cosigned') = 'cosigned'`.execute(tx.db);
  return new Set(rows.map((row) => row.day.toString()));
}

/** A seat in a session that has begun, with where its note stands. */
export interface SeatOfDay {
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly attendance: 'expected' | 'present' | 'absent';
  readonly groupName: string;
  readonly noteId: string | null;
  readonly standing: 'asked' | 'returned' | 'cosigned' | 'entered-in-error' | null;
}

/** Seats of a person in sessions of a program that began between two moments. */
export async function seatsBetween(tx: Tx, { patientId, programId }: DaysOf, from: Temporal.Instant, before: Temporal.Instant): Promise<readonly SeatOfDay[]> {
  const { rows } = await sql<SeatOfDay>`select seat.starts_at, seat.ends_at, seat.attendance, seat.group_name, seat.note_id, standing.state as standing
    from groups.seat_time seat left join charting.signature_standing standing on standing.note_id = seat.note_id
    where seat.patient_id = ${patientId} and seat.program_id = ${programId} and seat.starts_at >= ${from} and seat.starts_at < ${before} order by seat.starts_at`.execute(
    tx.db,
  );
  return rows;
}

/** People with a seat in a program between two moments. */
export async function peopleSeated(tx: Tx, programId: string, from: Temporal.Instant, before: Temporal.Instant): Promise<readonly string[]> {
  const { rows } = await sql<{
    patientId: string;
  }>`select distinct patient_id from groups.seat_time where program_id = ${programId} and starts_at >= ${from} and starts_at < ${before}`.execute(tx.db);
  return rows.map(({ patientId }) => patientId);
}

/** People of a session, each with the moment at which it began for them. */
export async function peopleOfSession(tx: Tx, sessionId: string): Promise<readonly { patientId: string; startsAt: Temporal.Instant }[]> {
  const { rows } = await sql<{
    patientId: string;
    startsAt: Temporal.Instant;
  }>`select patient_id, starts_at from groups.seat_time where session_id = ${sessionId}`.execute(tx.db);
  return rows;
}

/** People whom a census of a day counts or tells, and those whose day was judged by an earlier one. */
export async function peopleOfCensus(tx: Tx, siteId: string, day: Temporal.PlainDate): Promise<readonly { patientId: string; programId: string }[]> {
  const { rows } = await sql<{ patientId: string; programId: string }>`
    select patient_id, program_id from residence.census_day where site_id = ${siteId} and day = ${day}::date
    union select d.patient_id, d.program_id from billing.treatment_day d join programs.program_name p on p.id = d.program_id
      where p.site_id = ${siteId} and d.day = ${day}::date and d.counted_by = 'census'`.execute(tx.db);
  return rows;
}

/** When what a note is about took place. */
export async function momentOfNote(tx: Tx, noteId: string): Promise<{ patientId: string; programId: string; at: Temporal.Instant } | undefined> {
  const { rows } = await sql<{ patientId: string; programId: string; at: Temporal.Instant }>`select patient_id, program_id, coalesce(started_at, signed_at) as at
    from charting.written_note where id = ${noteId}`.execute(tx.db);
  return rows[0];
}

/**
 * Diagnoses on the problem list of a program, the first in rank first. Of those that came along from a Part 2 program only where this is one too:
 * a claim of another program would tell of it (42 CFR 2.13).
 */
export async function diagnosesOf(tx: Tx, patientId: string, programId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`select d.code from patients.person_record own join patients.person_record record on record.person_id = own.person_id
      join charting.diagnosis_to_release d on d.patient_id = record.patient_id join programs.program_name program on program.id = d.program_id
    where own.patient_id = ${patientId} and d.program_id = ${programId} and d.resolved is null and d.certainty <> 'rule-out'
      and d.labels <@ case when program.part2 then array['part2'] else '{}' end order by d.rank, d.code`.execute(tx.db);
  return rows.map(({ code }) => code);
}
