import type { Memory } from './memory.ts';
import type { ProductProcess } from './product-process.ts';

/** JSON as the API gives it. */
export type Json = Readonly<Record<string, unknown>>;

/** No answer came, or none that says what became of it: the write may be there or not. */
export class Broken extends Error {}

/** A rule of the product said no. */
export class Said extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, words: string) {
    super(words);
    this.status = status;
    this.code = code;
  }
}

/** Somebody at a browser. Every write that is answered with 2xx is remembered with the number of its request. */
export class Person {
  readonly #product: ProductProcess;
  readonly #memory: Memory;
  readonly #cookie: string;
  readonly staffId: string;

  private constructor(product: ProductProcess, memory: Memory, cookie: string, staffId: string) {
    this.#product = product;
    this.#memory = memory;
    this.#cookie = cookie;
    this.staffId = staffId;
  }

  static async signIn(product: ProductProcess, memory: Memory, staffId: string): Promise<Person> {
    const reply = await fetch(`${product.url}/api/demo/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ staffId }),
    });
    if (!reply.ok) throw new Error(`Signing in answered ${reply.status}`);
    const cookie = reply.headers.getSetCookie().map((line) => line.split(';')[0]);
    return new Person(product, memory, cookie.join('; '), staffId);
  }

  async #fetched(method: string, path: string, body: object | undefined): Promise<{ reply: Response; text: string }> {
    try {
      const reply = await fetch(`${this.#product.url}/api${path}`, {
        method,
        headers: { cookie: this.#cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      return { reply, text: await reply.text() };
    } catch (error) {
      throw new Broken(`${method} ${path}`, { cause: error });
    }
  }

  async #call(method: string, path: string, body?: object): Promise<Json> {
    this.#memory.inFlight += 1;
    try {
      const { reply, text } = await this.#fetched(method, path, body);
      if (reply.status >= 500) {
        if (!this.#product.isDown) this.#memory.breach(`${method} ${path} answered ${reply.status} while nothing was killed: ${text}`);
        throw new Broken(`${method} ${path} answered ${reply.status}`);
      }
      const answer = text === '' ? {} : (JSON.parse(text) as Json);
      if (!reply.ok) throw new Said(reply.status, String(answer['code']), `${method} ${path} answered ${reply.status}: ${text}`);
      if (method !== 'GET') this.#memory.acknowledge(`${method} ${path.replaceAll(/[0-9a-f-]{36}/g, ':id')}`, reply.headers.get('x-request-id') ?? '');
      return answer;
    } finally {
      this.#memory.inFlight -= 1;
    }
  }

  get = (path: string) => this.#call('GET', path);
  post = (path: string, body: object = {}) => this.#call('POST', path, body);
  patch = (path: string, body: object) => this.#call('PATCH', path, body);
}
