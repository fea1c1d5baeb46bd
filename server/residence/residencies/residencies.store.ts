import { sql } from 'kysely';
import { NotFound, type Tx } from '#server/platform/index.ts';
import type { HeldBed, Lodger, OccupancyEnd } from './residency.ts';

const lodger = sql`select r.id as residency_id, r.patient_id, r.program_id, r.episode_id, r.unit_id, r.starts_at, coalesce(p.display_name, '') as name
  from residence.residency r left join patients.patient_name p on p.id = r.patient_id`;

/** Somebody who lives here, locked until the transaction ends. Throws NotFound for nobody, for one out of reach and for one who has left. */
export async function lockLodger(tx: Tx, residencyId: string): Promise<Lodger> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${residencyId}, 12))`.execute(tx.db);
  const { rows } = await sql<Lodger>`${lodger} where r.id = ${residencyId} and r.ends_at is null`.execute(tx.db);
  if (!rows[0]) throw new NotFound('Residency');
  return rows[0];
}

/** Who lives here in this episode now; undefined when nobody does. */
export async function lodgerOfEpisode(tx: Tx, episodeId: string): Promise<Lodger | undefined> {
  const { rows } = await sql<Lodger>`${lodger} where r.episode_id = ${episodeId} and r.ends_at is null`.execute(tx.db);
  return rows[0];
}

/** Where a person lives at a moment or later, in any program within reach; some residencies left aside. */
export async function homeOf(tx: Tx, patientId: string, at: Temporal.Instant, except: readonly string[] = []): Promise<{ unitName: string } | undefined> {
  const { rows } = await sql<{ unitName: string }>`select u.name as unit_name from residence.residency r join residence.unit u on u.id = r.unit_id
    where r.patient_id = ${patientId} and (r.ends_at is null or r.ends_at > ${at}) and r.id <> all (${except}::uuid[])`.execute(tx.db);
  return rows[0];
}

/** A stay that may begin or go on in a bed. */
export interface OpenEpisode {
  readonly id: string;
  readonly patientId: string;
  readonly programId: string;
  readonly state: 'referral' | 'screening' | 'admitted';
  readonly name: string;
}

/** An open stay in a program. Throws NotFound for none within reach. */
export async function openEpisode(tx: Tx, episodeId: string): Promise<OpenEpisode> {
  const { rows } = await sql<OpenEpisode>`select e.id, e.patient_id, e.program_id, e.state, coalesce(p.display_name, '') as name
    from programs.open_episode e left join patients.patient_name p on p.id = e.patient_id where e.id = ${episodeId}`.execute(tx.db);
  if (!rows[0]) throw new NotFound('Episode');
  return rows[0];
}

/** Whether a stay goes on. */
export async function isStillOpen(tx: Tx, episodeId: string): Promise<boolean> {
  const { rows } = await sql`select from programs.open_episode where id = ${episodeId}`.execute(tx.db);
  return rows.length > 0;
}

/** The bed that somebody has now; undefined without one. */
export async function heldBed(tx: Tx, residencyId: string): Promise<HeldBed | undefined> {
  const { rows } =
    await sql<HeldBed>`select id as occupancy_id, bed_id, starts_at from residence.occupancy where residency_id = ${residencyId} and ends_at is null`.execute(tx.db);
  return rows[0];
}

/** Writes an arrival. */
export async function insertResidency(tx: Tx, of: Lodger): Promise<void> {
  await sql`insert into residence.residency (id, patient_id, program_id, episode_id, unit_id, starts_at, recorded_at, recorded_by)
    values (${of.residencyId}, ${of.patientId}, ${of.programId}, ${of.episodeId}, ${of.unitId}, ${of.startsAt}, ${tx.now}, ${tx.actor.id}::uuid)`.execute(tx.db);
}

/** Gives a bed to somebody from a moment on. */
export async function insertOccupancy(tx: Tx, of: Lodger, to: { bedId: string; unitId: string; at: Temporal.Instant; override: string | undefined }): Promise<void> {
  await sql`insert into residence.occupancy (patient_id, program_id, residency_id, bed_id, starts_at, override_reason, recorded_at, recorded_by)
    values (${of.patientId}, ${of.programId}, ${of.residencyId}, ${to.bedId}, ${to.at}, ${to.override ?? null}, ${tx.now}, ${tx.actor.id}::uuid)`.execute(tx.db);
  if (of.unitId !== to.unitId) await sql`update residence.residency set unit_id = ${to.unitId} where id = ${of.residencyId}`.execute(tx.db);
}

/** Ends the having of a bed. */
export async function endOccupancy(tx: Tx, occupancyId: string, at: Temporal.Instant, reason: OccupancyEnd): Promise<void> {
  await sql`update residence.occupancy set ends_at = ${at}, end_reason = ${reason}, end_recorded_at = ${tx.now}, ended_by = ${tx.actor.id}::uuid
    where id = ${occupancyId}`.execute(tx.db);
}

/** Writes a departure. */
export async function endResidency(tx: Tx, residencyId: string, at: Temporal.Instant, reason: string): Promise<void> {
  await sql`update residence.residency set ends_at = ${at}, end_reason = ${reason}, end_recorded_at = ${tx.now}, ended_by = ${tx.actor.id}::uuid
    where id = ${residencyId}`.execute(tx.db);
}

/** Writes the day on which somebody is expected to leave, or that none is known. */
export async function writeExpectedDeparture(tx: Tx, residencyId: string, on: string | null): Promise<void> {
  await sql`update residence.residency set expected_departure_on = ${on}::date where id = ${residencyId}`.execute(tx.db);
}

/** Ends a leave that goes on, and calls off a move that is planned: the person departs. Tells which. */
export async function settleOnDeparture(tx: Tx, residencyId: string, at: Temporal.Instant): Promise<{ leaves: string[]; transfers: string[] }> {
  const leaves = await sql<{ id: string }>`update residence.leave set ends_at = ${at}, end_recorded_at = ${tx.now}, ended_by = ${tx.actor.id}::uuid
    where residency_id = ${residencyId} and ends_at is null and starts_at < ${at} returning id`.execute(tx.db);
  const transfers = await sql<{ id: string }>`update residence.transfer set state = 'cancelled', settled_at = ${tx.now}, settled_by = ${tx.actor.id}::uuid
    where residency_id = ${residencyId} and state = 'pending' returning id`.execute(tx.db);
  return { leaves: leaves.rows.map(({ id }) => id), transfers: transfers.rows.map(({ id }) => id) };
}

/** The latest moment on record for somebody who lives here: nothing may be written before it. */
export async function latestMoment(tx: Tx, residencyId: string): Promise<Temporal.Instant> {
  const { rows } = await sql<{ latest: Temporal.Instant }>`select greatest(r.starts_at,
      (select max(greatest(o.starts_at, o.ends_at)) from residence.occupancy o where o.residency_id = r.id),
      (select max(greatest(l.starts_at, l.ends_at)) from residence.leave l where l.residency_id = r.id)) as latest
    from residence.residency r where r.id = ${residencyId}`.execute(tx.db);
  if (!rows[0]) throw new NotFound('Residency');
  return rows[0].latest;
}
