import { within, type Id, type Tx } from '#server/platform/index.ts';
import type { SchedulingTables } from '../scheduling-tables.ts';

/** A place to meet. */
export interface Room {
  readonly id: Id<'Room'>;
  readonly siteId: Id<'Site'>;
  readonly name: string;
  readonly seats: number;
  readonly active: boolean;
}

const columns = ['id', 'siteId', 'name', 'seats', 'active'] as const;

/** Rooms of a site, or of all sites, by name. */
export function rooms(tx: Tx, siteId: string | undefined): Promise<readonly Room[]> {
  let query = within<SchedulingTables>(tx).selectFrom('scheduling.room').select(columns).orderBy('name');
  if (siteId !== undefined) query = query.where('siteId', '=', siteId as Id<'Site'>);
  return query.execute();
}

/** Adds a room; undefined when the site already has one of that name. */
export function insertRoom(tx: Tx, room: Room): Promise<Room | undefined> {
  return within<SchedulingTables>(tx)
    .insertInto('scheduling.room')
    .values(room)
    .onConflict((conflict) => conflict.doNothing())
    .returning(columns)
    .executeTakeFirst();
}

/** Changes a room; undefined when there is none. */
export function updateRoom(tx: Tx, roomId: Id<'Room'>, changed: Partial<Pick<Room, 'name' | 'seats' | 'active'>>): Promise<Room | undefined> {
  return within<SchedulingTables>(tx).updateTable('scheduling.room').set(changed).where('id', '=', roomId).returning(columns).executeTakeFirst();
}
