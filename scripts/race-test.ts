/**
 * `npm run race-test -- --races 10000`: as many races of releases against the revocation of the consent that they rest on, on a real PostgreSQL with
 * many connections. Each race must end with no release committed after the revocation, by the clock of the commits. Exit code 1 when one did.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { races: { type: 'string', default: '10000' } } });
const races = Number(values.races);
if (!Number.isInteger(races) || races < 1) {
  console.error('A whole number: npm run race-test -- --races 10000');
  process.exit(2);
}
const root = join(import.meta.dirname, '..');
const { status } = spawnSync(join(root, 'node_modules/.bin/vitest'), ['run', 'server/privacy/gate/races.test.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, MOORING_RACES: String(races) },
});
process.exitCode = status ?? 1;
