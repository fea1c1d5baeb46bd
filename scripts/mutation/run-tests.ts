import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const Result = z.object({ testResults: z.array(z.object({ message: z.string(), assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })) })) });

/** What came of a run: the tests that failed, and how many passed. */
export interface Run {
  readonly failed: readonly string[];
  readonly passed: number;
}

/** Runs tests in a folder, by files and the beginnings of names. A file that does not even load counts as a failed test. */
export async function runTests(folder: string, { tests, named }: { readonly tests: readonly string[]; readonly named?: string }): Promise<Run> {
  const output = join(folder, 'mutant-result.json');
  const filter = named === undefined ? [] : ['--testNamePattern', named];
  const { promise, resolve } = Promise.withResolvers<void>();
  const child = spawn(join(folder, 'node_modules/.bin/vitest'), ['run', '--reporter=json', `--outputFile=${output}`, ...filter, ...tests], {
    cwd: folder,
    stdio: 'ignore',
  });
  child.on('close', () => resolve());
  await promise;
  const { testResults } = Result.parse(JSON.parse(await readFile(output, 'utf8')));
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  const broken = testResults
    .filter(({ message, assertionResults }) => message !== '' && assertionResults.length === 0)
    .map(({ message }) => `does not load: ${message.split('\n')[0]}`);
  return {
    failed: [...all.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName), ...broken],
    passed: all.filter(({ status }) => status === 'passed').length,
  };
}
