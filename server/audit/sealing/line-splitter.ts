const newline = 10;
const tab = 9;

/** Takes a stream of lines that begin with a block number and a tab, in order of blocks, and hands on each block's bytes in pieces as large as they come. */
export class LineSplitter {
  readonly #take: (block: number, piece: Buffer) => void;
  #rest: Buffer = Buffer.alloc(0);

  constructor(take: (block: number, piece: Buffer) => void) {
    this.#take = take;
  }

  /** The next bytes, cut anywhere. */
  push(chunk: Buffer): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const end = bytes.lastIndexOf(newline) + 1;
    this.#rest = bytes.subarray(end);
    if (end > 0) this.#hand(bytes.subarray(0, end));
  }

  /** Whole lines. Most often all are of one block: then they are handed on uncut. */
  #hand(lines: Buffer): void {
    const lastStart = lines.lastIndexOf(newline, lines.length - 2) + 1;
    const last = blockOf(lines, lastStart);
    let start = 0;
    while (start < lines.length) {
      const block = blockOf(lines, start);
      const end = block === last ? lines.length : endOf(lines, start, block);
      this.#take(block, lines.subarray(start, end));
      start = end;
    }
  }
}

function blockOf(lines: Buffer, start: number): number {
  return Number(lines.toString('latin1', start, lines.indexOf(tab, start)));
}

/** Where the lines of this block end. */
function endOf(lines: Buffer, from: number, block: number): number {
  let start = from;
  while (start < lines.length && blockOf(lines, start) === block) start = lines.indexOf(newline, start) + 1;
  return start;
}
