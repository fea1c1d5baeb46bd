import { sql } from 'kysely';
import type { Insertable, Selectable, Updateable } from 'kysely';
import { NotFound, within, type Tx } from '#server/platform/index.ts';
import type { EpisodeStage, EpisodeStateName, EpisodeTables } from './episode.ts';

export type EpisodeRow = Selectable<EpisodeTables['programs.episode']>;

const episodes = (tx: Tx) => within<EpisodeTables>(tx);

/** Stays of all records of a person that this actor may see: open ones first, then the latest, those of one day in the order of writing. */
export function episodesOf(tx: Tx, recordIds: readonly string[]): Promise<EpisodeRow[]> {
  return episodes(tx)
    .selectFrom('programs.episode')
    .selectAll()
    .where('patientId', 'in', recordIds)
    .where(sql<boolean>`end_reason is distinct from 'taken-back'`)
    .orderBy('endedOn', (order) => order.desc().nullsFirst())
    .orderBy('referredOn', 'desc')
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** Stays by program and state, page by page in the order of their numbers. */
export function episodesPage(
  tx: Tx,
  wish: { programId?: string | undefined; state?: EpisodeStateName | undefined; cursor?: string | undefined; limit: number },
): Promise<EpisodeRow[]> {
  const programIds = wish.programId ? [wish.programId] : tx.actor.programIds;
  if (programIds.length === 0) return Promise.resolve([]);
  let query = episodes(tx).selectFrom('programs.episode').selectAll().where('programId', 'in', programIds);
  if (wish.state) query = query.where('state', '=', wish.state);
  if (wish.cursor) query = query.where('id', '>', wish.cursor);
  return query.orderBy('id').limit(wish.limit).execute();
}

/** One stay, locked until the transaction ends. Throws NotFound for none and for one out of reach. */
export function lockEpisode(tx: Tx, episodeId: string): Promise<EpisodeRow> {
  return episodes(tx)
    .selectFrom('programs.episode')
    .selectAll()
    .where('id', '=', episodeId)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound('Episode'));
}

/** An open stay of these records in a program, if this actor may see one. */
export function openEpisodeIn(tx: Tx, recordIds: readonly string[], programId: string): Promise<EpisodeRow | undefined> {
  return episodes(tx)
    .selectFrom('programs.episode')
    .selectAll()
    .where('patientId', 'in', recordIds)
    .where('programId', '=', programId)
    .where('state', 'in', ['referral', 'screening', 'admitted'])
    .executeTakeFirst();
}

/** Adds a stay. Where the program has an open one already that this actor may not see, nothing happens and nothing is told. */
export async function insertEpisode(tx: Tx, row: Insertable<EpisodeTables['programs.episode']>): Promise<void> {
  await episodes(tx)
    .insertInto('programs.episode')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Changes columns of a stay. */
export async function updateEpisode(tx: Tx, episodeId: string, changes: Updateable<EpisodeTables['programs.episode']>): Promise<void> {
  await episodes(tx).updateTable('programs.episode').set(changes).where('id', '=', episodeId).execute();
}

function needed<Column extends 'screenedOn' | 'admittedOn' | 'endedOn' | 'endReason'>(row: EpisodeRow, column: Column): NonNullable<EpisodeRow[Column]> {
  const value = row[column];
  if (value === null) throw new Error(`Episode ${row.id} is ${row.state} without ${column}: a constraint of the table should have refused it`);
  return value;
}

/** A row as its stage. */
export function stageOf(row: EpisodeRow): EpisodeStage {
  const { state, referredOn, screenedOn } = row;
  switch (state) {
    case 'referral':
      return { state, referredOn };
    case 'screening':
      return { state, referredOn, screenedOn: needed(row, 'screenedOn') };
    case 'admitted':
      return { state, referredOn, screenedOn, admittedOn: needed(row, 'admittedOn') };
    case 'discharged':
      return { state, referredOn, screenedOn, admittedOn: needed(row, 'admittedOn'), endedOn: needed(row, 'endedOn'), endReason: needed(row, 'endReason') };
    case 'declined':
      return { state, referredOn, screenedOn, endedOn: needed(row, 'endedOn'), endReason: needed(row, 'endReason') };
  }
}
