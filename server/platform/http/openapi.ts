import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { bytes, type Route } from './route.ts';

type Json = Record<string, unknown>;

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  return rest;
}

function parameters(route: Route): Json[] {
  const places: readonly (readonly ['path' | 'query', z.ZodType | undefined])[] = [
    ['path', route.params],
    ['query', route.query],
  ];
  return places.flatMap(([place, schema]) => {
    if (!schema) return [];
    const { properties = {}, required = [] } = jsonSchema(schema, 'input') as { properties?: Json; required?: string[] };
    return Object.entries(properties).map(([name, shape]) => ({ name, in: place, required: place === 'path' || required.includes(name), schema: shape }));
  });
}

function requestBody(route: Route): Json {
  if (route.upload) {
    const fields = route.body ? ((jsonSchema(route.body, 'input') as { properties?: Json }).properties ?? {}) : {};
    return { requestBody: { content: { 'multipart/form-data': { schema: { type: 'object', properties: { ...fields, file: { type: 'string', format: 'binary' } } } } } } };
  }
  return route.body ? { requestBody: { content: { 'application/json': { schema: jsonSchema(route.body, 'input') } } } } : {};
}

function replies(route: Route): Json {
  const problem = { description: 'A problem (RFC 9457)', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };
  const done =
    route.reply === bytes
      ? { description: 'The file', content: { 'application/octet-stream': {} } }
      : { description: 'Done', ...(route.reply ? { content: { 'application/json': { schema: jsonSchema(route.reply as z.ZodType, 'output') } } } : {}) };
  return { '200': done, default: problem };
}

function operation(route: Route): Json {
  const room = route.path.split('/')[1] ?? 'general';
  return {
    operationId: `${route.method.toLowerCase()}${route.path.replaceAll(/[/:-]+(\w)/g, (_all, first: string) => first.toUpperCase())}`,
    summary: route.summary ?? route.action.name,
    tags: [room],
    'x-permission': route.may,
    'x-purpose': route.purpose ?? route.action.options.purpose ?? 'TREAT',
    parameters: parameters(route),
    ...requestBody(route),
    responses: replies(route),
  };
}

/** The OpenAPI 3.1 document of the routes; nothing is written by hand, so nothing can be out of date. */
export function openApi(routes: readonly Route[]): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = `/api${route.path.replaceAll(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  const field = { type: 'object', properties: { at: { type: 'string' }, says: { type: 'string' } } };
  return {
    openapi: '3.1.0',
    info: { title: 'Mooring', version: '0.1.0', description: 'Every route of the product. Sign in with POST /api/auth/sign-in; the session travels in a cookie.' },
    paths,
    components: {
      schemas: {
        Problem: {
          type: 'object',
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            code: { type: 'string' },
            errors: { type: 'array', items: field },
            obstacles: { type: 'array', items: field },
            traceId: { type: 'string' },
          },
        },
      },
    },
  };
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const text = (value: unknown) => String(value).replaceAll(/[&<>"]/g, (character) => escapes[character] ?? character);

function section(route: Route): string {
  const body = route.body ? `<h3>Body</h3><pre>${text(JSON.stringify(jsonSchema(route.body, 'input'), null, 2))}</pre>` : '';
  const reply = route.reply && route.reply !== bytes ? `<h3>Reply</h3><pre>${text(JSON.stringify(jsonSchema(route.reply as z.ZodType, 'output'), null, 2))}</pre>` : '';
  return `<details><summary><b>${route.method}</b> <code>/api${text(route.path)}</code> <span>${text(route.summary ?? route.action.name)}</span></summary><p>Permission: <code>${text(route.may)}</code></p>${body}${reply}</details>`;
}

function page(routes: readonly Route[]): string {
  const rooms = Map.groupBy(routes, (route) => route.path.split('/')[1] ?? 'general');
  const sections = [...rooms].map(([room, its]) => `<h2 id="${text(room)}">${text(room)}</h2>${its.map(section).join('')}`);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Mooring API</title><style>
body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#16302f;background:#fbfaf8}details{border-bottom:1px solid #ddd8ce;padding:.4rem 0}summary{cursor:pointer}
summary b{display:inline-block;min-width:4.5rem;color:#0b5a5a}summary span{color:#5b6664}pre{background:#f1eee8;padding:1rem;overflow:auto;border-radius:6px}h2{text-transform:capitalize;margin-top:2rem}</style></head>
<body><h1>Mooring API</h1><p>Generated from the routes. Machine-readable: <a href="/openapi.json">/openapi.json</a>. Errors are problems as in RFC 9457 and name the field.</p>${sections.join('')}</body></html>`;
}

/** `/openapi.json` for programs and `/docs/api` for people; both are made once, when first asked for. */
export function serveApiPages(app: FastifyInstance, routes: readonly Route[]): void {
  let document: Json | undefined;
  let html: string | undefined;
  app.get('/openapi.json', () => (document ??= openApi(routes)));
  app.get('/docs/api', (_request, reply) => reply.type('text/html').send((html ??= page(routes))));
}
