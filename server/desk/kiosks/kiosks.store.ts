import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { NotFound, type Tx } from '#server/platform/index.ts';
import type { Expected, Kiosk } from './kiosk.ts';

const digestOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

/** A secret with its digest; only the digest is kept. */
export function drawSecret(): { readonly secret: string; readonly hash: string } {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: digestOf(secret) };
}

/** Programs at a site among these. */
export async function programsAt(tx: Tx, siteId: string, programIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from programs.program_name where site_id = ${siteId} and active and id = any (${programIds}::uuid[])`.execute(
    tx.db,
  );
  return rows.map(({ id }) => id);
}

/** Starts a kiosk. */
export async function insertKiosk(tx: Tx, one: Pick<Kiosk, 'id' | 'siteId' | 'programIds' | 'name' | 'startedBy' | 'endsAt'>, hash: string): Promise<void> {
  await sql`insert into desk.kiosk (id, site_id, program_ids, name, token_hash, started_at, started_by, ends_at)
    values (${one.id}, ${one.siteId}, ${one.programIds}::uuid[], ${one.name}, ${hash}, ${tx.now}, ${one.startedBy}, ${one.endsAt})`.execute(tx.db);
}

const kiosk = sql`select k.id, k.site_id, k.program_ids, k.name, k.started_by, k.ends_at, k.failed_at, coalesce(site.time_zone, 'UTC') as time_zone
  from desk.kiosk k left join identity.site_name site on site.id = k.site_id`;

/** What a kiosk may do, and in whose programs: until somebody is found, only look at today's visits. */
async function limitTo(tx: Tx, programIds: readonly string[], permissions: string): Promise<void> {
  await sql`select set_config('mooring.programs', ${`{${programIds.join(',')}}`}, true), set_config('mooring.actor_kind', 'system', true),
    set_config('mooring.permissions', ${permissions}, true)`.execute(tx.db);
}

/** Lets whoever holds the secret of a kiosk act as it: one guess after the other. Throws the same NotFound for one that never was, has ended, or is over. */
export async function actAsKiosk(tx: Tx, secret: string | undefined): Promise<Kiosk> {
  const hash = digestOf(secret ?? '');
  await sql`select set_config('mooring.kiosk_hash', ${hash}, true)`.execute(tx.db);
  const { rows } = await sql<Kiosk>`${kiosk} where k.token_hash = ${hash} and k.ended_at is null and k.ends_at > ${tx.now} for update of k`.execute(tx.db);
  if (!rows[0]) throw new NotFound('Page');
  await limitTo(tx, rows[0].programIds, 'schedule.read,schedule.write,patient.read,program.read');
  return rows[0];
}

/** Kiosks that run at the sites of one's programs. */
export async function runningKiosks(
  tx: Tx,
): Promise<readonly { id: string; name: string; siteName: string; startedByName: string; startedAt: Temporal.Instant; endsAt: Temporal.Instant }[]> {
  const { rows } = await sql<{ id: string; name: string; siteName: string; startedByName: string; startedAt: Temporal.Instant; endsAt: Temporal.Instant }>`
    select k.id, k.name, coalesce(site.name, '') as site_name, coalesce(s.display_name, '') as started_by_name, k.started_at, k.ends_at from desk.kiosk k
      left join identity.site_name site on site.id = k.site_id left join identity.staff_name s on s.id = k.started_by
    where k.ended_at is null and k.ends_at > ${tx.now} order by k.started_at`.execute(tx.db);
  return rows;
}

/** Ends a kiosk; false when there is none that runs within reach. */
export async function endKiosk(tx: Tx, kioskId: string, staffId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update desk.kiosk set ended_at = ${tx.now}, ended_by = ${staffId} where id = ${kioskId} and ended_at is null`.execute(tx.db);
  return numAffectedRows === 1n;
}

/** Keeps the last wrong guesses of a kiosk. */
export async function keepFailures(tx: Tx, kioskId: string, failedAt: readonly Temporal.Instant[]): Promise<void> {
  await sql`update desk.kiosk set failed_at = ${failedAt.map(String)}::timestamptz[] where id = ${kioskId}`.execute(tx.db);
}

/** Visits in person of the kiosk's programs at its site that begin between two moments and may still be checked in, with what their patients would say of themselves. */
export async function expectedBetween(tx: Tx, { siteId }: Kiosk, from: Temporal.Instant, to: Temporal.Instant): Promise<readonly Expected[]> {
  const { rows } = await sql<Expected>`select a.id as appointment_id, a.patient_id, a.program_id, a.starts_at, a.status, p.given_name,
      left(p.display_name, greatest(0, length(p.display_name) - length(p.family_name) - 1)) as name_to_use, p.family_name, p.birth_date, who.phone
    from scheduling.appointment_fact a join patients.patient_name p on p.id = a.patient_id join patients.claim_subject who on who.id = a.patient_id
    where a.site_id = ${siteId} and a.modality = 'in-person' and a.status in ('booked', 'confirmed', 'arrived') and a.starts_at >= ${from} and a.starts_at <= ${to}`.execute(
    tx.db,
  );
  return rows;
}

/** Writes that somebody found their visit. */
export async function insertCheckIn(tx: Tx, one: { id: string; kioskId: string; visit: Expected; hash: string }): Promise<void> {
  const { appointmentId, patientId, programId } = one.visit;
  await sql`insert into desk.check_in (id, kiosk_id, appointment_id, patient_id, program_id, token_hash, found_at)
    values (${one.id}, ${one.kioskId}, ${appointmentId}, ${patientId}, ${programId}, ${one.hash}, ${tx.now})`.execute(tx.db);
}

/** A check-in that waits to be confirmed. */
export interface CheckIn {
  readonly id: string;
  readonly appointmentId: string;
  readonly patientId: string;
  readonly programId: string;
  readonly arrivedAt: Temporal.Instant | null;
}

/**
 * The check-in of a secret, made on this kiosk some minutes ago, locked; from here on the kiosk acts for that one visit in its program. Throws the same NotFound for one that
 * never was, belongs to another kiosk, or is too old.
 */
export async function checkInOf(tx: Tx, kioskId: string, secret: string, since: Temporal.Instant): Promise<CheckIn> {
  const { rows } = await sql<CheckIn>`select id, appointment_id, patient_id, program_id, arrived_at from desk.check_in
    where token_hash = ${digestOf(secret)} and kiosk_id = ${kioskId} and found_at > ${since} for update`.execute(tx.db);
  if (!rows[0]) throw new NotFound('Page');
  await limitTo(tx, [rows[0].programId], 'schedule.read,schedule.write,patient.read,program.read,assessment.read,assessment.write');
  return rows[0];
}

/** Writes what was said on arrival. */
export async function confirmCheckIn(tx: Tx, checkInId: string, said: { contactChanged: boolean; coverageChanged: boolean }): Promise<void> {
  await sql`update desk.check_in set arrived_at = ${tx.now}, contact_changed = ${said.contactChanged}, coverage_changed = ${said.coverageChanged} where id = ${checkInId}`.execute(
    tx.db,
  );
}

/** What patients said at check-in and nobody has seen to. */
export async function lastCheckIn(
  tx: Tx,
  appointmentId: string,
): Promise<{ id: string; arrivedAt: Temporal.Instant; contactChanged: boolean; coverageChanged: boolean; settledAt: Temporal.Instant | null } | undefined> {
  const { rows } = await sql<{ id: string; arrivedAt: Temporal.Instant; contactChanged: boolean; coverageChanged: boolean; settledAt: Temporal.Instant | null }>`
    select id, arrived_at, contact_changed, coverage_changed, settled_at from desk.check_in where appointment_id = ${appointmentId} and arrived_at is not null
    order by arrived_at desc limit 1`.execute(tx.db);
  return rows[0];
}

/** Marks what was said as seen to; undefined when there is none within reach. */
export async function settleCheckIn(tx: Tx, checkInId: string): Promise<{ patientId: string; programId: string } | undefined> {
  const { rows } = await sql<{ patientId: string; programId: string }>`update desk.check_in set settled_at = coalesce(settled_at, ${tx.now}::timestamptz),
      settled_by = coalesce(settled_by, ${tx.actor.id}::uuid) where id = ${checkInId} returning patient_id, program_id`.execute(tx.db);
  return rows[0];
}
