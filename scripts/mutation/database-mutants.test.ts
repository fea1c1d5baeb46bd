import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withDatabaseCopy } from '#testing/database-copy.ts';
import { catalogueFault } from './database-looks.ts';
import { databaseMutants, soundSights } from './database-mutants.ts';

const folder = join(import.meta.dirname, '..', '..', '.data', 'reports');

// Seen by permission or by name alone, and so without working in the program of the row.
const oversight = ['audit.', 'privacy.access_grant', 'privacy.decision', 'privacy.emergency_access', 'privacy.incident_patient'];

// Each table has the same kinds of guard, made by the same functions: every fourth loses them in each run, all of them in `npm run mutation`.
const isWhole = process.env['MUTANTS'] === 'all';

test('take one guard away from any table, and a look notices', { timeout: 240_000 }, async () => {
  await withDatabaseCopy(async (client) => {
    expect(await catalogueFault(client)).toBeUndefined();
    const sound = await soundSights(client);
    for (const [table, sight] of sound) {
      expect(sight['nobody without a context sees the row'], table).toBe(false);
      if (!oversight.some((name) => table.startsWith(name))) expect(sight['a stranger with every permission does not see it'], table).toBe(false);
    }
    const seenByMembers = [...sound.values()].filter((sight) => sight['who works in the program with every permission sees it'] === true);
    expect(seenByMembers.length).toBeGreaterThan(sound.size / 2);
    const fates = await databaseMutants(client, isWhole ? sound : new Map([...sound].filter((_table, place) => place % 4 === 0)), sound);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'database-mutants.json'), JSON.stringify(fates, undefined, 1));
    expect(fates.length).toBeGreaterThan(isWhole ? 300 : 75);
    expect(fates.filter(({ killedBy }) => killedBy === null)).toEqual([]);
  });
});
