import { expect, inject, test } from 'vitest';
import pg from 'pg';
import type {} from '#testing/provided.ts';
import { holdDataFolder } from './data-folder.ts';

async function terminateHolder(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'mooring-folder'`);
  await client.end();
}

test('a data folder belongs to one Mooring until it lets go, and a second one is told so', async () => {
  const url = inject('postgresUrl');
  const first = await holdDataFolder(url, '/srv/mooring');
  await expect(holdDataFolder(url, '/srv/mooring')).rejects.toThrow(/^MOORING_DATA: \/srv\/mooring is in use by another Mooring\./);
  await first.release();
  const second = await holdDataFolder(url, '/srv/mooring');
  await terminateHolder(url);
  // The database behind it went away: whoever holds the folder hears of it.
  await second.lost;
  await second.release();
});
