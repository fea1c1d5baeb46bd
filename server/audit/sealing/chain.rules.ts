/** Something wrong with the chain: at a block, or outside of all (`null`). */
export interface Fault {
  readonly block: number | null;
  readonly says: string;
}

/** What a rule needs of a block. */
export interface Link {
  readonly number: number;
  readonly previousHash: Uint8Array;
  readonly hash: Uint8Array;
}

const hex = (bytes: Uint8Array) => bytes.toHex();

/** Breaks in a run of blocks that follow `before`: numbers left out, or a block that does not hold the hash of the one before it. */
export function faultsOfLinks(before: { readonly number: number; readonly hash: Uint8Array }, blocks: readonly Link[]): Fault[] {
  return blocks.flatMap((block, place) => {
    const previous = blocks[place - 1] ?? before;
    if (block.number !== previous.number + 1) return [{ block: previous.number + 1, says: `It is missing: after block ${previous.number} comes ${block.number}.` }];
    if (hex(block.previousHash) !== hex(previous.hash)) return [{ block: block.number, says: 'It does not hold the hash of the block before it.' }];
    return [];
  });
}

/** What is remembered of a block outside the database. */
export interface Remembered {
  /** Hexadecimal. */
  readonly hash: string;
  /** As an instant is printed. */
  readonly sealedAt: string;
}

/** Anchors by block. A block may have several lines, when two processes wrote at once; all of them count, so that a line added later covers up nothing. */
export type Anchored = ReadonlyMap<number, readonly Remembered[]>;

/** Blocks whose hash or moment is not what was anchored outside the database: the chain was computed anew, or dated back. */
export function faultsOfAnchors(anchored: Anchored, blocks: readonly DatedLink[]): Fault[] {
  return blocks
    .filter(({ number, hash, sealedAt }) => anchored.get(number)?.some((anchor) => anchor.hash !== hex(hash) || anchor.sealedAt !== sealedAt.toString()))
    .map(({ number }) => ({ block: number, says: 'Its hash or its moment is not what was anchored outside the database.' }));
}

// The anchor is written right after the block; a server that died between the two writes it when it starts again.
const anchoredWithinMinutes = 10;

/** The first of the blocks that should be anchored by now and are not: somebody removed anchors, or the file is not the one of this database. */
export function faultsOfMissingAnchors(anchored: Pick<Anchored, 'has'>, blocks: readonly DatedLink[], now: Temporal.Instant): Fault[] {
  const due = now.subtract({ minutes: anchoredWithinMinutes });
  const missing = blocks.filter(({ number, sealedAt }) => !anchored.has(number) && Temporal.Instant.compare(sealedAt, due) < 0);
  const first = missing[0];
  return first ? [{ block: first.number, says: `It has no anchor outside the database${missing.length > 1 ? `, nor have ${missing.length - 1} more` : ''}.` }] : [];
}

/** What a rule needs of a block whose entries may have been removed. */
export interface DatedLink extends Link {
  readonly sealedAt: Temporal.Instant;
  readonly isRetired: boolean;
  /** Whether a retired block still has the header with which it retired. */
  readonly isAsRetired: boolean;
}

/**
 * Blocks whose entries were removed before six years had passed (45 CFR 164.316(b)(2)(i)), or before those of an older block, or whose header was changed
 * since: no job of ours does that. `before` is the block before the first of these.
 */
export function faultsOfRetirement(before: { readonly isRetired: boolean }, blocks: readonly DatedLink[], now: Temporal.Instant): Fault[] {
  const horizon = now.toZonedDateTimeISO('UTC').subtract({ years: 6 }).toInstant();
  return blocks.flatMap(({ number, sealedAt, isRetired, isAsRetired }, place) => {
    if (!isRetired) return [];
    if (Temporal.Instant.compare(sealedAt, horizon) >= 0) return [{ block: number, says: 'Its entries were removed before six years had passed.' }];
    if (!isAsRetired) return [{ block: number, says: 'Its header was altered after its entries were removed.' }];
    return (blocks[place - 1] ?? before).isRetired ? [] : [{ block: number, says: 'Its entries were removed before those of the block before it.' }];
  });
}
