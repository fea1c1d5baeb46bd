import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { PreparingClient } from './preparing-client.ts';
import { teachTemporalToPostgres, temporalTypes } from './temporal-values.ts';

teachTemporalToPostgres();

/** The application's connections, as the role that owns nothing. */
export interface Database {
  readonly pool: pg.Pool;
  readonly kysely: Kysely<Record<never, never>>;
  close(): Promise<void>;
}

/** Opens a pool. `onError` hears of idle connections that break, which is no reason to stop. */
export function openDatabase(url: string, options: { size: number; onError: (error: Error) => void }): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.size,
    types: temporalTypes,
    Client: PreparingClient,
    application_name: 'mooring',
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 10_000,
  });
  pool.on('error', options.onError);
  const kysely = new Kysely<Record<never, never>>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  return {
    pool,
    kysely,
    async close() {
      await kysely.destroy();
      // Kysely ends only a pool that it has used itself.
      if (!pool.ended) await pool.end();
    },
  };
}
