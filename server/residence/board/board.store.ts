import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { ExpectedRow, LodgerRow, PlaceRow } from './board.ts';

/** Beds in use, unit by unit and room by room. */
export async function placeRows(tx: Tx): Promise<readonly PlaceRow[]> {
  const { rows } =
    await sql<PlaceRow>`select u.id as unit_id, u.name as unit_name, u.site_id, coalesce(site.name, '') as site_name, coalesce(site.time_zone, 'UTC') as time_zone,
      u.program_id, coalesce(p.name, '') as program_name, r.id as room_id, r.name as room_name, r.attributes as room_attributes, coalesce(r.gender_rule, u.gender_rule) as gender_rule,
      b.id as bed_id, b.name as bed_name, b.attributes as bed_attributes, o.kind as outage_kind, o.reason as outage_reason
    from residence.unit u join residence.room r on r.unit_id = u.id and r.active join residence.bed b on b.room_id = r.id and b.active
      left join identity.site_name site on site.id = u.site_id left join programs.program_name p on p.id = u.program_id
      left join lateral (select kind, reason from residence.bed_outage where bed_id = b.id and starts_at <= ${tx.now} and ends_at is null order by kind desc limit 1) o on true
    where u.active order by site_name, u.name, r.name, b.name`.execute(tx.db);
  return rows;
}

/** Everybody who lives in the houses of one's programs now. */
export async function lodgerRows(tx: Tx): Promise<readonly LodgerRow[]> {
  const { rows } =
    await sql<LodgerRow>`select r.id as residency_id, r.episode_id, r.patient_id, r.program_id, r.unit_id, n.display_name as name, n.mrn, n.pronouns, n.birth_date,
      f.administrative_sex, f.gender_identity, r.starts_at, r.expected_departure_on, o.bed_id,
      l.kind as leave_kind, l.note as leave_note, l.starts_at as leave_starts_at, l.expected_back_at, t.to_bed_id, b.name as to_bed_name, t.planned_for, t.reason as transfer_reason
    from residence.residency r join patients.patient_name n on n.id = r.patient_id join patients.placement_fact f on f.id = r.patient_id
      left join residence.occupancy o on o.residency_id = r.id and o.ends_at is null
      left join residence.leave l on l.residency_id = r.id and l.ends_at is null
      left join residence.transfer t on t.residency_id = r.id and t.state = 'pending' left join residence.bed b on b.id = t.to_bed_id
    where r.ends_at is null order by name, r.id`.execute(tx.db);
  return rows;
}

/** Open stays of programs with a house, of people who do not live there yet. */
export async function expectedRows(tx: Tx): Promise<readonly ExpectedRow[]> {
  const { rows } =
    await sql<ExpectedRow>`select e.id as episode_id, e.patient_id, e.program_id, n.display_name as name, e.state, coalesce(e.admitted_on, e.referred_on) as since, v.bed_id, v.expected_on
    from programs.open_episode e join patients.patient_name n on n.id = e.patient_id left join residence.reservation v on v.episode_id = e.id and v.state = 'open'
    where e.program_id in (select program_id from residence.unit where active)
      and not exists (select from residence.residency r where r.episode_id = e.id and r.ends_at is null)
    order by v.expected_on nulls last, since, name limit 200`.execute(tx.db);
  return rows;
}
