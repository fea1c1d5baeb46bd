import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { nobody, type Actor, type Purpose } from '../action/actor.ts';
import type { Origin } from '../action/tx.ts';
import { perform } from '../database/transaction.ts';
import type { Workshop } from '../database/workshop.ts';
import { Forbidden, Invalid, NotFound, NotSignedIn } from '../refused/refused.ts';
import { brokenReply } from './broken-reply.ts';
import { faultsOf } from './problem.ts';
import { printedParts, spliced } from './printed-reply.ts';
import { Answer, bytes, type Bytes, type Route } from './route.ts';
import { onTheWire } from './wire.ts';

/** Who asks. `owesSecondFactor` sessions reach only what completes their sign-in. */
export interface Caller {
  readonly actor: Actor;
  readonly owesSecondFactor: boolean;
  /** The patient for whom the caller acts in an emergency, as somebody above has verified for this request. */
  readonly inEmergencyFor?: string;
}

/** Finds the caller of a request by its headers; undefined when nobody is signed in. Given by `identity`. */
export type ResolveCaller = (workshop: Workshop, headers: Readonly<Record<string, string>>) => Promise<Caller | undefined>;

const largestUpload = 15 * 1024 * 1024;

function headersOf(request: FastifyRequest): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]])),
  );
}

function parsed(schema: z.ZodType | undefined, value: unknown, place: string): object {
  if (!schema) return {};
  const result = schema.safeParse(value ?? {});
  if (result.success) return result.data as object;
  // An id in the path that cannot be one names nothing: the same answer as for a record that is not there.
  if (place === 'path') throw new NotFound('Record');
  throw new Invalid(faultsOf(result.error));
}

async function uploaded(request: FastifyRequest): Promise<{ fields: Record<string, unknown>; file: object }> {
  const part = await request.file({ limits: { fileSize: largestUpload } });
  if (!part) throw new Invalid([{ at: 'file', says: 'Choose a file.' }]);
  const content = await part.toBuffer();
  const fields = Object.fromEntries(Object.entries(part.fields).flatMap(([name, field]) => (field && 'value' in field ? [[name, field.value]] : [])));
  return { fields, file: { name: part.filename, contentType: part.mimetype, bytes: new Uint8Array(content) } };
}

async function inputOf(route: Route, request: FastifyRequest): Promise<object> {
  const params = parsed(route.params, request.params, 'path');
  const query = parsed(route.query, request.query, 'query');
  if (!route.upload) return { ...query, ...parsed(route.body, request.body, 'body'), ...params };
  const { fields, file } = await uploaded(request);
  return { ...query, ...parsed(route.body, fields, 'body'), ...params, file };
}

const anonymous: Caller = { actor: nobody, owesSecondFactor: false };

async function callerFor(route: Route, workshop: Workshop, resolve: ResolveCaller, headers: Record<string, string>): Promise<Caller> {
  const caller = await resolve(workshop, headers);
  if (route.may === 'public') return caller ?? anonymous;
  if (!caller) throw new NotSignedIn();
  if (caller.owesSecondFactor && !route.beforeSecondFactor) throw new NotSignedIn('session.second-factor', 'Enter your second factor first.');
  return caller;
}

/** Why the request is made: what the route or the verb says; for treatment in an emergency when the caller is in one and names no other patient. */
function purposeOf(route: Route, { inEmergencyFor }: Caller, asked: readonly string[]): Purpose {
  const said = route.purpose ?? route.action.options.purpose ?? 'TREAT';
  const isEmergency = inEmergencyFor !== undefined && asked.every((patientId) => patientId === inEmergencyFor);
  return said === 'TREAT' && isEmergency ? 'ETREAT' : said;
}

/** Patients named in the path, for the audit of an attempt that comes to nothing. Read before the path is checked, so each must look like an id. */
function askedFor(params: unknown): string[] {
  const { patientId } = (params ?? {}) as { patientId?: unknown };
  return typeof patientId === 'string' && z.uuid().safeParse(patientId).success ? [patientId] : [];
}

function isAllowed(route: Route, actor: Actor): boolean {
  return route.may === 'public' || route.may === 'signed-in' || actor.permissions.has(route.may);
}

function sendBytes(reply: FastifyReply, file: Bytes): FastifyReply {
  const name = file.fileName.replaceAll(/[^\w. -]/g, '_');
  return reply
    .header('content-type', file.contentType)
    .header('content-disposition', `${file.inline ? 'inline' : 'attachment'}; filename="${name}"`)
    .header('cache-control', 'private, no-store')
    .send(Buffer.from(file.body));
}

/** The contract lets through its own fields and no others: minimum necessary, 45 CFR 164.502(b). What it refuses is a bug of ours and never the caller's. */
function byContract(route: Route, contract: z.ZodType, body: unknown): unknown {
  const read = contract.safeParse(body);
  if (read.success) return read.data;
  throw brokenReply(route, contract, read.error);
}

function sendAnswer(route: Route, reply: FastifyReply, result: unknown): FastifyReply {
  const answer = result instanceof Answer ? result : new Answer(result);
  for (const cookie of answer.cookies) reply.header('set-cookie', cookie);
  if (route.reply === bytes) return sendBytes(reply, answer.body as Bytes);
  reply.status(answer.status ?? (answer.body === undefined ? 204 : 200)).header('cache-control', 'no-store');
  if (answer.body === undefined) return reply.send();
  const parts = printedParts(answer.body);
  const body = onTheWire(parts?.toCheck ?? answer.body);
  const checked = route.reply ? byContract(route, route.reply as z.ZodType, body) : body;
  return parts ? reply.type('application/json; charset=utf-8').send(spliced(route.reply, checked as Record<string, unknown>, parts.printed)) : reply.send(checked);
}

/** Turns one route into a Fastify handler: parse, know the caller, check the permission, act in one transaction, answer by the schema. */
export function handlerOf(route: Route, workshop: Workshop, resolve: ResolveCaller) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const headers = headersOf(request);
    const origin: Origin = { address: request.ip, device: headers['user-agent']?.slice(0, 300) ?? null, headers };
    const caller = await callerFor(route, workshop, resolve, headers);
    const { actor } = caller;
    const asked = askedFor(request.params);
    const circumstances = { actor, purpose: purposeOf(route, caller, asked), traceId: request.id, origin, askedFor: asked };
    if (!isAllowed(route, actor)) {
      await perform(workshop, circumstances, { name: route.action.name, options: { outcome: 'denied' }, within: () => Promise.resolve() }, undefined);
      throw new Forbidden(route.may);
    }
    const input = await inputOf(route, request);
    return sendAnswer(route, reply, await perform(workshop, circumstances, route.action, input as never));
  };
}
