import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { TimeSpan } from '../appointments/appointment.ts';
import { namedAppointment, type NamedAppointment } from '../appointments/appointments.store.ts';

/** A column of the schedule. */
export interface Clinician {
  readonly id: string;
  readonly name: string;
  readonly credential: string | null;
}

/** A time as it goes over the wire: ISO 8601 in UTC, as `Temporal.Instant` prints it. */
type WireTime = string;

type OnScreen<Fields> = { readonly [Key in keyof Fields]: Temporal.Instant extends Fields[Key] ? Exclude<Fields[Key], Temporal.Instant> | WireTime : Fields[Key] };

interface BlockedEntry {
  readonly kind: 'blocked';
  readonly id: string;
  readonly clinicianId: string | null;
  readonly roomId: string | null;
  readonly startsAt: WireTime;
  readonly endsAt: WireTime;
  readonly reason: string;
  readonly version: number;
}

interface BusyEntry {
  readonly kind: 'busy';
  readonly clinicianId: string;
  readonly startsAt: WireTime;
  readonly endsAt: WireTime;
}

/** What a schedule shows in one place and time. */
export type Entry = (OnScreen<Omit<NamedAppointment, 'sessionId'>> & { readonly kind: 'appointment' }) | BlockedEntry | BusyEntry;

/** The entries of a span, and whose records are among them. */
export interface Entries {
  readonly entries: readonly Entry[];
  readonly patientIds: readonly string[];
}

/** The time zone of a site; UTC when there is no such site. */
export async function siteTimeZone(tx: Tx, siteId: string | undefined): Promise<string> {
  const { rows } = await sql<{
    timeZone: string;
  }>`select time_zone from identity.site_name where ${siteId ?? null}::uuid is null or id = ${siteId ?? null}::uuid order by name limit 1`.execute(tx.db);
  return rows[0]?.timeZone ?? 'UTC';
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

/**
 * Everything in the days of those clinicians that touches the span: appointments that the actor may see, blocked time, and of the
 * rest only when people are busy. An appointment lasts a day at most, so that the index on the start finds all.
 * The reply is put together here and read as one value: a week of forty clinicians has 1,600 rows of twenty columns, and to
 * make each of them an object twice costs more than to find them.
 */
export async function entriesWithin(tx: Tx, clinicianIds: readonly string[], { startsAt, endsAt }: TimeSpan): Promise<Entries> {
  const { rows } = await sql<{ appointments: Entry[]; blocked: Entry[]; busy: Entry[]; patientIds: string[] }>`
    with seen as materialized (${namedAppointment}
      where a.clinician_id = any (${clinicianIds}::uuid[]) and a.starts_at > ${startsAt}::timestamptz - interval '1 day' and a.starts_at < ${endsAt} and a.ends_at > ${startsAt}),
    kept as materialized (
      select * from scheduling.blocked_time where clinician_id = any (${clinicianIds}::uuid[]) and starts_at < ${endsAt} and ends_at > ${startsAt}),
    elsewhere as (
      select clinician_id, starts_at, ends_at from scheduling.busy_slot
        where clinician_id = any (${clinicianIds}::uuid[]) and starts_at > ${startsAt}::timestamptz - interval '1 day' and starts_at < ${endsAt} and ends_at > ${startsAt}
      except select clinician_id, starts_at, ends_at from seen where status not in ('cancelled', 'no-show')
      except select clinician_id, starts_at, ends_at from kept)
    select
      (select coalesce(json_agg(json_build_object('kind', 'appointment', 'id', id, 'version', version, 'patientId', patient_id, 'patientName', patient_name, 'mrn', mrn,
          'programId', program_id, 'siteId', site_id, 'clinicianId', clinician_id, 'clinicianName', clinician_name, 'roomId', room_id, 'roomName', room_name,
          'typeCode', type_code, 'typeName', type_name, 'service', service, 'startsAt', scheduling.wire_time(starts_at), 'endsAt', scheduling.wire_time(ends_at),
          'modality', modality, 'status', status, 'cancelReason', cancel_reason, 'arrivedAt', scheduling.wire_time(arrived_at),
          'startedAt', scheduling.wire_time(started_at), 'endedAt', scheduling.wire_time(ended_at), 'note', note) order by starts_at), '[]') from seen) as appointments,
      (select coalesce(json_agg(json_build_object('kind', 'blocked', 'id', id, 'clinicianId', clinician_id, 'roomId', room_id,
          'startsAt', scheduling.wire_time(starts_at), 'endsAt', scheduling.wire_time(ends_at), 'reason', reason, 'version', version) order by starts_at), '[]') from kept) as blocked,
      (select coalesce(json_agg(json_build_object('kind', 'busy', 'clinicianId', clinician_id,
          'startsAt', scheduling.wire_time(starts_at), 'endsAt', scheduling.wire_time(ends_at)) order by starts_at), '[]') from elsewhere) as busy,
      array(select distinct patient_id from seen) as patient_ids`.execute(tx.db);
  const found = rows[0] ?? { appointments: [], blocked: [], busy: [], patientIds: [] };
  return { entries: [...found.appointments, ...found.blocked, ...found.busy], patientIds: found.patientIds };
}
