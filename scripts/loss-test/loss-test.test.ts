import { expect, test } from 'vitest';
import { runLossTest } from './run.ts';

// The short form of `npm run loss-test`, so that each change meets it; the long one has many more moments to be unlucky in.
test('no character older than a second is lost when server, page, browser or network dies', { timeout: 300_000 }, async () => {
  const rounds = await runLossTest({ kills: 3, seed: 5 });
  expect(rounds).toHaveLength(3);
  expect(rounds.filter(({ missing }) => missing.length > 0)).toEqual([]);
});
