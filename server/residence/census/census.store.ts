import { sql } from 'kysely';
import { newId, type Tx } from '#server/platform/index.ts';
import { leaveKinds } from '../leaves/leave.ts';
import type { CensusLine, CensusStatus, HouseFacts, SiteDay, Stretch } from './census.ts';

/** A site with a house, and the last day that was counted there. */
export interface HouseSite {
  readonly siteId: string;
  readonly name: string;
  readonly timeZone: string;
  readonly lastDay: Temporal.PlainDate | null;
}

/** Sites that lodge people. */
export async function houseSites(tx: Tx): Promise<readonly HouseSite[]> {
  const { rows } = await sql<HouseSite>`select site.id as site_id, site.name, site.time_zone, (select max(day) from residence.census where site_id = site.id) as last_day
    from identity.site_name site where site.id in (select site_id from residence.unit) order by site.name`.execute(tx.db);
  return rows;
}

/** What the house remembers of a day: everything that touches it, ended or not. */
export async function factsOfDay(tx: Tx, siteId: string, { from, midnight }: SiteDay): Promise<HouseFacts> {
  const touching = sql`starts_at < ${midnight} and (ends_at is null or ends_at >= ${from})`;
  const lived = sql`residency_id in (select r.id from residence.residency r join residence.unit u on u.id = r.unit_id where u.site_id = ${siteId})`;
  const residencies = await sql<Stretch>`select r.id as residency_id, r.starts_at, r.ends_at from residence.residency r join residence.unit u on u.id = r.unit_id
    where u.site_id = ${siteId} and r.starts_at < ${midnight} and (r.ends_at is null or r.ends_at >= ${from})`.execute(tx.db);
  const occupancies = await sql<
    Stretch & { bedId: string }
  >`select residency_id, bed_id, starts_at, ends_at from residence.occupancy where ${lived} and ${touching}`.execute(tx.db);
  const leaves = await sql<Stretch & { kind: string }>`select residency_id, kind, starts_at, ends_at from residence.leave where ${lived} and ${touching}`.execute(tx.db);
  const countsAs = (kind: string) => leaveKinds.find(({ code }) => code === kind)?.countsAs ?? 'leave';
  return { residencies: residencies.rows, occupancies: occupancies.rows, leaves: leaves.rows.map(({ kind, ...leave }) => ({ ...leave, countsAs: countsAs(kind) })) };
}

/** A census without its lines. */
export interface CensusHead {
  readonly id: string;
  readonly version: number;
  readonly reason: string | null;
  readonly takenAt: Temporal.Instant;
  readonly takenByName: string | null;
}

/** Every census of a midnight, the latest first. */
export async function censusesOf(tx: Tx, siteId: string, day: Temporal.PlainDate): Promise<readonly CensusHead[]> {
  const { rows } = await sql<CensusHead>`select c.id, c.version, c.reason, c.taken_at, s.display_name as taken_by_name
    from residence.census c left join identity.staff_name s on s.id = c.taken_by where c.site_id = ${siteId} and c.day = ${day} order by c.version desc`.execute(tx.db);
  return rows;
}

/** Writes the head of a census; undefined when somebody else wrote it first. */
export async function insertCensus(
  tx: Tx,
  of: { siteId: string; day: Temporal.PlainDate; midnight: Temporal.Instant; timeZone: string },
  correction: { version: number; corrects: string; reason: string } | undefined,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`insert into residence.census (id, site_id, day, midnight, time_zone, version, corrects, reason, taken_at, taken_by)
    values (${newId<'Census'>()}, ${of.siteId}, ${of.day}, ${of.midnight}, ${of.timeZone}, ${correction?.version ?? 1}, ${correction?.corrects ?? null}, ${correction?.reason ?? null},
      ${tx.now}, ${tx.actor.id}::uuid) on conflict do nothing returning id`.execute(tx.db);
  return rows[0]?.id;
}

/** Writes the lines of a census, each with the names of the place, the level of care and the first payer of that day. */
export async function insertLines(tx: Tx, censusId: string, day: Temporal.PlainDate, lines: readonly CensusLine[]): Promise<void> {
  await sql`insert into residence.census_line (census_id, residency_id, patient_id, program_id, episode_id, bed_id, unit_name, room_name, bed_name, status, arrived_today, level_of_care, payer_id, leave_kind)
    select ${censusId}, r.id, r.patient_id, r.program_id, r.episode_id, b.id, coalesce(bed_unit.name, u.name), room.name, b.name, line.status, line."arrivedToday",
      coalesce(p.level_of_care, ''),
      (select c.payer_id from patients.coverage_for_claim c join patients.person_record own on own.person_id = c.person_id
        where own.patient_id = r.patient_id and c.rank = 1 and c.valid_from <= ${day}::date and (c.valid_through is null or c.valid_through >= ${day}::date)
        order by c.valid_from desc limit 1),
      case when line.status in ('leave', 'bed-hold') then (select v.kind from residence.leave v join residence.census taken on taken.id = ${censusId}
        where v.residency_id = r.id and v.starts_at < taken.midnight and (v.ends_at is null or v.ends_at >= taken.midnight)) end
    from json_to_recordset(${JSON.stringify(lines)}::json) as line ("residencyId" uuid, "bedId" uuid, status text, "arrivedToday" boolean)
      join residence.residency r on r.id = line."residencyId" join residence.unit u on u.id = r.unit_id left join residence.bed b on b.id = line."bedId"
      left join residence.room room on room.id = b.room_id left join residence.unit bed_unit on bed_unit.id = room.unit_id
      left join programs.program_name p on p.id = r.program_id`.execute(tx.db);
}

/** A line as it was kept, with names. */
export interface KeptLine extends CensusLine {
  readonly patientId: string;
  readonly programId: string;
  readonly name: string;
  readonly mrn: string;
  readonly unitName: string;
  readonly roomName: string | null;
  readonly bedName: string | null;
  readonly levelOfCare: string;
}

/** Lines of a census that this actor may see, by name. */
export async function linesOf(tx: Tx, censusId: string): Promise<readonly KeptLine[]> {
  const { rows } =
    await sql<KeptLine>`select l.residency_id, l.patient_id, l.program_id, l.bed_id, l.unit_name, l.room_name, l.bed_name, l.status, l.arrived_today, l.level_of_care,
      coalesce(p.display_name, '') as name, coalesce(p.mrn, '') as mrn
    from residence.census_line l left join patients.patient_name p on p.id = l.patient_id where l.census_id = ${censusId} order by name, l.residency_id`.execute(tx.db);
  return rows;
}

/** Who a line is about, for lines that were not kept. */
export async function subjectsOf(tx: Tx, residencyIds: readonly string[]): Promise<readonly { residencyId: string; patientId: string; name: string }[]> {
  const { rows } = await sql<{ residencyId: string; patientId: string; name: string }>`select r.id as residency_id, r.patient_id, coalesce(p.display_name, '') as name
    from residence.residency r left join patients.patient_name p on p.id = r.patient_id where r.id = any (${residencyIds}::uuid[])`.execute(tx.db);
  return rows;
}

/** How many of each kind there were, day by day, as the latest census of each says. */
export async function countsBetween(
  tx: Tx,
  siteId: string,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<readonly { day: Temporal.PlainDate; status: CensusStatus; count: number }[]> {
  const { rows } = await sql<{ day: Temporal.PlainDate; status: CensusStatus; count: number }>`select day, status, count(*)::integer as count from residence.census_day
    where site_id = ${siteId} and day between ${from} and ${to} group by day, status order by day desc`.execute(tx.db);
  return rows;
}

/** Programs at a site: whoever corrects a census has to see all of the house. */
export async function programsAt(tx: Tx, siteId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from programs.program_name where site_id = ${siteId}`.execute(tx.db);
  return rows.map(({ id }) => id);
}
