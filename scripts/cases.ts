import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runSteps } from '#launch/steps.ts';

// Plays the decision cases through every channel that exists, and prints the table of channel by case.
const [result] = await runSteps([{ name: 'cases by channel (vitest)', command: ['vitest', 'run', 'scenarios/cases'], live: true }]);
console.log(await readFile(join(import.meta.dirname, '..', '.data', 'reports', 'cases.md'), 'utf8'));
process.exitCode = result?.passed === true ? 0 : 1;
