import { sql } from 'kysely';
import { newId, NotFound, type Tx } from '#server/platform/index.ts';
import type { BedFacts, OutageKind } from './place.ts';
import type { NewBed, NewRoom, NewUnit, PlacesReply, UnitChange } from './places.contract.ts';

/** Units with their rooms and beds, retired ones among them, by name. */
export async function placesOf(tx: Tx): Promise<PlacesReply['items']> {
  const { rows } = await sql<PlacesReply['items'][number]>`
    select u.id, u.site_id, coalesce(site.name, '') as site_name, u.program_id, coalesce(p.name, '') as program_name, u.name, u.gender_rule, u.minimum_age, u.maximum_age, u.active,
      coalesce((select json_agg(json_build_object('id', r.id, 'name', r.name, 'attributes', r.attributes, 'genderRule', r.gender_rule, 'active', r.active,
          'beds', coalesce((select json_agg(json_build_object('id', b.id, 'name', b.name, 'attributes', b.attributes, 'active', b.active) order by b.name)
            from residence.bed b where b.room_id = r.id), '[]')) order by r.name)
        from residence.room r where r.unit_id = u.id), '[]') as rooms
    from residence.unit u left join identity.site_name site on site.id = u.site_id left join programs.program_name p on p.id = u.program_id
    order by site_name, u.name`.execute(tx.db);
  return rows;
}

/** Adds a unit; nothing when one with this id is there. */
export async function insertUnit(tx: Tx, unit: NewUnit): Promise<void> {
  await sql`insert into residence.unit (id, site_id, program_id, name, gender_rule, minimum_age, maximum_age)
    select ${unit.id}, p.site_id, p.id, ${unit.name}, ${unit.genderRule}, ${unit.minimumAge ?? null}, ${unit.maximumAge ?? null}
    from programs.program_name p where p.id = ${unit.programId} on conflict (id) do nothing`.execute(tx.db);
}

/** Whether the site of a program has another unit of that name. */
export async function isNameTaken(tx: Tx, programId: string, name: string, except: string): Promise<boolean> {
  const { rows } = await sql`select from residence.unit u join programs.program_name p on p.site_id = u.site_id
    where p.id = ${programId} and u.name = ${name} and u.id <> ${except}`.execute(tx.db);
  return rows.length > 0;
}

/** The program of a unit. Throws NotFound for none within reach. */
export async function programOfUnit(tx: Tx, unitId: string): Promise<string> {
  const { rows } = await sql<{ programId: string }>`select program_id from residence.unit where id = ${unitId}`.execute(tx.db);
  if (!rows[0]) throw new NotFound('Unit');
  return rows[0].programId;
}

/** Changes what is told of a unit. */
export async function updateUnit(tx: Tx, unitId: string, to: UnitChange): Promise<void> {
  await sql`update residence.unit set name = coalesce(${to.name ?? null}, name), gender_rule = coalesce(${to.genderRule ?? null}, gender_rule),
      minimum_age = case when ${to.minimumAge === undefined} then minimum_age else ${to.minimumAge ?? null}::integer end,
      maximum_age = case when ${to.maximumAge === undefined} then maximum_age else ${to.maximumAge ?? null}::integer end,
      active = coalesce(${to.active ?? null}, active) where id = ${unitId}`.execute(tx.db);
}

/** Adds a room with its beds. */
export async function insertRoom(tx: Tx, unitId: string, programId: string, room: NewRoom): Promise<void> {
  await sql`insert into residence.room (id, unit_id, program_id, name, attributes, gender_rule)
    values (${room.id}, ${unitId}, ${programId}, ${room.name}, ${room.attributes}::text[], ${room.genderRule ?? null}) on conflict do nothing`.execute(tx.db);
  for (const bed of room.beds) await insertBed(tx, room.id, programId, bed);
}

/** Adds a bed to a room. */
export async function insertBed(tx: Tx, roomId: string, programId: string, bed: NewBed): Promise<void> {
  await sql`insert into residence.bed (id, room_id, program_id, name, attributes)
    values (${bed.id}, ${roomId}, ${programId}, ${bed.name}, ${bed.attributes}::text[]) on conflict do nothing`.execute(tx.db);
}

/** A bed with the rules of its room and unit. Throws NotFound for none within reach. */
export async function bedFacts(tx: Tx, bedId: string): Promise<BedFacts> {
  const { rows } =
    await sql<BedFacts>`select b.id as bed_id, b.name as bed_name, r.id as room_id, r.name as room_name, u.id as unit_id, u.name as unit_name, u.site_id, u.program_id,
      b.active and r.active and u.active as active, coalesce(r.gender_rule, u.gender_rule) as gender_rule, u.minimum_age, u.maximum_age
    from residence.bed b join residence.room r on r.id = b.room_id join residence.unit u on u.id = r.unit_id where b.id = ${bedId}`.execute(tx.db);
  if (!rows[0]) throw new NotFound('Bed');
  return rows[0];
}

/** Keeps everybody else from giving these beds away until the transaction ends. */
export async function lockBeds(tx: Tx, bedIds: readonly string[]): Promise<void> {
  for (const bedId of [...new Set(bedIds)].toSorted()) await sql`select pg_advisory_xact_lock(hashtextextended(${bedId}, 11))`.execute(tx.db);
}

/** What keeps a bed out of use at a moment; undefined when nothing does. */
export async function outageAt(tx: Tx, bedId: string, at: Temporal.Instant): Promise<{ id: string; kind: OutageKind; reason: string } | undefined> {
  const { rows } = await sql<{ id: string; kind: OutageKind; reason: string }>`select id, kind, reason from residence.bed_outage
    where bed_id = ${bedId} and starts_at <= ${at} and (ends_at is null or ends_at > ${at}) order by kind desc limit 1`.execute(tx.db);
  return rows[0];
}

/** Takes a bed out of use, and names the stretch. */
export async function insertOutage(
  tx: Tx,
  bed: { bedId: string; programId: string },
  outage: { kind: OutageKind; reason: string },
  at: Temporal.Instant,
): Promise<string> {
  const id = newId<'Outage'>();
  await sql`insert into residence.bed_outage (id, bed_id, program_id, kind, reason, starts_at, begun_by)
    values (${id}, ${bed.bedId}, ${bed.programId}, ${outage.kind}, ${outage.reason}, ${at}, ${tx.actor.id}::uuid)`.execute(tx.db);
  return id;
}

/** Brings a bed back into use. */
export async function endOutages(tx: Tx, bedId: string, at: Temporal.Instant): Promise<void> {
  await sql`update residence.bed_outage set ends_at = greatest(starts_at, ${at}::timestamptz), ended_by = ${tx.actor.id}::uuid
    where bed_id = ${bedId} and ends_at is null`.execute(tx.db);
}
