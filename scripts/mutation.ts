/**
 * `npm run mutation`: takes away one guard after the other, and shows for each the test that notices. Guards of the database (policies, row-level security,
 * the readers that policies ask) go in one database; questions to the gate in a copy of the tree, each with the tests that must fail. `--only database`,
 * `--only code` or a part of a mutant's name runs some. Exit code 1 when one survives.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { codeMutants, type CodeMutant } from './mutation/code-mutants.ts';
import type { MutantFate } from './mutation/database-mutants.ts';
import { runTests } from './mutation/run-tests.ts';
import { withChange, withTreeCopy } from './mutation/tree-copy.ts';

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
const root = join(import.meta.dirname, '..');

function tell({ mutant, killedBy }: MutantFate): void {
  console.log(killedBy === null ? `SURVIVED  ${mutant}` : `killed    ${mutant}\n          by: ${killedBy}`);
}

async function fateOfCode(folder: string, mutant: CodeMutant): Promise<MutantFate> {
  const { failed } = await withChange(join(folder, mutant.file), mutant, () => runTests(folder, mutant));
  return { mutant: mutant.name, killedBy: failed[0] ?? null };
}

async function ofTheDatabase(): Promise<MutantFate[]> {
  process.env['MUTANTS'] = 'all';
  await runTests(root, { tests: ['scripts/mutation/database-mutants.test.ts'] });
  const fates = JSON.parse(await readFile(join(root, '.data', 'reports', 'database-mutants.json'), 'utf8')) as MutantFate[];
  for (const fate of fates) tell(fate);
  return fates;
}

async function ofTheCode(chosen: readonly CodeMutant[]): Promise<MutantFate[]> {
  return withTreeCopy(async (folder) => {
    const fates: MutantFate[] = [];
    for (const mutant of chosen) {
      const fate = await fateOfCode(folder, mutant);
      tell(fate);
      fates.push(fate);
    }
    return fates;
  });
}

const begin = performance.now();
const chosen = values.only === 'database' ? [] : codeMutants.filter(({ name }) => values.only === 'code' || name.includes(values.only));
const fates = [...(values.only === '' || values.only === 'database' ? await ofTheDatabase() : []), ...(chosen.length > 0 ? await ofTheCode(chosen) : [])];
const survivors = fates.filter(({ killedBy }) => killedBy === null);
console.log(`\n${fates.length} mutants, ${fates.length - survivors.length} killed, ${survivors.length} survived, ${Math.round((performance.now() - begin) / 1000)} s`);
process.exitCode = survivors.length === 0 && fates.length > 0 ? 0 : 1;
