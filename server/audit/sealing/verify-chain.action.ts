import type { Hash } from 'node:crypto';
import { machineClock, type Database } from '#server/platform/index.ts';
import { readAnchors, type Anchor } from './anchors.store.ts';
import { beforeTheFirst, begunHash, type SealedBlock } from './block.ts';
import {
  blocksAfter,
  linesOfBlocks,
  misfiledEntries,
  printAsTheChain,
  snapshotOf,
  strayEntries,
  vanishedEntries,
  waitingEntries,
  type ChainConnection,
} from './chain.store.ts';
import { faultsOfAnchors, faultsOfLinks, faultsOfMissingAnchors, faultsOfRetirement, type Fault } from './chain.rules.ts';
import { LineSplitter } from './line-splitter.ts';

/** What verification found. The chain holds when there are no faults. */
export interface Verdict {
  readonly blocks: number;
  readonly entries: number;
  /** Entries not sealed yet: of the last minute or so, when the server runs. */
  readonly waiting: number;
  readonly anchors: number;
  /** All that is wrong, the first block first. */
  readonly faults: readonly Fault[];
}

// So many blocks and no more are held at once; their entries are streamed.
const pageOfBlocks = 2000;

/** Recomputes the hashes of some blocks that follow each other; answers those whose entries or header are not what was sealed. */
async function faultsOfContent(client: ChainConnection, all: readonly SealedBlock[]): Promise<Fault[]> {
  // A retired block keeps its place in the chain and its anchor; its entries are past their time and gone.
  const blocks = all.filter(({ isRetired }) => !isRetired);
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (!first || !last) return [];
  const hashes = new Map<number, Hash>(blocks.map((block) => [block.number, begunHash(block)]));
  const splitter = new LineSplitter((number, piece) => hashes.get(number)?.update(piece));
  for await (const chunk of linesOfBlocks(client, first.number, last.number)) splitter.push(chunk as Buffer);
  return blocks
    .filter(({ number, hash }) => hashes.get(number)?.digest().equals(hash) !== true)
    .map(({ number }) => ({ block: number, says: 'Its entries or its header were altered, added or removed after it was sealed.' }));
}

/** The same with two readers of one snapshot at a time, each with half of the blocks: printing the lines is most of the work. */
async function faultsOfBoth(readers: Readers, blocks: readonly SealedBlock[]): Promise<Fault[]> {
  const half = Math.ceil(blocks.length / 2);
  const faults = await Promise.all([faultsOfContent(readers[0], blocks.slice(0, half)), faultsOfContent(readers[1], blocks.slice(half))]);
  return faults.flat();
}

type Readers = readonly [ChainConnection, ChainConnection];

interface Walk {
  blocks: number;
  entries: number;
  newest: number;
  readonly faults: Fault[];
}

async function walkChain(readers: Readers, anchors: readonly Anchor[], now: Temporal.Instant): Promise<Walk> {
  const walk: Walk = { blocks: 0, entries: 0, newest: 0, faults: [] };
  const anchored = Map.groupBy(anchors, ({ number }) => number);
  let before: Pick<SealedBlock, 'number' | 'hash' | 'isRetired'> = { number: 0, hash: beforeTheFirst, isRetired: true };
  for (;;) {
    const blocks = await blocksAfter(readers[0], before.number, pageOfBlocks);
    const last = blocks.at(-1);
    if (!last) return walk;
    walk.faults.push(
      ...faultsOfLinks(before, blocks),
      ...faultsOfAnchors(anchored, blocks),
      ...faultsOfMissingAnchors(anchored, blocks, now),
      ...faultsOfRetirement(before, blocks, now),
      ...(await faultsOfBoth(readers, blocks)),
    );
    walk.blocks += blocks.length;
    walk.entries += blocks.reduce((sum, { entryCount }) => sum + entryCount, 0);
    walk.newest = last.number;
    before = last;
  }
}

function faultsOfLostEnd(newest: number, anchors: readonly Anchor[]): Fault[] {
  const lost = anchors.filter(({ number }) => number > newest).map(({ number }) => number);
  return lost.length > 0 ? [{ block: Math.min(...lost), says: 'It is anchored outside the database but no longer in it: the end of the chain was cut off.' }] : [];
}

async function faultsOutsideBlocks(client: ChainConnection): Promise<Fault[]> {
  const strays = await strayEntries(client);
  const vanished = await vanishedEntries(client);
  const misfiled = await misfiledEntries(client);
  return [
    ...(strays.length > 0 ? [{ block: null, says: `Entries in no block or in a block and waiting, put in by another way than audit.write: ${strays.join(', ')}` }] : []),
    ...(vanished.length > 0 ? [{ block: null, says: `Entries removed before they were sealed: ${vanished.join(', ')}` }] : []),
    ...misfiled.map(({ seq, block }) => ({ block, says: `The patients under which entry ${seq} is found are not those that it names.` })),
  ];
}

/** Reads on a connection of its own, which sees what `snapshot` sees and is closed afterwards: the snapshot and its settings end with it. */
async function onSnapshot<Read>(database: Database, snapshot: string | undefined, read: (client: ChainConnection) => Promise<Read>): Promise<Read> {
  const client = await database.pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    if (snapshot !== undefined) await client.query(`set transaction snapshot ${client.escapeLiteral(snapshot)}`);
    await printAsTheChain(client);
    return await read(client);
  } finally {
    client.release(true);
  }
}

/**
 * Recomputes the whole chain on one snapshot and compares it with the anchors, by two readers of it. What stands outside the blocks is looked for at the
 * same time, on a third connection to the same snapshot. Memory stays the same however long the chain.
 */
export async function verifyChain(database: Database, anchorsFile: string, now = machineClock.now()): Promise<Verdict> {
  const anchors = await readAnchors(anchorsFile);
  return onSnapshot(database, undefined, async (client) => {
    const snapshot = await snapshotOf(client);
    const [walk, outside] = await Promise.all([
      onSnapshot(database, snapshot, (other) => walkChain([client, other], anchors, now)),
      onSnapshot(database, snapshot, faultsOutsideBlocks),
    ]);
    const faults = [...walk.faults, ...faultsOfLostEnd(walk.newest, anchors), ...outside];
    faults.sort((a, b) => (a.block ?? Infinity) - (b.block ?? Infinity));
    return { blocks: walk.blocks, entries: walk.entries, waiting: await waitingEntries(client), anchors: anchors.length, faults };
  });
}
