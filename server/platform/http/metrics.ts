import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from '../database/database.ts';

/** What one server counts for Prometheus: route patterns and statuses, no person. */
export interface Metrics {
  readonly registry: Registry;
  readonly requests: Histogram<'method' | 'route' | 'status'>;
  readonly refusedForLoad: Counter;
}

export function openMetrics(database: Database): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'mooring_http_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  const refusedForLoad = new Counter({ name: 'mooring_http_shed_total', help: 'Requests refused because the server was too busy', registers: [registry] });
  const connections = new Gauge({
    name: 'mooring_database_connections',
    help: 'Connections by state',
    labelNames: ['state'] as const,
    registers: [registry],
    collect() {
      connections.set({ state: 'open' }, database.pool.totalCount);
      connections.set({ state: 'idle' }, database.pool.idleCount);
      connections.set({ state: 'waiting' }, database.pool.waitingCount);
    },
  });
  return { registry, requests, refusedForLoad };
}
