import { z } from 'zod';

export const TilePath = z.object({ code: z.string().max(80) });
export const RowsQuery = z.object({ limit: z.coerce.number().int().min(1).max(500).default(100), offset: z.coerce.number().int().min(0).max(1_000_000).default(0) });

const tile = {
  code: z.string(),
  asks: z.string(),
  /** What is counted and what is not. */
  means: z.string(),
  /** How many rows there are, and how many of them are late. */
  count: z.int(),
  late: z.int(),
  /** What the rows sum to; null for those without money. */
  cents: z.int().nullable(),
  /** What stands on the tile: `count`, or money in cents, or days. */
  value: z.number(),
  unit: z.enum(['rows', 'cents', 'days']),
  says: z.string(),
  /** The screen that shows exactly these rows. */
  opens: z.string(),
};

export const HomeTile = z.object({ ...tile, group: z.enum(['now', 'today', 'week']), isHidden: z.boolean() });
/** `asOf` is the moment at which everything was counted. Hidden tiles are told by name and not counted. */
export const Home = z.object({ asOf: z.iso.datetime(), tiles: z.array(HomeTile) });

const Row = z.object({
  id: z.string(),
  patientId: z.uuid().nullable(),
  who: z.string(),
  what: z.string(),
  at: z.string().nullable(),
  day: z.string().nullable(),
  isLate: z.boolean(),
  cents: z.int().nullable(),
  opens: z.string(),
});
export const TileRows = z.object({ ...tile, asOf: z.iso.datetime(), items: z.array(Row) });

export type HomeTile = z.infer<typeof HomeTile>;
export type Home = z.infer<typeof Home>;
export type TileRows = z.infer<typeof TileRows>;
