import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { newId, within, type Tx } from '#server/platform/index.ts';
import type { TimeSpan } from '../appointments/appointment.ts';
import type { SchedulingTables } from '../scheduling-tables.ts';

const links = (tx: Tx) => within<SchedulingTables>(tx);
const digestOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

/** A new address for a member of the staff; its secret is told once. */
export async function drawCalendarLink(tx: Tx, staffId: string): Promise<{ id: string; secret: string }> {
  const [id, secret] = [newId<'CalendarLink'>(), randomBytes(32).toString('base64url')];
  await links(tx)
    .insertInto('scheduling.calendarLink')
    .values({ id, staffId, tokenHash: digestOf(secret), madeAt: tx.now, endedAt: null, lastReadAt: null })
    .execute();
  return { id, secret };
}

/** The addresses of a member of the staff that still answer, the latest first. */
export function calendarLinksOf(tx: Tx, staffId: string) {
  return links(tx)
    .selectFrom('scheduling.calendarLink')
    .select(['id', 'madeAt', 'lastReadAt'])
    .where('staffId', '=', staffId)
    .where('endedAt', 'is', null)
    .orderBy('madeAt', 'desc')
    .execute();
}

/** Ends an address for good. Answers whether it was theirs and still answered. */
export async function endCalendarLink(tx: Tx, { id, staffId }: { id: string; staffId: string }): Promise<boolean> {
  const { numUpdatedRows } = await links(tx)
    .updateTable('scheduling.calendarLink')
    .set({ endedAt: tx.now })
    .where('id', '=', id)
    .where('staffId', '=', staffId)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Whose calendar a secret opens, as long as they work here; undefined for one that never was or was ended. */
export async function holderOf(tx: Tx, secret: string): Promise<{ id: string; staffId: string } | undefined> {
  const { rows } = await sql<{ id: string; staffId: string }>`
    update scheduling.calendar_link link set last_read_at = ${tx.now} from identity.staff_name staff
    where link.token_hash = ${digestOf(secret)} and link.ended_at is null and staff.id = link.staff_id and staff.active
    returning link.id, link.staff_id`.execute(tx.db);
  return rows[0];
}

/** Stretches in which a clinician is taken; what touches is one, so that not even the number of visits is told. */
export async function takenStretches(tx: Tx, staffId: string, { startsAt, endsAt }: TimeSpan): Promise<readonly TimeSpan[]> {
  const { rows } = await sql<TimeSpan>`
    select lower(stretch) as starts_at, upper(stretch) as ends_at from unnest((
      select range_agg(tstzrange(starts_at, ends_at)) from scheduling.busy_slot where clinician_id = ${staffId} and starts_at < ${endsAt} and ends_at > ${startsAt})) as stretch
    order by 1`.execute(tx.db);
  return rows;
}
