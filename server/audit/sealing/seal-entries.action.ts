import { join } from 'node:path';
import type pg from 'pg';
import { action, type Workshop } from '#server/platform/index.ts';
import { anchor, lastAnchored } from './anchors.store.ts';
import { appendBlock, blocksAfter, newestBlock, printAsTheChain, takeSettledEntries, takeTurnToSeal } from './chain.store.ts';
import type { SealedBlock } from './block.ts';

// Small enough that one altered entry is found quickly, large enough that an hour's backlog is a few blocks.
const largestBlock = 20_000;

/** The file outside the database that remembers each block. */
export function anchorFile(dataDirectory: string): string {
  return join(dataDirectory, 'audit-anchors.log');
}

async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await printAsTheChain(client);
    const result = await work(client);
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    // The connection may be in the middle of a COPY: it is closed rather than used again. PostgreSQL then rolls back.
    client.release(true);
    throw error;
  }
}

async function sealOneBlock(client: pg.PoolClient, sealedAt: Temporal.Instant): Promise<SealedBlock | undefined> {
  if (!(await takeTurnToSeal(client))) return undefined;
  const taken = await takeSettledEntries(client, largestBlock);
  if (!taken) return undefined;
  const { number, hash } = await newestBlock(client);
  return appendBlock(client, { number: number + 1, sealedAt, entries: taken.entries, entryCount: taken.count, previousHash: hash });
}

async function anchorNewBlocks(pool: pg.Pool, file: string): Promise<void> {
  for (;;) {
    const known = await lastAnchored(file);
    const blocks = await inTransaction(pool, (client) => blocksAfter(client, known, 5000));
    if (blocks.length === 0) return;
    await anchor(file, blocks);
  }
}

/** Seals everything that can be sealed, a block a transaction, and anchors the new blocks outside the database. Answers how many blocks were added. */
export async function sealEntries({ database, clock, config }: Workshop): Promise<number> {
  let added = 0;
  while (await inTransaction(database.pool, (client) => sealOneBlock(client, clock.now()))) added += 1;
  await anchorNewBlocks(database.pool, anchorFile(config.dataDirectory));
  return added;
}

/** Asks for sealing now rather than within the minute. */
export const requestSealing = action(
  'audit.request-sealing',
  async (tx, _nothing: object): Promise<void> => {
    await tx.enqueue('audit.seal', {}, { key: 'audit.seal-now' });
  },
  { purpose: 'HOPERAT' },
);
