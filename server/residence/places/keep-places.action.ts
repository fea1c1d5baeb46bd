import { action, Refused, type Tx } from '#server/platform/index.ts';
import { knownAttributes } from './place.ts';
import type { NewRoom, NewUnit, UnitChange } from './places.contract.ts';
import { insertRoom, insertUnit, isNameTaken, placesOf, programOfUnit, updateUnit } from './places.store.ts';

const shown = async (tx: Tx) => ({ items: await placesOf(tx), attributes: [...knownAttributes] });

async function refuseTakenName(tx: Tx, programId: string, name: string, unitId: string): Promise<void> {
  if (await isNameTaken(tx, programId, name, unitId))
    throw new Refused('unit.name-used', { code: 'unit.name-used', says: 'This site already has a unit of that name. Choose another.', at: 'name' }, 409);
}

/** Units, rooms and beds of one's programs. */
export const listPlaces = action('place.list', (tx) => shown(tx), { audit: 'touched' });

/** Opens a unit at the site of its program; sent twice it is one. */
export const addUnit = action('unit.add', async (tx, unit: NewUnit) => {
  await refuseTakenName(tx, unit.programId, unit.name, unit.id);
  await insertUnit(tx, unit);
  tx.touch({ kind: 'unit', id: unit.id, programId: unit.programId });
  return shown(tx);
});

/** Changes a unit or retires it. */
export const changeUnit = action('unit.change', async (tx, { unitId, ...change }: UnitChange & { unitId: string }) => {
  const programId = await programOfUnit(tx, unitId);
  if (change.name !== undefined) await refuseTakenName(tx, programId, change.name, unitId);
  await updateUnit(tx, unitId, change);
  tx.touch({ kind: 'unit', id: unitId, programId, fields: Object.keys(change) });
  return shown(tx);
});

/** Adds a room with its beds to a unit. */
export const addRoom = action('unit.add-room', async (tx, { unitId, ...room }: NewRoom & { unitId: string }) => {
  const programId = await programOfUnit(tx, unitId);
  await insertRoom(tx, unitId, programId, room);
  tx.touch({ kind: 'bed-room', id: room.id, programId });
  return shown(tx);
});
