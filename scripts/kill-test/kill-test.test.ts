import { expect, test } from 'vitest';
import { runKillTest } from './run.ts';

// The short form of `npm run kill-test`, so that each change meets it; the long one has many more moments to be unlucky in.
test('a product killed under load loses no acknowledged write and doubles nothing', { timeout: 240_000 }, async () => {
  const report = await runKillTest({ kills: 1, seed: 11, longest: 2000 });
  expect(report.breaches).toEqual([]);
  expect(report.rounds).toHaveLength(1);
  expect(report.acknowledged.get('POST /drafts/:id/signature') ?? 0).toBeGreaterThan(0);
});
