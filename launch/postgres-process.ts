import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** What a running server wrote down of itself in its folder. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

const pidFile = (folder: string) => join(folder, 'postmaster.pid');

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The command line of a process, where the system tells it. */
async function commandOf(pid: number): Promise<string> {
  if (existsSync('/proc/self/cmdline')) return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).replaceAll('\0', ' ');
  const asked = spawn('ps', ['-o', 'command=', '-p', String(pid)], { stdio: ['ignore', 'pipe', 'ignore'] });
  return Buffer.concat(await asked.stdout.toArray()).toString();
}

/** Whether that process is the server of this folder. Numbers of processes are given anew: only one that names the folder counts. */
async function isServerOf(folder: string, pid: number): Promise<boolean> {
  return isAlive(pid) && (await commandOf(pid)).includes(folder);
}

/** The server at work in a folder; undefined when there is none. */
export async function postmasterOf(folder: string): Promise<Postmaster | undefined> {
  const lines = (await readFile(pidFile(folder), 'utf8').catch(() => '')).split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 && (await isServerOf(folder, pid)) ? { pid, port } : undefined;
}

/** Forgets a server that ended without tidying up. PostgreSQL itself would take any living process of that number for it. */
export async function forgetDead(folder: string): Promise<void> {
  if (!(await postmasterOf(folder))) await rm(pidFile(folder), { force: true });
}

/** SIGINT is PostgreSQL's fast shutdown: clients are sent away, the data is written, the server ends. */
export async function stopPostmaster(pid: number, folder: string): Promise<void> {
  if (!(await isServerOf(folder, pid))) return;
  process.kill(pid, 'SIGINT');
  while (await isServerOf(folder, pid)) await pause(20);
}

function untilReady(child: ChildProcess): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let last = 'no reason given';
  child.stderr?.on('data', (chunk: Buffer) => {
    const text = chunk.toString();
    last = /FATAL:\s*(.+)/.exec(text)?.[1] ?? last;
    if (text.includes('ready to accept connections')) resolve();
  });
  child.once('error', (error) => reject(new Error(`PostgreSQL could not be started: ${error.message}`)));
  child.once('exit', () => reject(new Error(`PostgreSQL did not start: ${last}`)));
  return promise;
}

/**
 * Starts the server as the owner of its folder. In a session of its own (`apart`) a Ctrl-C in the terminal reaches us alone, and we stop
 * the database last; else it ends with us. Answers when it takes connections; recovery from a crash is then done.
 */
export async function startPostmaster(program: string, folder: string, flags: readonly string[], apart: boolean): Promise<number> {
  const { uid, gid } = statSync(folder);
  const as = process.getuid?.() === 0 ? { uid, gid } : {};
  const child = spawn(program, ['-D', folder, '-c', 'lc_messages=C', ...flags], { ...as, detached: apart, stdio: ['ignore', 'ignore', 'pipe'] });
  await untilReady(child);
  child.unref();
  return child.pid ?? 0;
}
