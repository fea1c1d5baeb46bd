import { action, id, newId, NotFound, Refused } from '#server/platform/index.ts';
import { insertRoom, rooms, updateRoom } from './rooms.store.ts';

/** Rooms to choose from. */
export const listRooms = action('room.list', async (tx, { siteId }: { siteId?: string | undefined }) => ({ items: await rooms(tx, siteId) }), { audit: 'touched' });

/** Adds a room to a site. */
export const addRoom = action('room.add', async (tx, input: { siteId: string; name: string; seats?: number | undefined }) => {
  const room = await insertRoom(tx, { id: newId(), siteId: id('Site', input.siteId), name: input.name, seats: input.seats ?? 2, active: true });
  if (!room) throw new Refused('room.name-used', { code: 'room.name-used', says: 'This site already has a room of that name.', at: 'name' }, 409);
  tx.touch({ kind: 'room', id: room.id });
  return room;
});

/** Renames, resizes or retires a room. */
export const changeRoom = action(
  'room.change',
  async (tx, { roomId, name, seats, active }: { roomId: string; name?: string | undefined; seats?: number | undefined; active?: boolean | undefined }) => {
    const changed = { ...(name === undefined ? {} : { name }), ...(seats === undefined ? {} : { seats }), ...(active === undefined ? {} : { active }) };
    if (Object.keys(changed).length === 0) throw new Refused('room.nothing-to-change', { code: 'room.nothing-to-change', says: 'Say what should change.' });
    const room = await updateRoom(tx, id('Room', roomId), changed);
    if (!room) throw new NotFound('Room');
    tx.touch({ kind: 'room', id: room.id, fields: Object.keys(changed) });
    return room;
  },
);
