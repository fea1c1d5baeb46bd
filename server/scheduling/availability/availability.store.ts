import { sql } from 'kysely';
import { newId, within, type Tx } from '#server/platform/index.ts';
import type { TimeSpan } from '../appointments/appointment.ts';
import type { SchedulingTables } from '../scheduling-tables.ts';
import type { Away, WeeklyHours } from './availability.ts';

const tables = (tx: Tx) => within<SchedulingTables>(tx);

/** Hours of those clinicians and those sites that are in force at some time from a day on. */
export async function hoursFrom(tx: Tx, { clinicianIds, siteIds }: { clinicianIds: readonly string[]; siteIds: readonly string[] }, day: Temporal.PlainDate) {
  const { rows } = await sql<Omit<WeeklyHours, 'opens' | 'closes'> & { opens: string; closes: string }>`
    select site_id, clinician_id, weekday, opens, closes, valid_from, valid_to from scheduling.hours
    where (clinician_id = any (${clinicianIds}::uuid[]) or (clinician_id is null and site_id = any (${siteIds}::uuid[])))
      and (valid_to is null or valid_to >= ${day}) order by valid_from, weekday, opens`.execute(tx.db);
  return rows.map((row): WeeklyHours => ({ ...row, opens: Temporal.PlainTime.from(row.opens), closes: Temporal.PlainTime.from(row.closes) }));
}

/** Ends what is in force of one holder on the eve of a day, and takes away what would begin later. */
export async function endHours(tx: Tx, { clinicianId, siteId }: { clinicianId: string | null; siteId: string | null }, day: Temporal.PlainDate): Promise<void> {
  const whose = clinicianId === null ? sql`clinician_id is null and site_id = ${siteId}` : sql`clinician_id = ${clinicianId}`;
  await sql`with gone as (delete from scheduling.hours where ${whose} and (valid_to is null or valid_to >= ${day}) returning *)
    insert into scheduling.hours (id, site_id, clinician_id, weekday, opens, closes, valid_from, valid_to)
    select uuidv7(), site_id, clinician_id, weekday, opens, closes, valid_from, ${day.subtract({ days: 1 })} from gone where valid_from < ${day}`.execute(tx.db);
}

/** Writes weekly hours. */
export async function insertHours(tx: Tx, hours: readonly WeeklyHours[]): Promise<void> {
  if (hours.length === 0) return;
  const rows = hours.map(({ opens, closes, ...one }) => ({ ...one, id: newId<'Hours'>(), opens: opens.toString(), closes: closes.toString() }));
  await tables(tx).insertInto('scheduling.hours').values(rows).execute();
}

/** When any of those clinicians or sites is away within a span. */
export async function awayWithin(
  tx: Tx,
  { clinicianIds, siteIds }: { clinicianIds: readonly string[]; siteIds: readonly string[] },
  { startsAt, endsAt }: TimeSpan,
): Promise<readonly Away[]> {
  const { rows } = await sql<Away>`
    select id, site_id, clinician_id, starts_at, ends_at, reason from scheduling.away
    where (clinician_id = any (${clinicianIds}::uuid[]) or site_id = any (${siteIds}::uuid[])) and starts_at < ${endsAt} and ends_at > ${startsAt}
    order by starts_at`.execute(tx.db);
  return rows;
}

/** Writes that somebody is away; false when it is known already. */
export async function insertAway(tx: Tx, away: Away): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(tx)
    .insertInto('scheduling.away')
    .values({ ...away, madeAt: tx.now, madeBy: tx.actor.id })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Takes an absence back. Answers whether there was one. */
export async function deleteAway(tx: Tx, awayId: string): Promise<boolean> {
  const { numDeletedRows } = await tables(tx).deleteFrom('scheduling.away').where('id', '=', awayId).executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Appointments that stand in a time when nobody is there, as far as this actor may see them. */
export async function standingIn(tx: Tx, { clinicianId, siteId, startsAt, endsAt }: Away) {
  const { rows } = await sql<{ appointmentId: string; patientId: string; patientName: string; startsAt: Temporal.Instant }>`
    select a.id as appointment_id, a.patient_id, coalesce(p.display_name, '') as patient_name, a.starts_at
    from scheduling.appointment a left join patients.patient_name p on p.id = a.patient_id
    where (a.clinician_id = ${clinicianId}::uuid or a.site_id = ${siteId}::uuid) and a.starts_at < ${endsAt} and a.ends_at > ${startsAt}
      and a.starts_at > ${startsAt}::timestamptz - interval '1 day' and a.status in ('booked', 'confirmed') order by a.starts_at`.execute(tx.db);
  return rows;
}
