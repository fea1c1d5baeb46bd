import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Workshop } from '../database/workshop.ts';
import { NotFound } from '../refused/refused.ts';
import type { Metrics } from './metrics.ts';

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

function mayReadMetrics(request: FastifyRequest, token: string | undefined): boolean {
  const given = Buffer.from(request.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token ?? ''}`);
  if (token && given.length === wanted.length && timingSafeEqual(given, wanted)) return true;
  return !token && loopback.has(request.ip);
}

/** `/healthz`: the process lives. `/readyz`: it can reach its database. `/metrics`: Prometheus, for this machine or with the token. */
export function serveHealth(app: FastifyInstance, workshop: Workshop, metrics: Metrics): void {
  const unlimited = { config: { rateLimit: false } };
  app.get('/healthz', unlimited, () => ({ status: 'ok' }));
  app.get('/readyz', unlimited, async (_request, reply) => {
    try {
      await workshop.database.pool.query('select 1');
      return { status: 'ok' };
    } catch {
      return reply.status(503).send({ status: 'the database does not answer' });
    }
  });
  app.get('/metrics', unlimited, async (request, reply) => {
    if (!mayReadMetrics(request, workshop.config.MOORING_METRICS_TOKEN)) throw new NotFound('Page');
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}
