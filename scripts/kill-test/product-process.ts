import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const root = join(import.meta.dirname, '..', '..');

/** What a round kills. */
export type Target = 'both' | 'application' | 'database';

/** Processes of which this one is the parent. PostgreSQL puts each of its workers into a group of its own, so that a group does not name them all. */
function childrenOf(parent: number): number[] {
  if (!existsSync('/proc/self/stat')) return [];
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const afterName = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1) ?? '';
      return Number(afterName.split(' ')[1]) === parent ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
}

function killHard(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It was gone already, which is what we wanted.
  }
}

/** The real product as an operator starts it, in a process of its own with its own data, to be killed and started again. */
export class ProductProcess {
  readonly url: string;
  readonly #environment: Readonly<Record<string, string>>;
  readonly #postgresFolder: string;
  #child: ChildProcess | undefined;
  #ended: Promise<unknown> = Promise.resolve();
  #words = '';
  /** Between a kill and the next start nobody may blame the product for not answering. */
  isDown = true;

  constructor(environment: Readonly<Record<string, string>>, data: string, port: number) {
    this.#environment = environment;
    this.#postgresFolder = join(data, 'postgres');
    this.url = `http://127.0.0.1:${port}`;
  }

  /** What it printed since it was started. */
  get words(): string {
    return this.#words;
  }

  /** Begins a start without waiting for it. */
  launch(): void {
    this.#words = '';
    const { MOORING_DATA: _data, ...inherited } = process.env;
    const child = spawn(process.execPath, [join(root, 'launch', 'serve.ts')], { cwd: root, detached: true, env: { ...inherited, ...this.#environment } });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (this.#words += chunk.toString()));
    const { promise, resolve } = Promise.withResolvers<void>();
    child.once('close', () => resolve());
    this.#ended = promise;
    this.#child = child;
  }

  /** Starts it and waits until it answers. Answers the milliseconds; throws with its own words when it ends instead. */
  async start(): Promise<number> {
    const begin = performance.now();
    this.launch();
    const child = this.#child;
    while (!(await this.#answers())) {
      if (child?.exitCode !== null || performance.now() - begin > 120_000) throw new Error(`The product did not start:\n${this.#words}`);
      await pause(25);
    }
    this.isDown = false;
    return performance.now() - begin;
  }

  async #answers(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/readyz`)).ok;
    } catch {
      return false;
    }
  }

  #postmaster(): number {
    try {
      return Number(readFileSync(join(this.#postgresFolder, 'postmaster.pid'), 'utf8').split('\n')[0]);
    } catch {
      return 0;
    }
  }

  /** SIGKILL, without a word before. An application whose database is killed must end by itself. */
  async kill(target: Target): Promise<void> {
    this.isDown = true;
    if (target !== 'database' && this.#child?.pid) killHard(-this.#child.pid);
    const postmaster = this.#postmaster();
    if (target !== 'application' && postmaster) for (const pid of [postmaster, ...childrenOf(postmaster)]) killHard(pid);
    const late = pause(20_000, 'late' as const, { ref: false });
    if ((await Promise.race([this.#ended, late])) === 'late') throw new Error('The application went on without its database');
  }

  /** Stops it as Ctrl-C does. */
  async stop(): Promise<void> {
    this.isDown = true;
    this.#child?.kill('SIGINT');
    await this.#ended;
  }
}
