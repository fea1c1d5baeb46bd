import type { z } from 'zod';
import { Offline, Problem } from './problem.ts';

type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** Heard when a session has ended, so that the shell can ask to sign in again without losing the page. */
type SessionListener = (code: string) => void;
const listeners = new Set<SessionListener>();

/** Tells when the server answers that nobody is signed in. Answers how to stop listening. */
export function onSessionEnd(listener: SessionListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function address(path: string, query: Query = {}): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, String(value)]]));
  return `/api${path}${given.length > 0 ? `?${new URLSearchParams(given).toString()}` : ''}`;
}

async function problemIn(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => ({}));
  return new Problem(response.status, body as Partial<Problem>);
}

async function send(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(path, { credentials: 'same-origin', ...init }).catch(() => undefined);
  if (!response) throw new Offline();
  if (response.ok) return response;
  const problem = await problemIn(response);
  if (problem.status === 401 && problem.code.startsWith('session')) for (const listener of listeners) listener(problem.code);
  throw problem;
}

/** Says more about a request by the page it is made from; given by the app. */
type Circumstances = () => Readonly<Record<string, string>>;
let circumstances: Circumstances = () => ({});

/** Lets the app add headers to each request (a chart that is open in an emergency). */
export function tellCircumstances(tells: Circumstances): void {
  circumstances = tells;
}

async function call<Reply extends z.ZodType>(
  method: string,
  path: string,
  reply: Reply | undefined,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<z.output<Reply>> {
  const told = { ...circumstances(), ...headers };
  const json = body === undefined ? {} : { body: JSON.stringify(body), headers: { ...told, 'content-type': 'application/json' } };
  const response = await send(path, { method, headers: told, ...json });
  if (!reply) return undefined as z.output<Reply>;
  return reply.parse(await response.json()) as z.output<Reply>;
}

/**
 * The server, typed by the contracts it shares: every reply goes through its schema. Throws `Problem` or `Offline`.
 * `quiet` marks calls that no person caused, so that they do not keep a session awake.
 */
export const api = {
  get: <Reply extends z.ZodType>(path: string, reply: Reply, query?: Query, options: { quiet?: boolean } = {}) =>
    call('GET', address(path, query), reply, undefined, options.quiet ? { 'mooring-activity': 'none' } : {}),
  post: <Reply extends z.ZodType>(path: string, reply: Reply | undefined, body: unknown = {}) => call('POST', address(path), reply, body),
  put: <Reply extends z.ZodType>(path: string, reply: Reply | undefined, body: unknown) => call('PUT', address(path), reply, body),
  patch: <Reply extends z.ZodType>(path: string, reply: Reply | undefined, body: unknown) => call('PATCH', address(path), reply, body),
  del: (path: string) => call('DELETE', address(path), undefined),
  async upload(path: string, file: File, fields: Readonly<Record<string, string>> = {}): Promise<void> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', file);
    await send(address(path), { method: 'POST', body: form });
  },
};
