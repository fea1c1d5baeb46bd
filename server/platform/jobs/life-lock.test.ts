import { expect } from 'vitest';
import { clinicTest as test } from '#testing/clinic.ts';
import { openLog } from '../logging/log.ts';
import { LifeLock } from './life-lock.ts';

const key = 4_711;

test('a process whose connection broke is known to live again, and to be gone once it let go', async ({ clinic }) => {
  const { connectionString = '' } = clinic.product.workshop.database.pool.options;
  const held = async () =>
    (await clinic.sql('owner', `select pid from pg_locks where locktype = 'advisory' and classid = 7001 and objid = ${key} and granted`)).map(({ pid }) => Number(pid));
  const life = new LifeLock(connectionString, key, openLog('silent'));
  await life.take();
  const [first] = await held();
  await clinic.sql('owner', 'select pg_terminate_backend($1)', [first]);
  await expect.poll(async () => (await held()).filter((pid) => pid !== first), { timeout: 10_000 }).toHaveLength(1);
  await life.release();
  await expect.poll(held, { timeout: 10_000 }).toEqual([]);
});
