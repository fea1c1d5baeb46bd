import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { Meeting, Slot, Track } from './track.ts';
import type { PlanTrack } from './timetables.contract.ts';

const track = sql`select t.id, t.program_id, coalesce(program.name, '') as program_name, t.name, t.first_day, t.last_day, coalesce(site.time_zone, 'UTC') as time_zone, program.site_id
  from tracks.track t left join programs.program_name program on program.id = t.program_id left join identity.site_name site on site.id = program.site_id`;

/** Tracks within reach that have not ended by a day, those that begin first. */
export async function tracksFrom(tx: Tx, day: Temporal.PlainDate, programId: string | undefined): Promise<readonly Track[]> {
  const { rows } = await sql<Track>`${track} where t.last_day >= ${day} and (${programId ?? null}::uuid is null or t.program_id = ${programId ?? null}::uuid)
    order by t.first_day, t.name limit 200`.execute(tx.db);
  return rows;
}

/** One track; undefined when there is none that this actor may see. */
export async function trackById(tx: Tx, trackId: string): Promise<Track | undefined> {
  const { rows } = await sql<Track>`${track} where t.id = ${trackId}`.execute(tx.db);
  return rows[0];
}

/** Keeps others from enrolling in the track until the transaction ends. */
export async function lockTrack(tx: Tx, trackId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`track ${trackId}`}, 7))`.execute(tx.db);
}

/** Where a program is. */
export async function placeOf(tx: Tx, programId: string): Promise<{ siteId: string; timeZone: string } | undefined> {
  const { rows } = await sql<{ siteId: string; timeZone: string }>`select program.site_id, site.time_zone from programs.program_name program
    join identity.site_name site on site.id = program.site_id where program.id = ${programId} and program.active`.execute(tx.db);
  return rows[0];
}

/** A group as a timetable needs it. */
export interface GroupPlace {
  readonly id: string;
  readonly programId: string;
  readonly name: string;
  readonly facilitatorId: string;
  readonly facilitatorName: string;
  readonly capacity: number;
}

/** These groups, those that still meet. */
export async function groupPlaces(tx: Tx, groupIds: readonly string[]): Promise<readonly GroupPlace[]> {
  const { rows } = await sql<GroupPlace>`select g.id, g.program_id, g.name, g.facilitator_id, coalesce(s.display_name, '') as facilitator_name, g.capacity
    from groups.group_place g left join identity.staff_name s on s.id = g.facilitator_id where g.id = any (${groupIds}::uuid[])`.execute(tx.db);
  return rows;
}

/** Rooms of a site, by id, that are in use. */
export async function roomsOf(tx: Tx, siteId: string, roomIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from scheduling.room_name where site_id = ${siteId} and id = any (${roomIds}::uuid[]) and active`.execute(tx.db);
  return rows.map(({ id }) => id);
}

/** Writes a track; false when it is there already. */
export async function insertTrack(tx: Tx, plan: PlanTrack): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into tracks.track (id, program_id, name, first_day, last_day, made_at, made_by)
    values (${plan.id}, ${plan.programId}, ${plan.name}, ${plan.firstDay}::date, ${plan.lastDay}::date, ${tx.now}, ${tx.actor.id}::uuid) on conflict (id) do nothing`.execute(
    tx.db,
  );
  return numAffectedRows === 1n;
}

/** Writes the slots of a track. */
export async function insertSlots(tx: Tx, { id, programId }: PlanTrack, slots: readonly Slot[]): Promise<void> {
  const rows = slots.map((slot) => ({
    id: slot.id,
    weekday: slot.weekday,
    starts: slot.starts.toString(),
    minutes: slot.minutes,
    group_id: slot.groupId,
    room_id: slot.roomId,
  }));
  await sql`insert into tracks.slot (id, track_id, program_id, weekday, starts, minutes, group_id, room_id)
    select id, ${id}::uuid, ${programId}::uuid, weekday, starts, minutes, group_id, room_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (id uuid, weekday smallint, starts time, minutes integer, group_id uuid, room_id uuid)`.execute(tx.db);
}

/** Writes which sessions are the meetings of a track. */
export async function insertMeetings(
  tx: Tx,
  { id, programId }: PlanTrack,
  meetings: readonly { sessionId: string; slotId: string; startsAt: Temporal.Instant; endsAt: Temporal.Instant }[],
): Promise<void> {
  const rows = meetings.map((one) => ({ session_id: one.sessionId, slot_id: one.slotId, starts_at: one.startsAt.toString(), ends_at: one.endsAt.toString() }));
  await sql`insert into tracks.meeting (session_id, track_id, slot_id, program_id, starts_at, ends_at) select session_id, ${id}::uuid, slot_id, ${programId}::uuid, starts_at, ends_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (session_id uuid, slot_id uuid, starts_at timestamptz, ends_at timestamptz)`.execute(tx.db);
}

/** Sessions among these that belong to another track already. */
export async function meetingsTaken(tx: Tx, sessionIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ sessionId: string }>`select session_id from tracks.meeting where session_id = any (${sessionIds}::uuid[])`.execute(tx.db);
  return rows.map(({ sessionId }) => sessionId);
}

/** A slot with the names that a screen shows. */
export interface NamedSlot {
  readonly id: string;
  readonly trackId: string;
  readonly weekday: number;
  readonly starts: string;
  readonly minutes: number;
  readonly groupId: string;
  readonly groupName: string;
  readonly facilitatorName: string;
  readonly roomName: string | null;
  readonly capacity: number;
}

/** Slots of these tracks, in the order of the week. */
export async function slotsOf(tx: Tx, trackIds: readonly string[]): Promise<readonly NamedSlot[]> {
  const { rows } =
    await sql<NamedSlot>`select s.id, s.track_id, s.weekday, to_char(s.starts, 'HH24:MI') as starts, s.minutes, s.group_id, coalesce(g.name, '') as group_name,
      coalesce(leader.display_name, '') as facilitator_name, r.name as room_name, coalesce(g.capacity, 0) as capacity
    from tracks.slot s left join groups.group_place g on g.id = s.group_id left join identity.staff_name leader on leader.id = g.facilitator_id
      left join scheduling.room_name r on r.id = s.room_id
    where s.track_id = any (${trackIds}::uuid[]) order by s.weekday, s.starts`.execute(tx.db);
  return rows;
}

/** Meetings of these tracks that begin from a moment on, the earliest first, with how many hold a seat. */
export async function meetingsFrom(tx: Tx, trackIds: readonly string[], from: Temporal.Instant): Promise<readonly Meeting[]> {
  const { rows } =
    await sql<Meeting>`select m.session_id, m.track_id, m.slot_id, s.group_id, g.name as group_name, g.facilitator_id, coalesce(leader.display_name, '') as facilitator_name,
      s.room_id, r.name as room_name, p.modality, p.starts_at, p.ends_at, p.capacity, p.taken, p.signed_at is not null as signed
    from tracks.meeting m join tracks.slot s on s.id = m.slot_id join groups.session_place p on p.session_id = m.session_id join groups.group_place g on g.id = s.group_id
      left join identity.staff_name leader on leader.id = g.facilitator_id left join scheduling.room_name r on r.id = s.room_id
    where m.track_id = any (${trackIds}::uuid[]) and m.starts_at >= ${from} order by p.starts_at`.execute(tx.db);
  return rows;
}
