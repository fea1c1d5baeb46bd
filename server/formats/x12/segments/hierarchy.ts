import { segment, type Written } from '../syntax/written.ts';

/** HL03: 20 who is paid, 22 the subscriber, 23 a dependent. */
export type Level = '20' | '22' | '23';

/** HL segments of one transaction: each takes the next number and knows its parent's. */
export class Hierarchy {
  #last = 0;

  /** The next HL and its number. */
  open(level: Level, parent: number | undefined, hasChildren: boolean): { readonly number: number; readonly hl: Written } {
    this.#last += 1;
    const hl = segment('HL', String(this.#last), parent === undefined ? undefined : String(parent), level, hasChildren ? '1' : '0');
    return { number: this.#last, hl };
  }
}
