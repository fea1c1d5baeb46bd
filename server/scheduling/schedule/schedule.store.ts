import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { Modality, Status, TimeSpan } from '../appointments/appointment.ts';
import { wireTime } from './wire-time.rules.ts';

/** A column of the schedule. */
export interface Clinician {
  readonly id: string;
  readonly name: string;
  readonly credential: string | null;
}

/** A time as it goes over the wire: ISO 8601 in UTC, as `Temporal.Instant` prints it. */
type WireTime = string;

/** An appointment as the schedule finds it; nothing where a part is empty. */
export interface ScheduledAppointment {
  readonly kind: 'appointment';
  readonly id: string;
  readonly version: number;
  readonly patientId: string;
  readonly programId: string;
  readonly siteId: string;
  readonly clinicianId: string;
  readonly roomId?: string;
  readonly typeCode: string;
  readonly startsAt: WireTime;
  readonly endsAt: WireTime;
  readonly modality: Modality;
  readonly status: Status;
  readonly cancelReason?: string;
  readonly arrivedAt?: WireTime;
  readonly startedAt?: WireTime;
  readonly endedAt?: WireTime;
  readonly note?: string;
  readonly seriesId?: string;
  readonly occurrence?: number;
}

/** What appointments share, once each. */
export interface Shared {
  readonly patients: readonly { readonly id: string; readonly name: string; readonly mrn: string }[];
  readonly types: readonly { readonly code: string; readonly name: string; readonly service: string }[];
  readonly rooms: readonly { readonly id: string; readonly name: string }[];
}

/** Blocked time in a schedule. */
export interface BlockedEntry {
  readonly kind: 'blocked';
  readonly id: string;
  readonly clinicianId: string | null;
  readonly roomId: string | null;
  readonly startsAt: WireTime;
  readonly endsAt: WireTime;
  readonly reason: string;
  readonly version: number;
}

/** Time that is taken by what the reader may not see. */
export interface BusyEntry {
  readonly kind: 'busy';
  readonly clinicianId: string;
  readonly startsAt: WireTime;
  readonly endsAt: WireTime;
}

/** The time zone of a site; UTC when there is no such site. */
export async function siteTimeZone(tx: Tx, siteId: string | undefined): Promise<string> {
  const { rows } = await sql<{
    timeZone: string;
  }>`select time_zone from identity.site_name where ${siteId ?? null}::uuid is null or id = ${siteId ?? null}::uuid order by name limit 1`.execute(tx.db);
  return rows[0]?.timeZone ?? 'UTC';
}

/** A site by its id, or that of a program; undefined when this actor reaches neither. */
export async function siteOf(tx: Tx, { siteId, programId }: { siteId?: string | undefined; programId: string }): Promise<{ id: string; timeZone: string } | undefined> {
  const { rows } = await sql<{ id: string; timeZone: string }>`
    select site.id, site.time_zone from programs.program_name program join identity.site_name site on site.id = coalesce(${siteId ?? null}::uuid, program.site_id)
    where program.id = ${programId}`.execute(tx.db);
  return rows[0];
}

/** Those people, by name. */
export async function cliniciansById(tx: Tx, clinicianIds: readonly string[]): Promise<readonly Clinician[]> {
  const { rows } =
    await sql<Clinician>`select id, display_name as name, credential from identity.staff_name where id = any (${clinicianIds}::uuid[]) order by display_name`.execute(
      tx.db,
    );
  return rows;
}

/** Those with a clinical role who work in a program, or in any program of a site. */
export async function team(tx: Tx, { programId, siteId }: { programId?: string | undefined; siteId?: string | undefined }): Promise<readonly Clinician[]> {
  const { rows } = await sql<Clinician>`
    select id, display_name as name, credential from identity.staff_name where is_clinical and active and id in (
      select membership.staff_id from identity.staff_membership membership join programs.program_name program on program.id = membership.program_id
      where program.id = ${programId ?? null}::uuid or (${programId ?? null}::uuid is null and program.site_id = ${siteId ?? null}::uuid))
    order by display_name`.execute(tx.db);
  return rows;
}

function withinDays(clinicianIds: readonly string[], { startsAt, endsAt }: TimeSpan): RawBuilder<unknown> {
  // An appointment lasts a day at most, so that the index on the start finds all that reach into the span.
  return sql`clinician_id = any (${clinicianIds}::uuid[]) and starts_at > ${startsAt}::timestamptz - interval '1 day' and starts_at < ${endsAt} and ends_at > ${startsAt}`;
}

const empty = new Set<unknown>([null, '']);
const times: ReadonlySet<string> = new Set(['startsAt', 'endsAt', 'arrivedAt', 'startedAt', 'endedAt']);

/** A row as it goes over the wire: times as ISO 8601, empty parts left out. */
function onScreen(row: Readonly<Record<string, unknown>>): ScheduledAppointment {
  const told: Record<string, unknown> = { kind: 'appointment' };
  for (const name in row) {
    const value = row[name];
    if (!empty.has(value)) told[name] = times.has(name) ? wireTime(String(value)) : value;
  }
  return told as unknown as ScheduledAppointment;
}

/**
 * Appointments of those clinicians that touch the span. A week of forty has two thousand rows: names come once beside them, times as PostgreSQL prints them,
 * and column names as they are wanted, so that nothing walks through the rows for them.
 */
export async function appointmentsWithin(tx: Tx, clinicianIds: readonly string[], span: TimeSpan): Promise<readonly ScheduledAppointment[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select id, version, patient_id as "patientId", program_id as "programId", site_id as "siteId", clinician_id as "clinicianId", room_id as "roomId",
      type_code as "typeCode", starts_at::text as "startsAt", ends_at::text as "endsAt", modality, status, cancel_reason as "cancelReason",
      arrived_at::text as "arrivedAt", started_at::text as "startedAt", ended_at::text as "endedAt", note, series_id as "seriesId", occurrence
    from scheduling.appointment where ${withinDays(clinicianIds, span)} order by appointment.starts_at`.execute(tx.db.withoutPlugins());
  return rows.map(onScreen);
}

/** Names of whom and what the appointments tell. */
export async function sharedBy(tx: Tx, appointments: readonly ScheduledAppointment[]): Promise<Shared> {
  if (appointments.length === 0) return { patients: [], types: [], rooms: [] };
  const each = (key: 'patientId' | 'typeCode' | 'roomId') => [...new Set(appointments.flatMap((appointment) => appointment[key] ?? []))];
  const { rows: patients } = await sql<Shared['patients'][number]>`
    select id, coalesce(display_name, '') as name, coalesce(mrn, '') as mrn from patients.patient_name where id = any (${each('patientId')}::uuid[])`.execute(tx.db);
  const { rows: types } = await sql<
    Shared['types'][number]
  >`select code, name, service from scheduling.appointment_type where code = any (${each('typeCode')}::text[])`.execute(tx.db);
  const roomIds = each('roomId');
  if (roomIds.length === 0) return { patients, types, rooms: [] };
  const { rows: rooms } = await sql<Shared['rooms'][number]>`select id, name from scheduling.room where id = any (${roomIds}::uuid[])`.execute(tx.db);
  return { patients, types, rooms };
}

/** Blocked time of those clinicians that touches the span. What is held for a group session is left out once somebody has a seat in it: the seats show it. */
export async function blockedWithin(tx: Tx, clinicianIds: readonly string[], { startsAt, endsAt }: TimeSpan): Promise<readonly BlockedEntry[]> {
  const { rows } = await sql<BlockedEntry>`
    select 'blocked' as kind, id, clinician_id, room_id, starts_at::text as starts_at, ends_at::text as ends_at, reason, version
    from scheduling.blocked_time where clinician_id = any (${clinicianIds}::uuid[]) and starts_at < ${endsAt} and ends_at > ${startsAt}
      and not exists (select from scheduling.appointment seat where seat.session_id = blocked_time.session_id and seat.status not in ('cancelled', 'no-show'))
    order by blocked_time.starts_at`.execute(tx.db);
  return rows.map((row) => ({ ...row, startsAt: wireTime(row.startsAt), endsAt: wireTime(row.endsAt) }));
}

/** When those clinicians are taken, whatever by: times only. */
export async function takenWithin(tx: Tx, clinicianIds: readonly string[], span: TimeSpan): Promise<readonly BusyEntry[]> {
  const { rows } = await sql<{ clinicianId: string; startsAt: string; endsAt: string }>`
    select clinician_id as "clinicianId", starts_at::text as "startsAt", ends_at::text as "endsAt" from scheduling.busy_slot
    where ${withinDays(clinicianIds, span)} order by busy_slot.starts_at`.execute(tx.db.withoutPlugins());
  return rows.map(({ clinicianId, startsAt, endsAt }) => ({ kind: 'busy', clinicianId, startsAt: wireTime(startsAt), endsAt: wireTime(endsAt) }));
}
