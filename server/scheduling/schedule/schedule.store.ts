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

interface BlockedEntry extends TimeSpan {
  readonly kind: 'blocked';
  readonly id: string;
  readonly clinicianId: string | null;
  readonly roomId: string | null;
  readonly reason: string;
  readonly version: number;
}

interface BusyEntry extends TimeSpan {
  readonly kind: 'busy';
  readonly clinicianId: string;
}

/** What a schedule shows in one place and time. */
export type Entry = (NamedAppointment & { readonly kind: 'appointment' }) | BlockedEntry | BusyEntry;

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

/** Appointments of those clinicians that touch the span. One starts at most a day before it ends, so that the index on the start finds all. */
export async function appointmentsWithin(tx: Tx, clinicianIds: readonly string[], { startsAt, endsAt }: TimeSpan): Promise<readonly NamedAppointment[]> {
  const { rows } = await sql<NamedAppointment>`${namedAppointment}
    where a.clinician_id = any (${clinicianIds}::uuid[]) and a.starts_at > ${startsAt}::timestamptz - interval '1 day' and a.starts_at < ${endsAt} and a.ends_at > ${startsAt}
    order by a.starts_at`.execute(tx.db);
  return rows;
}

/** Blocked time of those clinicians that touches the span. */
export async function blockedWithin(tx: Tx, clinicianIds: readonly string[], { startsAt, endsAt }: TimeSpan): Promise<readonly BlockedEntry[]> {
  const { rows } = await sql<BlockedEntry>`
    select 'blocked' as kind, id, clinician_id, room_id, starts_at, ends_at, reason, version from scheduling.blocked_time
    where clinician_id = any (${clinicianIds}::uuid[]) and starts_at < ${endsAt} and ends_at > ${startsAt} order by starts_at`.execute(tx.db);
  return rows;
}

/** When those clinicians are taken, whatever takes them: times only, seen by everyone who may schedule. */
export async function busyWithin(tx: Tx, clinicianIds: readonly string[], { startsAt, endsAt }: TimeSpan): Promise<readonly BusyEntry[]> {
  const { rows } = await sql<BusyEntry>`
    select 'busy' as kind, clinician_id, starts_at, ends_at from scheduling.busy_slot
    where clinician_id = any (${clinicianIds}::uuid[]) and starts_at > ${startsAt}::timestamptz - interval '1 day' and starts_at < ${endsAt} and ends_at > ${startsAt}
    order by starts_at`.execute(tx.db);
  return rows;
}
