import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { TimeSpan } from '../appointments/appointment.ts';
import type { NamedAppointment } from '../appointments/appointments.store.ts';

/** A column of the schedule. */
export interface Clinician {
  readonly id: string;
  readonly name: string;
  readonly credential: string | null;
}

/** A time as it goes over the wire: ISO 8601 in UTC, as `Temporal.Instant` prints it. */
type WireTime = string;

type OnScreen<Fields> = { readonly [Key in keyof Fields]: Temporal.Instant extends Fields[Key] ? Exclude<Fields[Key], Temporal.Instant> | WireTime : Fields[Key] };

/** An appointment as the schedule finds it; its clinician is a column of the schedule and already has a name. */
export type ScheduledAppointment = OnScreen<Omit<NamedAppointment, 'sessionId' | 'clinicianName'>>;

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

/** Appointments of those clinicians that touch the span. A week of forty has 1,600 rows: times are written here, and names that the caller knows are left out. */
export async function appointmentsWithin(tx: Tx, clinicianIds: readonly string[], span: TimeSpan): Promise<readonly ScheduledAppointment[]> {
  const { rows } = await sql<ScheduledAppointment>`
    select a.id, a.version, a.patient_id, coalesce(p.display_name, '') as patient_name, coalesce(p.mrn, '') as mrn, a.program_id, a.site_id, a.clinician_id,
      a.room_id, r.name as room_name, a.type_code, t.name as type_name, t.service, scheduling.wire_time(a.starts_at) as starts_at, scheduling.wire_time(a.ends_at) as ends_at,
      a.modality, a.status, a.cancel_reason, scheduling.wire_time(a.arrived_at) as arrived_at, scheduling.wire_time(a.started_at) as started_at,
      scheduling.wire_time(a.ended_at) as ended_at, a.note, a.series_id, a.occurrence
    from (select * from scheduling.appointment where ${withinDays(clinicianIds, span)}) a
      join scheduling.appointment_type t on t.code = a.type_code left join scheduling.room r on r.id = a.room_id
      left join patients.patient_name p on p.id = a.patient_id
    order by a.starts_at`.execute(tx.db);
  return rows;
}

/** Blocked time of those clinicians that touches the span. What is held for a group session is left out once somebody has a seat in it: the seats show it. */
export async function blockedWithin(tx: Tx, clinicianIds: readonly string[], { startsAt, endsAt }: TimeSpan): Promise<readonly BlockedEntry[]> {
  const { rows } = await sql<BlockedEntry>`
    select 'blocked' as kind, id, clinician_id, room_id, scheduling.wire_time(starts_at) as starts_at, scheduling.wire_time(ends_at) as ends_at, reason, version
    from scheduling.blocked_time where clinician_id = any (${clinicianIds}::uuid[]) and starts_at < ${endsAt} and ends_at > ${startsAt}
      and not exists (select from scheduling.appointment seat where seat.session_id = blocked_time.session_id and seat.status not in ('cancelled', 'no-show'))
    order by blocked_time.starts_at`.execute(tx.db);
  return rows;
}

/** When those clinicians are taken by what the actor may not see: times only. */
export async function busyElsewhere(tx: Tx, clinicianIds: readonly string[], span: TimeSpan): Promise<readonly BusyEntry[]> {
  const days = withinDays(clinicianIds, span);
  const { rows } = await sql<BusyEntry>`
    select 'busy' as kind, clinician_id, scheduling.wire_time(starts_at) as starts_at, scheduling.wire_time(ends_at) as ends_at from (
      select clinician_id, starts_at, ends_at from scheduling.busy_slot where ${days}
      except select clinician_id, starts_at, ends_at from scheduling.appointment where ${days} and status not in ('cancelled', 'no-show')
      except select clinician_id, starts_at, ends_at from scheduling.blocked_time where ${days}) elsewhere
    order by elsewhere.starts_at`.execute(tx.db);
  return rows;
}
