import { sql } from 'kysely';
import { NotFound, type Tx } from '#server/platform/index.ts';
import type { Lodger } from '../residencies/residency.ts';
import type { HandOffLine, HandOffRow, ShiftFact } from './hand-off.ts';
import type { Shift } from './shift.rules.ts';

/** Who lives in a unit, and where they sleep. */
export async function peopleIn(tx: Tx, unitId: string): Promise<readonly { residencyId: string; patientId: string; name: string; place: string }[]> {
  const { rows } = await sql<{
    residencyId: string;
    patientId: string;
    name: string;
    place: string;
  }>`select r.id as residency_id, r.patient_id, coalesce(n.display_name, '') as name,
      coalesce((select room.name || ', ' || b.name from residence.occupancy o join residence.bed b on b.id = o.bed_id join residence.room room on room.id = b.room_id
        where o.residency_id = r.id and o.ends_at is null), 'no bed') as place
    from residence.residency r left join patients.patient_name n on n.id = r.patient_id where r.unit_id = ${unitId} and r.ends_at is null order by name, r.id`.execute(
    tx.db,
  );
  return rows;
}

/** What happened in a unit since a moment, as far as this context knows it, the earliest first. */
export async function factsSince(tx: Tx, unitId: string, since: Temporal.Instant): Promise<readonly ShiftFact[]> {
  const { rows } = await sql<ShiftFact>`with here as (select id, starts_at from residence.residency where unit_id = ${unitId} and ends_at is null)
    select id as residency_id, 'arrived' as what, starts_at as at, '' as word from here where starts_at >= ${since}
    union all select o.residency_id, 'bed', o.starts_at, b.name from residence.occupancy o join here on here.id = o.residency_id join residence.bed b on b.id = o.bed_id
      where o.starts_at >= ${since}
    union all select l.residency_id, 'left', l.starts_at, l.kind from residence.leave l join here on here.id = l.residency_id where l.starts_at >= ${since}
    union all select l.residency_id, 'back', l.ends_at, l.kind from residence.leave l join here on here.id = l.residency_id where l.ends_at >= ${since}
    union all select i.residency_id, 'incident', i.happened_at, i.kind from residence.incident_report i join here on here.id = i.residency_id where i.happened_at >= ${since}
    union all select w.residency_id, 'missed', m.due_at, '' from residence.missed_sighting m join residence.watch w on w.id = m.watch_id join here on here.id = w.residency_id
      where m.due_at >= ${since}
    union all select w.residency_id, 'seen', max(s.seen_at), count(*)::text from residence.sighting s join residence.watch w on w.id = s.watch_id join here on here.id = w.residency_id
      where s.seen_at >= ${since} group by w.residency_id
    order by at`.execute(tx.db);
  return rows;
}

const handOff = sql`select h.id, h.program_id, h.shift, h.signed_at, h.signed_by as signed_by_id, coalesce(s.display_name, '') as signed_by_name, h.acknowledged_at,
    a.display_name as acknowledged_by_name
  from residence.hand_off h left join identity.staff_name s on s.id = h.signed_by left join identity.staff_name a on a.id = h.acknowledged_by`;

/** The last hand-offs of a unit, the latest first. */
export async function handOffsOf(tx: Tx, unitId: string): Promise<readonly HandOffRow[]> {
  const { rows } = await sql<HandOffRow>`${handOff} where h.unit_id = ${unitId} order by h.signed_at desc, h.id limit 6`.execute(tx.db);
  return rows;
}

/** One hand-off, locked. Throws NotFound for none within reach. */
export async function lockHandOff(tx: Tx, id: string): Promise<HandOffRow> {
  const { rows } = await sql<HandOffRow>`${handOff} where h.id = ${id} for update of h`.execute(tx.db);
  if (!rows[0]) throw new NotFound('Hand-off');
  return rows[0];
}

/** Lines of these hand-offs that this actor may see, by name. */
export async function linesOf(tx: Tx, ids: readonly string[]): Promise<readonly HandOffLine[]> {
  const { rows } = await sql<HandOffLine>`select l.hand_off_id, l.residency_id, l.patient_id, coalesce(n.display_name, '') as name, l.happened, l.open_matters
    from residence.hand_off_line l left join patients.patient_name n on n.id = l.patient_id where l.hand_off_id = any (${ids}::uuid[]) order by name, l.residency_id`.execute(
    tx.db,
  );
  return rows;
}

/** Writes a signed hand-off; false when it is there already. */
export async function insertHandOff(tx: Tx, of: { id: string; unitId: string; programId: string; shift: Shift }): Promise<boolean> {
  const { rows } = await sql`insert into residence.hand_off (id, unit_id, program_id, shift, starts_at, signed_at, signed_by)
    values (${of.id}, ${of.unitId}, ${of.programId}, ${of.shift.says}, ${of.shift.startsAt}, ${tx.now}, ${tx.actor.id}::uuid) on conflict do nothing returning id`.execute(
    tx.db,
  );
  return rows.length > 0;
}

/** Writes what is said of one person. */
export async function insertLine(tx: Tx, handOffId: string, of: Lodger, line: { happened: string; openMatters: string }): Promise<void> {
  await sql`insert into residence.hand_off_line (hand_off_id, residency_id, patient_id, program_id, happened, open_matters)
    values (${handOffId}, ${of.residencyId}, ${of.patientId}, ${of.programId}, ${line.happened}, ${line.openMatters})`.execute(tx.db);
}

/** Writes that the next shift has read it. */
export async function acknowledge(tx: Tx, id: string): Promise<void> {
  await sql`update residence.hand_off set acknowledged_at = ${tx.now}, acknowledged_by = ${tx.actor.id}::uuid where id = ${id}`.execute(tx.db);
}
