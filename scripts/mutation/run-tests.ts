import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const Result = z.object({ testResults: z.array(z.object({ message: z.string(), assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })) })) });

/** What came of a run: the tests that failed, and how many passed. */
export interface Run {
  readonly failed: readonly string[];
  readonly passed: number;
}

/** Runs tests in a folder, by files and a pattern of names. A file that does not even load counts as a failed test; throws when no test ran at all. */
export async function runTests(folder: string, { tests, named }: { readonly tests: readonly string[]; readonly named?: string }): Promise<Run> {
  const output = join(folder, '.mutant-result.json');
  const filter = named === undefined ? [] : ['--testNamePattern', named];
  const { promise, resolve } = Promise.withResolvers<void>();
  const command = ['run', '--reporter=json', `--outputFile=${output}`, ...filter, ...tests];
  const child = spawn(process.execPath, [join(folder, 'node_modules/vitest/vitest.mjs'), ...command], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.on('close', () => resolve());
  await promise;
  const { testResults } = Result.parse(JSON.parse(await readFile(output, 'utf8')));
  await rm(output);
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  const broken = testResults
    .filter(({ message, assertionResults }) => message !== '' && assertionResults.length === 0)
    .map(({ message }) => `does not load: ${message.split('\n')[0]}`);
  const failed = [...all.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName), ...broken];
  const passed = all.filter(({ status }) => status === 'passed').length;
  if (failed.length + passed === 0) throw new Error(`No test ran of ${tests.join(', ')} ${named ?? ''}\n${said.slice(-2000)}`);
  return { failed, passed };
}
