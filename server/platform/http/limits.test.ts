import { expect } from 'vitest';
import { clinicTest as test } from '#testing/clinic.ts';
import { assemble } from '#server/main.ts';
import { openLog } from '../index.ts';

test('whoever asks too often is told to wait, but the page itself is always given: without one of its parts a browser stays white', async ({ clinic }) => {
  const databaseUrl = clinic.product.workshop.database.pool.options.connectionString ?? '';
  const strict = await assemble({ config: { ...clinic.config, MOORING_RATE_LIMIT: 10 }, databaseUrl, log: openLog('error'), clock: clinic.clock });
  const statuses = async (url: string) => {
    const replies = await Promise.all(Array.from({ length: 30 }, () => strict.http.inject({ method: 'GET', url })));
    return new Set(replies.map(({ statusCode }) => statusCode));
  };
  expect(await statuses('/assets/index.js')).not.toContain(429);
  expect(await statuses('/api/demo/personas')).toContain(429);
  await strict.stop();
});
