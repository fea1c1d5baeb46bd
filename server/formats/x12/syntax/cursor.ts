import { BrokenFile } from './broken-file.ts';
import { element, type Segment } from './segment.ts';

/** Walks the segments of one file or transaction, front to back. */
export class Cursor {
  readonly #segments: readonly Segment[];
  /** What the segments belong to, for messages: 'the interchange', 'ST 0001'. */
  readonly #whole: string;
  readonly #end: number;
  #next = 0;

  constructor(segments: readonly Segment[], whole: string, end: number) {
    this.#segments = segments;
    this.#whole = whole;
    this.#end = end;
  }

  get done(): boolean {
    return this.#next >= this.#segments.length;
  }

  peek(): Segment | undefined {
    return this.#segments[this.#next];
  }

  /** Whether the next segment has this name and, when given, one of these first elements. */
  sees(id: string, ...qualifiers: readonly string[]): boolean {
    const next = this.peek();
    return next?.id === id && (qualifiers.length === 0 || qualifiers.includes(element(next, 1)));
  }

  /** The next segment when `sees` holds. */
  take(id: string, ...qualifiers: readonly string[]): Segment | undefined {
    if (!this.sees(id, ...qualifiers)) return undefined;
    const next = this.peek();
    this.#next += 1;
    return next;
  }

  /** All following segments for which `sees` holds. */
  takeAll(id: string, ...qualifiers: readonly string[]): Segment[] {
    const taken: Segment[] = [];
    for (let next = this.take(id, ...qualifiers); next; next = this.take(id, ...qualifiers)) taken.push(next);
    return taken;
  }

  /** All segments before the next with one of these names, or to the end. */
  takeUntil(...ids: readonly string[]): Segment[] {
    const taken: Segment[] = [];
    while (!this.done && !ids.some((id) => this.sees(id))) taken.push(this.takeAny());
    return taken;
  }

  /** The next segment, whatever it is. Throws BrokenFile at the end. */
  takeAny(): Segment {
    const next = this.peek();
    if (!next) throw new BrokenFile(this.#end, `${this.#whole} ends too early`);
    this.#next += 1;
    return next;
  }

  /** The next segment, which must be this one. Throws BrokenFile otherwise. */
  expect(id: string, ...qualifiers: readonly string[]): Segment {
    const taken = this.take(id, ...qualifiers);
    if (taken) return taken;
    const wanted = [id, qualifiers.join('|')].filter(Boolean).join('*');
    const next = this.peek();
    if (!next) throw new BrokenFile(this.#end, `${this.#whole} ends where ${wanted} should follow`);
    throw new BrokenFile(next.at, `expected ${wanted} in ${this.#whole}, found ${next.id}*${element(next, 1).slice(0, 20)}`);
  }
}
