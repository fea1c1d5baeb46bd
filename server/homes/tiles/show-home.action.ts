import { action, NotFound, type Tile, type Tx } from '#server/platform/index.ts';
import { arrangementOf } from '../arrangements/arrangements.store.ts';
import { offeredTiles } from './offered-tiles.ts';
import { placedTiles } from './placing.rules.ts';
import { tilesOfRoles } from './tile-groups.ts';
import { rowsOf, sumOf } from './tiles.store.ts';

const uncounted = { count: 0, late: 0, cents: null, value: 0, unit: 'rows' as const, says: '' };

/** The screen of the home page's own that shows the rows of a tile. */
const ownScreen = (code: string) => `/waiting/${code}`;

function named({ code, asks, means, screen }: Tile) {
  return { code, asks, means, opens: screen?.to ?? ownScreen(code) };
}

async function counted(tx: Tx, tile: Tile) {
  const sum = await sumOf(tx, tile);
  const figure = tile.figure ? await tile.figure(tx, sum) : { value: sum.count, unit: 'rows' as const, says: '' };
  return { ...named(tile), ...sum, ...figure };
}

/** The questions of the actor's roles with their numbers of this moment. Numbers name nobody, so nothing is touched. */
export const showHome = action(
  'home.show',
  async (tx, _nothing: object) => {
    const mayOpen = (code: string) => tx.actor.permissions.has(offeredTiles.get(code)?.may ?? '');
    const placed = placedTiles(tx.actor.roles, mayOpen, [...offeredTiles.keys()], tilesOfRoles, await arrangementOf(tx));
    const tiles = [];
    for (const { code, group, isHidden } of placed) {
      const tile = offeredTiles.get(code);
      if (tile) tiles.push({ ...(isHidden ? { ...named(tile), ...uncounted } : await counted(tx, tile)), group, isHidden });
    }
    return { asOf: tx.now, tiles };
  },
  { audit: 'touched' },
);

/** The rows behind a number. Throws `NotFound` for a question that nobody asks, or that this actor may not. */
export const listRows = action('home.list-rows', async (tx, { code, ...page }: { code: string; limit: number; offset: number }) => {
  const tile = offeredTiles.get(code);
  if (!tile || !tx.actor.permissions.has(tile.may)) throw new NotFound('Question');
  const items = await rowsOf(tx, tile, page);
  tx.touch({ kind: 'tile', id: code, patientId: [...new Set(items.flatMap(({ patientId }) => patientId ?? []))] });
  return { ...(await counted(tx, tile)), asOf: tx.now, items };
});
