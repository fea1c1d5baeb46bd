import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a route answers: JSON, a page, a plain text, or a way back to a page. */
export type Answer = { readonly json: unknown; readonly status?: number } | { readonly html: string } | { readonly text: string } | { readonly seeOther: string };

/** One request, read: the named parts of the path, and the body as JSON or as form fields. */
export interface Question {
  readonly parts: Readonly<Record<string, string | undefined>>;
  readonly body: unknown;
  /** Sent by a form on a page, which wants to come back to a page. */
  readonly isForm: boolean;
}

/** A method, a path with `:name` parts, and what to do. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  answer(question: Question): Answer | Promise<Answer>;
}

/** A request that cannot be carried out; its message is the answer. */
export class BadRequest extends Error {
  readonly status: number;
  constructor(message: string, status = 400) {
    super(message);
    this.status = status;
  }
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}/?$`);
}

async function bodyOf(request: IncomingMessage): Promise<{ readonly body: unknown; readonly isForm: boolean }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > 1_000_000) throw new BadRequest('The body is larger than 1 MB.', 413);
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  if (request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true)
    return { body: Object.fromEntries(new URLSearchParams(text)), isForm: true };
  if (text === '') return { body: {}, isForm: false };
  try {
    return { body: JSON.parse(text) as unknown, isForm: false };
  } catch {
    throw new BadRequest('The body is not JSON.');
  }
}

// A page elsewhere must not steer the sandbox through a visitor's browser.
function refuseStrangers({ method, headers }: IncomingMessage): void {
  if (method === 'GET' || headers.origin === undefined) return;
  if (URL.parse(headers.origin)?.host !== headers.host) throw new BadRequest('This came from another site.', 403);
}

function send(response: ServerResponse, answer: Answer): void {
  response.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'; form-action 'self'; base-uri 'none'");
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('cache-control', 'no-store');
  if ('seeOther' in answer) response.writeHead(303, { location: answer.seeOther }).end();
  else if ('html' in answer) response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(answer.html);
  else if ('text' in answer) response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(answer.text);
  else response.writeHead(answer.status ?? 200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(answer.json));
}

async function answerTo(request: IncomingMessage, routes: readonly (Route & { readonly pattern: RegExp })[]): Promise<Answer> {
  refuseStrangers(request);
  const path = new URL(request.url ?? '/', 'http://sandbox').pathname;
  for (const route of routes) {
    const match = route.method === request.method ? route.pattern.exec(path) : null;
    if (match !== null)
      return route.answer({
        parts: Object.fromEntries(Object.entries(match.groups ?? {}).map(([name, text]) => [name, decodeURIComponent(text)])),
        ...(await bodyOf(request)),
      });
  }
  throw new BadRequest(`There is no ${request.method ?? ''} ${path}.`, 404);
}

/** An HTTP server over a table of routes. */
export async function serveHttp(host: string, port: number, table: readonly Route[]): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const routes = table.map((route) => ({ ...route, answer: route.answer.bind(route), pattern: patternOf(route.path) }));
  const server: Server = createServer((request, response) => {
    answerTo(request, routes)
      .catch((error: unknown): Answer => {
        const status = error instanceof BadRequest ? error.status : 500;
        return { status, json: { error: error instanceof Error ? error.message : String(error) } };
      })
      .then((answer) => send(response, answer))
      .catch(() => response.destroy());
  });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, host, resolve);
  await promise;
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      const closed = Promise.withResolvers<void>();
      server.close(() => closed.resolve());
      server.closeAllConnections();
      await closed.promise;
    },
  };
}
