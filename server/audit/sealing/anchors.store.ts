import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { SealedBlock } from './block.ts';

/** What the file outside the database remembers of a block. */
export interface Anchor {
  readonly number: number;
  /** Hexadecimal. */
  readonly hash: string;
  /** As an instant is printed. */
  readonly sealedAt: string;
}

const line = /^(\d+) ([0-9a-f]{64}) (\S+)$/;

/** The anchors in the file, in order; none when there is no file. A torn last line of a process that died is passed over. */
export async function readAnchors(file: string): Promise<Anchor[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.split('\n').flatMap((row) => {
    const [, number, hash, sealedAt] = line.exec(row) ?? [];
    return number === undefined || hash === undefined || sealedAt === undefined ? [] : [{ number: Number(number), hash, sealedAt }];
  });
}

/** Number of the last anchored block; zero for none. Reads the end of the file only. */
export async function lastAnchored(file: string): Promise<number> {
  const handle = await open(file, 'r').catch(() => undefined);
  if (!handle) return 0;
  try {
    const { size } = await handle.stat();
    const tail = Buffer.alloc(Math.min(size, 1024));
    await handle.read(tail, 0, tail.length, size - tail.length);
    const numbers = tail
      .toString('utf8')
      .split('\n')
      .map((row) => Number(line.exec(row)?.[1] ?? 0));
    return Math.max(0, ...numbers);
  } finally {
    await handle.close();
  }
}

/** Adds blocks to the file and waits until the disk has them. */
export async function anchor(file: string, blocks: readonly SealedBlock[]): Promise<void> {
  if (blocks.length === 0) return;
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(file, 'a', 0o600);
  try {
    // A leading line end closes what a process that died may have left half written.
    await handle.write(`\n${blocks.map(({ number, hash, sealedAt }) => `${number} ${hash.toString('hex')} ${sealedAt.toString()}`).join('\n')}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
