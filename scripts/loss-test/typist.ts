import type { BrowserContext, Locator, Page } from 'playwright-core';

/** A word and when the page had taken it, in milliseconds of this process. */
interface Typed {
  readonly word: string;
  readonly at: number;
}

/** What is older than this when something dies must be there afterwards. */
const promisedMs = 1000;

/** Somebody who types numbered words into one text of the web app, and remembers what and when. */
export class Typist {
  readonly kind: 'draft' | 'shared';
  readonly #address: string;
  readonly #field: (page: Page) => Locator;
  #typed: Typed[] = [];
  #count = 0;
  #page: Page | undefined;

  constructor(kind: 'draft' | 'shared', address: string, field: (page: Page) => Locator) {
    this.kind = kind;
    this.#address = address;
    this.#field = field;
  }

  get page(): Page {
    if (!this.#page) throw new Error('Nothing is open');
    return this.#page;
  }

  /** Opens the text in a page of this browser, and stands at its end. */
  async open(context: BrowserContext): Promise<void> {
    this.#page = await context.newPage();
    await this.#page.goto(this.#address);
    await this.#toTheEnd();
  }

  async #toTheEnd(): Promise<void> {
    const field = this.#field(this.page);
    await field.waitFor({ timeout: 60_000 });
    await field.focus();
    await this.page.keyboard.press('Control+End');
  }

  /** Types one word more. */
  async type(): Promise<void> {
    const word = `${this.kind[0]}${this.#count}`;
    this.#count += 1;
    await this.page.keyboard.type(`${word} `);
    this.#typed.push({ word, at: performance.now() });
  }

  /** Words that must be there whatever died at that moment. */
  promised(diedAt: number): readonly string[] {
    return this.#typed.filter(({ at }) => at < diedAt - promisedMs).map(({ word }) => word);
  }

  async #text(): Promise<string> {
    const field = this.#field(this.page);
    return this.kind === 'draft' ? field.inputValue() : field.innerText();
  }

  async #words(): Promise<ReadonlySet<string>> {
    const text = await this.#text();
    // A word that death tore in its last moment ("d8" of d89) stands glued to the next, and words that met at one place stand in ⟦marks⟧: all are there.
    return new Set(text.match(/[ds]\d+/g));
  }

  /** Forgets what is not there: a word typed in the last moment before one death is not promised at the next. */
  async forgetWhatIsGone(): Promise<void> {
    const words = await this.#words();
    this.#typed = this.#typed.filter(({ word }) => words.has(word));
  }

  /** Of the promised words those that are not there; waits for a text that is still coming. */
  async missing(diedAt: number): Promise<readonly string[]> {
    const promised = this.promised(diedAt);
    const end = performance.now() + 30_000;
    for (;;) {
      const words = await this.#words();
      const missing = promised.filter((word) => !words.has(word));
      if (missing.length === 0) return missing;
      if (performance.now() > end) {
        console.error(`What stands there instead: ${await this.#text()}`);
        return missing;
      }
      await this.page.waitForTimeout(100);
    }
  }
}
