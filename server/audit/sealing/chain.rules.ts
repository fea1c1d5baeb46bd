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

/** Blocks whose hash is not the one anchored outside the database: the chain was computed anew. */
export function faultsOfAnchors(anchored: ReadonlyMap<number, string>, blocks: readonly Link[]): Fault[] {
  return blocks
    .filter(({ number, hash }) => anchored.has(number) && anchored.get(number) !== hex(hash))
    .map(({ number }) => ({ block: number, says: 'Its hash is not the one anchored outside the database.' }));
}
