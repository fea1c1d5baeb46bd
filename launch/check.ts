import { globSync } from 'node:fs';
import { join } from 'node:path';
import { runSteps, type Step } from './steps.ts';

const root = join(import.meta.dirname, '..');
const migrations = globSync('server/*/migrations/*.sql', { cwd: root }).toSorted();

// Each by name: the word `house` alone would also find the clearinghouse.
const houseTests = globSync('house/*.test.ts', { cwd: root }).toSorted();

/** Everything that keeps the house in order, the quickest first. */
export const checks: readonly Step[] = [
  { name: 'format (biome)', command: ['biome', 'format', '.'] },
  { name: 'types of the server (tsc)', command: ['tsc', '--noEmit', '-p', 'tsconfig.json'] },
  { name: 'types of the web (tsc)', command: ['tsc', '--noEmit', '-p', 'tsconfig.web.json'] },
  { name: 'lint (oxlint)', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'directions (dependency-cruiser)', command: ['depcruise', '--config', '.dependency-cruiser.mjs', 'server', 'web', 'demo', 'sandbox', 'launch'] },
  { name: 'unused code (knip)', command: ['knip'] },
  { name: 'repeated code (jscpd)', command: ['jscpd', '--config', '.jscpd.json'] },
  { name: 'migrations (squawk)', command: ['squawk', '--config', '.squawk.toml', ...migrations] },
  { name: 'the house itself (vitest)', command: ['vitest', 'run', ...houseTests] },
];

if (import.meta.main) {
  const results = await runSteps(checks);
  process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;
}
