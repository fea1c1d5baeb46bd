import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Workshop } from '../database/workshop.ts';
import { newId } from '../ids/id.ts';
import { Forbidden } from '../refused/refused.ts';
import { handlerOf, type ResolveCaller } from './handler.ts';
import { serveHealth } from './health.ts';
import { serveLive, type LiveDoor } from './live.ts';
import { openMetrics, type Metrics } from './metrics.ts';
import { serveApiPages } from './openapi.ts';
import { problemOf } from './problem.ts';
import type { Route } from './route.ts';
import { serveWeb } from './web-app.ts';

/** What one HTTP server is made of. */
export interface ServerParts {
  readonly workshop: Workshop;
  readonly routes: readonly Route[];
  readonly live?: readonly LiveDoor[];
  readonly resolveCaller: ResolveCaller;
  readonly log: Logger;
  /** Folder of the built web app; without it only the API is served. */
  readonly webFolder?: string | undefined;
}

/** Same-site cookies stop most forged requests; the Origin header stops the rest (OWASP: verifying origin). */
function refuseForeignOrigin(request: FastifyRequest): void {
  const { origin, host } = request.headers;
  if (request.method === 'GET' || request.method === 'HEAD' || !origin) return;
  if (!URL.canParse(origin) || new URL(origin).host !== host) throw new Forbidden('same-origin');
}

const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    // Mantine sets CSS variables in style attributes and style elements; scripts have no such leave.
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    workerSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
};

/** The page itself and its parts: without one of them a browser stays white, and each costs nothing but a read from the disk. */
const isOfPage = (url: string) => !url.startsWith('/api/');

async function guard(app: FastifyInstance, { workshop }: ServerParts, metrics: Metrics): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy,
    strictTransportSecurity: workshop.config.publicUrl.startsWith('https://') ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'no-referrer' },
  });
  await app.register(cookie);
  await app.register(multipart, { limits: { files: 1, fields: 20 } });
  await app.register(rateLimit, { max: workshop.config.MOORING_RATE_LIMIT, timeWindow: '1 minute', allowList: (request) => isOfPage(request.url) });
  await app.register(underPressure, {
    maxEventLoopDelay: workshop.config.MOORING_BUSY_AFTER_MS,
    // A span in which nothing was measured counts as an endless delay: it must not be shorter than the delay that is borne.
    sampleInterval: workshop.config.MOORING_BUSY_AFTER_MS,
    pressureHandler: (request, reply) => {
      if (isOfPage(request.url)) return;
      metrics.refusedForLoad.inc();
      void reply
        .status(503)
        .header('retry-after', '5')
        .type('application/problem+json')
        .send({ type: 'urn:mooring:problem:busy', title: 'The server is busy. Your work is kept; it will be tried again.', status: 503, code: 'busy' });
    },
  });
}

function observe(app: FastifyInstance, log: Logger, metrics: Metrics): void {
  // The number under which log and audit know this request: whoever asks for help can name it.
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    const seconds = reply.elapsedTime / 1000;
    metrics.requests.observe({ method: request.method, route, status: String(reply.statusCode) }, seconds);
    log.info({ trace: request.id, method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime * 10) / 10 }, 'answered');
    done();
  });
}

/** What the log is told of a failure. A schema names what it refused in its message: that may be data, and stays out. */
function loggable(error: unknown): { error: string; stack: string | undefined } {
  if (!(error instanceof Error)) return { error: 'unknown', stack: undefined };
  if (!(error instanceof z.ZodError)) return { error: error.message, stack: error.stack };
  const codes = error.issues.map(({ code }) => code).join(', ');
  return { error: `a schema refused what the server itself made (${codes})`, stack: error.stack?.slice(error.stack.indexOf('\n    at ')) };
}

function explainErrors(app: FastifyInstance, log: Logger): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error, request.id);
    if (problem.status >= 500) log.error({ trace: request.id, ...loggable(error) }, 'failed');
    if (problem.status === 503) reply.header('retry-after', '5');
    return reply.status(problem.status).type('application/problem+json').header('cache-control', 'no-store').send(problem);
  });
}

function register(app: FastifyInstance, { routes, workshop, resolveCaller }: ServerParts): void {
  for (const route of routes) {
    app.route({
      method: route.method,
      url: `/api${route.path}`,
      handler: handlerOf(route, workshop, resolveCaller),
      ...(route.rateLimit ? { config: { rateLimit: { max: route.rateLimit, timeWindow: '1 minute' } } } : {}),
    });
  }
}

/** Builds the server; the caller listens. Every route of the table is guarded, observed and explained the same way. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    genReqId: () => newId(),
    trustProxy: 'loopback',
    bodyLimit: 5 * 1024 * 1024,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  });
  const metrics = openMetrics(parts.workshop.database);
  observe(app, parts.log, metrics);
  explainErrors(app, parts.log);
  await guard(app, parts, metrics);
  app.addHook('onRequest', (request, _reply, done) => {
    refuseForeignOrigin(request);
    done();
  });
  serveHealth(app, parts.workshop, metrics);
  serveApiPages(app, parts.routes);
  register(app, parts);
  await serveLive(app, parts.live ?? [], parts);
  await serveWeb(app, parts.webFolder);
  return app;
}
