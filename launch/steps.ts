import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** One command of a check or a test run, with the words that name it. */
export interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** Whether its words appear as they come, for what takes minutes. */
  readonly live?: boolean;
  /** Added to the environment. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** How a step ended; its output is kept for those that failed. */
export interface StepResult {
  readonly name: string;
  readonly passed: boolean;
  readonly seconds: number;
  readonly output: string;
}

const root = join(import.meta.dirname, '..');

function run({ name, command: [program, ...args], live = false, environment }: Step): Promise<StepResult> {
  const { promise, resolve } = Promise.withResolvers<StepResult>();
  const start = performance.now();
  const chunks: Buffer[] = [];
  const child = spawn(join(root, 'node_modules', '.bin', program), args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment, NO_COLOR: '1' },
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      if (live) process.stdout.write(chunk);
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

async function runAndTell(step: Step): Promise<StepResult> {
  const result = await run(step);
  console.log(`${result.passed ? 'ok    ' : 'FAILED'} ${result.name} (${result.seconds} s)`);
  if (!result.passed && !step.live) console.log(result.output.trimEnd());
  return result;
}

/** Runs the steps one after the other and tells of each as it ends, with its output when it failed. */
export async function runSteps(steps: readonly Step[]): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const step of steps) results.push(await runAndTell(step));
  return results;
}

/** Runs the rows of steps side by side, the steps of each row one after the other, and tells of each as it ends, with its output when it failed. */
export async function runTogether(rows: readonly (readonly Step[])[]): Promise<StepResult[]> {
  return (await Promise.all(rows.map(runSteps))).flat();
}
