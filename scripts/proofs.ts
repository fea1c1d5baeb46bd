/**
 * `npm run proofs [-- --only name]`: the properties that `npm test` tries some times, tried as often as is promised. Takes a while: the hundred thousand
 * edits of series alone some minutes. Exit code 1 when one has a counterexample.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runSteps } from '#launch/steps.ts';

/** Test files, and the variables that make them long. */
interface Proof {
  readonly files: readonly string[];
  readonly counts: Readonly<Record<string, string>>;
}

const proofs: Readonly<Record<string, Proof>> = {
  decision: { files: ['server/privacy/decision'], counts: { WORLDS: '10000' } },
  sight: { files: ['server/privacy/access/row-visibility.test.ts'], counts: { WORLDS: '400' } },
  explanations: { files: ['server/privacy/explanations'], counts: { TRIPLES: '100000' } },
  revocation: { files: ['server/privacy/gate/races.test.ts'], counts: { MOORING_RACES: '10000' } },
  rehearsal: { files: ['server/disclosures/packets/rehearsal.test.ts'], counts: { REHEARSALS: '1200' } },
  series: {
    files: ['server/scheduling/series/calendar.rules.test.ts', 'server/scheduling/series/replan.rules.test.ts', 'server/scheduling/series/recurrence.rules.test.ts'],
    counts: { SERIES_EDITS: '100000', RECURRENCES: '5000' },
  },
  census: { files: ['server/residence/census'], counts: { MOORING_CENSUS_RUNS: '200' } },
  designer: { files: ['server/charting/designs'], counts: { DESIGNS: '2000' } },
  journal: { files: ['web/ui/journal'], counts: { JOURNAL_RUNS: '20000' } },
};

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const chosen = Object.entries(proofs).filter(([name]) => values.only === undefined || values.only.split(',').includes(name));
if (chosen.length === 0) {
  console.error(`No such proof. There are: ${Object.keys(proofs).join(', ')}`);
  process.exit(2);
}
process.chdir(join(import.meta.dirname, '..'));
for (const [name, { files, counts }] of chosen) {
  Object.assign(process.env, counts);
  const told = Object.entries(counts).map(([variable, count]) => `${variable}=${count}`);
  const [result] = await runSteps([{ name: `${name} (${told.join(' ')})`, command: ['vitest', 'run', '--testTimeout', '7200000', ...files], live: true }]);
  if (result?.passed !== true) process.exitCode = 1;
}
