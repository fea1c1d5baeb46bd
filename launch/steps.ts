import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** One command of a check or a test run, with the words that name it. */
export interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
}

/** How a step ended; its output is kept for those that failed. */
export interface StepResult {
  readonly name: string;
  readonly passed: boolean;
  readonly seconds: number;
  readonly output: string;
}

const root = join(import.meta.dirname, '..');

function run({ name, command: [program, ...args] }: Step, show: boolean): Promise<StepResult> {
  const { promise, resolve } = Promise.withResolvers<StepResult>();
  const start = performance.now();
  const chunks: Buffer[] = [];
  const child = spawn(join(root, 'node_modules', '.bin', program), args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NO_COLOR: '1' } });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      if (show) process.stdout.write(chunk);
    });
  }
  child.on('close', (code) =>
    resolve({
      name,
      passed: code === 0,
      seconds: Math.round((performance.now() - start) / 100) / 10,
      output: stripVTControlCharacters(Buffer.concat(chunks).toString()),
    }),
  );
  return promise;
}

/** Runs the steps one after the other and tells of each. With `show`, output appears as it comes. */
export async function runSteps(steps: readonly Step[], { show = false } = {}): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const step of steps) {
    if (show) console.log(`\n— ${step.name}`);
    const result = await run(step, show);
    results.push(result);
    console.log(`${result.passed ? 'ok    ' : 'FAILED'} ${step.name} (${result.seconds} s)`);
    if (!result.passed && !show) console.log(result.output.trimEnd());
  }
  return results;
}
