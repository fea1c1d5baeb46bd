import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '#server/platform/index.ts';
import { discard, startEmbeddedPostgres } from './embedded-postgres.ts';
import { schemaText } from './schema-text.ts';

/** Migrates a database of its own and writes what came of it to `server/schema.sql`, so that a change shows the whole in review. */
async function printSchema(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'mooring-schema-'));
  await chmod(folder, 0o755);
  const server = await startEmbeddedPostgres({ folder: join(folder, 'postgres'), password: 'schema', durable: false, onTrouble: () => undefined });
  try {
    await migrate({ ownerUrl: server.url, masterKey: randomBytes(32) });
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await writeFile(join(import.meta.dirname, '..', 'server', 'schema.sql'), await schemaText(client));
    await client.end();
  } finally {
    await server.stop();
    await discard(folder);
  }
}

await printSchema();
