import { sql } from 'kysely';
import { NotFound, type Tx } from '#server/platform/index.ts';

/** What rooms ask of a person, as it is on record. Throws NotFound for somebody out of reach. */
export async function placementFacts(tx: Tx, patientId: string): Promise<{ birthDate: Temporal.PlainDate; administrativeSex: string; genderIdentity: string | null }> {
  const { rows } = await sql<{ birthDate: Temporal.PlainDate; administrativeSex: string; genderIdentity: string | null }>`
    select birth_date, administrative_sex, gender_identity from patients.placement_fact where id = ${patientId}`.execute(tx.db);
  if (!rows[0]) throw new NotFound('Patient');
  return rows[0];
}

/** Who has a bed at a moment or later, the first of them; those who leave it in the same act do not count. */
export async function holderFrom(tx: Tx, bedId: string, at: Temporal.Instant, leaving: readonly string[]): Promise<{ name: string } | undefined> {
  const { rows } = await sql<{
    name: string;
  }>`select coalesce(p.display_name, 'Somebody') as name from residence.occupancy o left join patients.patient_name p on p.id = o.patient_id
    where o.bed_id = ${bedId} and (o.ends_at is null or o.ends_at > ${at}) and o.residency_id <> all (${leaving}::uuid[]) order by o.starts_at limit 1`.execute(tx.db);
  return rows[0];
}

/** For whom a bed is kept. */
export async function reservationOf(tx: Tx, bedId: string): Promise<{ episodeId: string; name: string } | undefined> {
  const { rows } = await sql<{ episodeId: string; name: string }>`select r.episode_id, coalesce(p.display_name, 'somebody') as name
    from residence.reservation r left join patients.patient_name p on p.id = r.patient_id where r.bed_id = ${bedId} and r.state = 'open'`.execute(tx.db);
  return rows[0];
}

/** Whoever sleeps in a room at a moment; those who leave it in the same act do not count. */
export async function roommatesAt(
  tx: Tx,
  roomId: string,
  at: Temporal.Instant,
  leaving: readonly string[],
): Promise<readonly { administrativeSex: string; genderIdentity: string | null }[]> {
  const { rows } = await sql<{ administrativeSex: string; genderIdentity: string | null }>`select f.administrative_sex, f.gender_identity
    from residence.occupancy o join residence.bed b on b.id = o.bed_id join patients.placement_fact f on f.id = o.patient_id
    where b.room_id = ${roomId} and o.starts_at <= ${at} and (o.ends_at is null or o.ends_at > ${at}) and o.residency_id <> all (${leaving}::uuid[])`.execute(tx.db);
  return rows;
}
