/** What the server says when it says no: RFC 9457, with fields and obstacles in words for people. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: readonly { readonly at: string; readonly says: string }[];
  readonly obstacles: readonly { readonly code: string; readonly says: string; readonly at?: string }[];
  readonly traceId: string | undefined;

  constructor(status: number, body: Partial<Omit<Problem, 'status'>> & { readonly title?: string }) {
    super(body.title ?? 'The server did not answer as expected.');
    this.name = 'Problem';
    this.status = status;
    this.code = body.code ?? `http-${status}`;
    this.errors = body.errors ?? [];
    this.obstacles = body.obstacles ?? [];
    this.traceId = body.traceId;
  }
}

/** No answer at all: no network, or the server is away. What was typed is kept. */
export class Offline extends Error {
  constructor() {
    super('The server cannot be reached. Your work is kept on this device.');
    this.name = 'Offline';
  }
}

/** Any failure as a title and lines to show. */
export function wordsOf(error: unknown): { title: string; lines: readonly string[] } {
  if (error instanceof Problem) {
    const lines = [...error.obstacles.map(({ says }) => says), ...error.errors.map(({ at, says }) => `${at}: ${says}`)];
    const title = error.obstacles.length > 0 && error.obstacles.some(({ says }) => error.message.includes(says)) ? 'This cannot be done yet' : error.message;
    return { title, lines: error.traceId ? [...lines, `Reference ${error.traceId}`] : lines };
  }
  return { title: error instanceof Error ? error.message : 'Something went wrong.', lines: [] };
}

/** Messages by field for a form, from the problem of its request. */
export function fieldErrors(error: unknown): Record<string, string> {
  if (!(error instanceof Problem)) return {};
  const all = [...error.errors, ...error.obstacles.flatMap(({ at, says }) => (at ? [{ at, says }] : []))];
  return Object.fromEntries(all.map(({ at, says }) => [at, says]));
}
