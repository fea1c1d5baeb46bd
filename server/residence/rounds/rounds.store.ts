import { sql } from 'kysely';
import { NotFound, type Tx } from '#server/platform/index.ts';
import type { Lodger } from '../residencies/residency.ts';
import type { WatchClock } from './round.ts';

/** Somebody to be seen, with where they sleep and who saw them last. */
export interface WatchRow extends WatchClock {
  readonly id: string;
  readonly residencyId: string;
  readonly patientId: string;
  readonly programId: string;
  readonly unitId: string;
  readonly name: string;
  readonly pronouns: string | null;
  readonly place: string | null;
  readonly reason: string;
  readonly lastStatus: string | null;
  readonly lastSeenByName: string | null;
  readonly missed: number;
}

/** Watches that go on, of one unit or of all within reach. */
export async function openWatches(tx: Tx, unitId: string | undefined): Promise<readonly WatchRow[]> {
  const { rows } = await sql<WatchRow>`select w.id, w.residency_id, w.patient_id, w.program_id, r.unit_id, coalesce(n.display_name, '') as name, n.pronouns,
      (select room.name || ', ' || b.name from residence.occupancy o join residence.bed b on b.id = o.bed_id join residence.room room on room.id = b.room_id
        where o.residency_id = w.residency_id and o.ends_at is null) as place,
      w.interval_minutes, w.reason, w.starts_at, seen.seen_at as last_seen_at, seen.status as last_status, staff.display_name as last_seen_by_name,
      (select max(l.ends_at) from residence.leave l where l.residency_id = w.residency_id) as back_at,
      exists (select from residence.leave l where l.residency_id = w.residency_id and l.ends_at is null) as is_away,
      (select count(*)::integer from residence.missed_sighting m where m.watch_id = w.id and m.due_at > coalesce(seen.seen_at, w.starts_at)) as missed
    from residence.watch w join residence.residency r on r.id = w.residency_id left join patients.patient_name n on n.id = w.patient_id
      left join lateral (select s.seen_at, s.status, s.seen_by from residence.sighting s where s.watch_id = w.id order by s.seen_at desc limit 1) seen on true
      left join identity.staff_name staff on staff.id = seen.seen_by
    where w.ends_at is null and (${unitId ?? null}::uuid is null or r.unit_id = ${unitId ?? null}::uuid) order by name`.execute(tx.db);
  return rows;
}

/** Watches by id, ended ones among them: a round may come late. Throws NotFound when one is not within reach. */
export async function watchesById(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, { patientId: string; programId: string; startsAt: Temporal.Instant }>> {
  const { rows } = await sql<{
    id: string;
    patientId: string;
    programId: string;
    startsAt: Temporal.Instant;
  }>`select id, patient_id, program_id, starts_at from residence.watch
    where id = any (${ids}::uuid[])`.execute(tx.db);
  if (rows.length < new Set(ids).size) throw new NotFound('Watch');
  return new Map(rows.map((row) => [row.id, row]));
}

/** Begins a watch, in place of the one that goes on; with no interval it only ends. */
export async function writeWatch(tx: Tx, of: Lodger, intervalMinutes: number | null, reason: string): Promise<void> {
  await sql`update residence.watch set ends_at = greatest(${tx.now}::timestamptz, starts_at + interval '1 millisecond'), ended_by = ${tx.actor.id}::uuid
    where residency_id = ${of.residencyId} and ends_at is null`.execute(tx.db);
  if (intervalMinutes === null) return;
  await sql`insert into residence.watch (patient_id, program_id, residency_id, interval_minutes, reason, starts_at, ordered_by)
    values (${of.patientId}, ${of.programId}, ${of.residencyId}, ${intervalMinutes}, ${reason},
      greatest(${tx.now}::timestamptz, coalesce((select max(ends_at) from residence.watch where residency_id = ${of.residencyId}), ${tx.now}::timestamptz)), ${tx.actor.id}::uuid)`.execute(
    tx.db,
  );
}

/** Writes a signed round; false when it is there already. */
export async function insertRound(tx: Tx, round: { id: string; unitId: string; programId: string; signedAt: Temporal.Instant }): Promise<boolean> {
  const { rows } = await sql`insert into residence.round (id, unit_id, program_id, signed_at, signed_by, recorded_at)
    values (${round.id}, ${round.unitId}, ${round.programId}, ${round.signedAt}, ${tx.actor.id}::uuid, ${tx.now}) on conflict do nothing returning id`.execute(tx.db);
  return rows.length > 0;
}

/** Writes what was seen of one person. */
export async function insertSighting(
  tx: Tx,
  roundId: string,
  of: { patientId: string; programId: string },
  seen: { id: string; watchId: string; status: string; note: string; seenAt: Temporal.Instant },
): Promise<void> {
  await sql`insert into residence.sighting (id, patient_id, program_id, round_id, watch_id, status, note, seen_at, seen_by)
    values (${seen.id}, ${of.patientId}, ${of.programId}, ${roundId}, ${seen.watchId}, ${seen.status}, ${seen.note}, ${seen.seenAt}, ${tx.actor.id}::uuid) on conflict do nothing`.execute(
    tx.db,
  );
}

/** Notes that a sighting was missed; false when that is noted already. */
export async function insertMissed(tx: Tx, watch: WatchRow, due: Temporal.Instant): Promise<boolean> {
  const { rows } = await sql`insert into residence.missed_sighting (watch_id, due_at, patient_id, program_id, escalated_at)
    values (${watch.id}, ${due}, ${watch.patientId}, ${watch.programId}, ${tx.now}) on conflict do nothing returning watch_id`.execute(tx.db);
  return rows.length > 0;
}

/** Where those who answer for the rounds of a program get mail: its directors and its nurses. */
export async function mailOfCharge(tx: Tx, programId: string): Promise<readonly string[]> {
  const { rows } = await sql<{
    email: string;
  }>`select distinct mail.email from identity.staff_role_held held join identity.staff_membership member on member.staff_id = held.staff_id
      join identity.staff_mail mail on mail.id = held.staff_id
    where held.role_code in ('clinical-director', 'nurse') and member.program_id = ${programId} order by mail.email`.execute(tx.db);
  return rows.map(({ email }) => email);
}
