import { createHash, type Hash } from 'node:crypto';

/** A block of sealed entries, without the entries. */
export interface Block {
  /** 1, 2, 3 and so on, without holes. */
  readonly number: number;
  readonly sealedAt: Temporal.Instant;
  /** Numbers of its entries, as PostgreSQL prints an int8multirange. */
  readonly entries: string;
  readonly entryCount: number;
  readonly previousHash: Buffer;
}

/** A block with the hash that seals it. */
export interface SealedBlock extends Block {
  readonly hash: Buffer;
  /** Its entries were removed after their time. */
  readonly isRetired: boolean;
  /** For a retired block: whether its header is still as it was when it retired. */
  readonly isAsRetired: boolean;
}

/** What the first block holds in place of a hash before it. */
export const beforeTheFirst: Buffer = Buffer.alloc(32);

/** The hash of a block, to which the printed lines of its entries are still to be added: SHA-256 of the previous hash, the header, the lines. */
export function begunHash({ number, sealedAt, entries, entryCount, previousHash }: Block): Hash {
  return createHash('sha256').update(previousHash).update(`${number}\t${sealedAt.toString()}\t${entries}\t${entryCount}\n`);
}
