import pg from 'pg';
import { inject } from 'vitest';
import { newId } from '#server/platform/index.ts';
import type {} from './provided.ts';

function on(database: string): string {
  const address = new URL(inject('postgresUrl'));
  address.pathname = `/${database}`;
  return address.toString();
}

async function oneConnection<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** A migrated database of the caller's own, as its superuser: what locks whole tables disturbs nobody else. Dropped afterwards. */
export async function withDatabaseCopy<T>(use: (client: pg.Client) => Promise<T>): Promise<T> {
  const database = `copy_${newId().replaceAll('-', '')}`;
  await oneConnection(on('postgres'), (client) => client.query(`create database ${database} template ${inject('templateDatabase')} strategy file_copy`));
  try {
    return await oneConnection(on(database), use);
  } finally {
    await oneConnection(on('postgres'), (client) => client.query(`drop database ${database}`));
  }
}
