import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Chance } from '#demo/random.ts';
import { loadSmallClinic, type SmallClinic } from '#demo/small-clinic.ts';
import { atDatabase, openReadyDatabase } from '#launch/database.ts';
import { isRunning } from '#launch/embedded-postgres.ts';
import { freePort } from '#launch/free-port.ts';
import { readConfig, type Config } from '#server/platform/index.ts';
import { workUntilOver, type House } from './clinic-at-work.ts';
import { compareRecords } from './compare-records.ts';
import { examineClearinghouse } from './examine-clearinghouse.ts';
import { examineAtAnyMoment, examineSettled, paidByClaim, unsettled } from './examine-database.ts';
import { Memory } from './memory.ts';
import { Person } from './person.ts';
import { ProductProcess, type Target } from './product-process.ts';

/** How often to kill, and the seed of the moments. */
export interface KillPlan {
  readonly kills: number;
  readonly seed: number;
  /** Longest time under load before a kill, in milliseconds. */
  readonly longest: number;
  readonly onRound?: (round: Round) => void;
}

/** What one kill came to. Times in milliseconds. */
export interface Round {
  readonly number: number;
  readonly target: Target;
  readonly duringStart: boolean;
  readonly after: number;
  readonly inFlight: number;
  readonly acknowledged: number;
  readonly restart: number;
  readonly compared: number;
  readonly breaches: number;
}

/** What the whole run came to. */
export interface KillReport {
  readonly rounds: readonly Round[];
  readonly acknowledged: ReadonlyMap<string, number>;
  readonly claims: number;
  readonly audit: string;
  readonly breaches: readonly string[];
}

interface Scene {
  readonly config: Config;
  readonly environment: Readonly<Record<string, string>>;
  readonly product: ProductProcess;
  readonly memory: Memory;
  readonly house: House;
  readonly ports: { readonly page: number };
  readonly door: Door;
  readonly finish: () => void;
}

/** Lets the clients through while it is open; the others wait. */
class Door {
  #open = Promise.withResolvers<void>();
  open(): void {
    this.#open.resolve();
  }
  close(): void {
    this.#open = Promise.withResolvers<void>();
  }
  passing = () => this.#open.promise;
}

async function environmentFor(data: string) {
  const [port, sftp, page, smtp] = [await freePort(), await freePort(), await freePort(), await freePort()];
  const environment = {
    PORT: String(port),
    MOORING_DATA: data,
    MOORING_SANDBOX_SFTP_PORT: String(sftp),
    MOORING_SANDBOX_HTTP_PORT: String(page),
    MOORING_SANDBOX_SMTP_PORT: String(smtp),
    MOORING_RATE_LIMIT: '10000000',
    MOORING_LOG: 'error',
  };
  return { environment, port, page };
}

async function smallClinic(config: Config): Promise<SmallClinic> {
  const database = await openReadyDatabase(config);
  try {
    return await loadSmallClinic(database.ownerUrl, Temporal.Now.instant());
  } finally {
    await database.stop();
  }
}

async function prepare(data: string, seed: number): Promise<Scene> {
  const { environment, port, page } = await environmentFor(data);
  const config = readConfig(environment);
  const ids = await smallClinic(config);
  const product = new ProductProcess(environment, data, port);
  const memory = new Memory();
  memory.peopleBefore = Object.keys(ids.patients).length;
  await product.start();
  const person = (staffId: string) => Person.signIn(product, memory, staffId);
  const [desk, therapist, biller] = [await person(ids.staff['front-desk']), await person(ids.staff.therapist), await person(ids.staff.biller)];
  const door = new Door();
  let over = false;
  const house: House = {
    memory,
    chance: new Chance(seed + 1),
    desk,
    therapist,
    biller,
    programId: ids.programs.outpatient,
    payerId: ids.payers['evergreen'] ?? '',
    open: door.passing,
    isOver: () => over,
    hour: Temporal.Now.instant().round({ smallestUnit: 'hour', roundingMode: 'floor' }),
  };
  return { config, environment, product, memory, house, ports: { page }, door, finish: () => (over = true) };
}

/** Brings it up again and reads back what was written since the last time. Now and then the first start is killed too. */
async function comeBack({ product, memory, house, config, door }: Scene, chance: Chance, dieStarting: boolean): Promise<{ restart: number; compared: number }> {
  if (dieStarting) {
    product.launch();
    await pause(chance.between(100, 2500));
    await product.kill('both');
  }
  const restart = await product.start();
  const touched = [...memory.touched];
  memory.touched.clear();
  const compared = await compareRecords(house, touched);
  await atDatabase(config, (_url, ownerUrl) => examineAtAnyMoment(ownerUrl, memory));
  door.open();
  return { restart, compared };
}

async function oneRound(scene: Scene, chance: Chance, number: number, { longest }: KillPlan): Promise<Round> {
  const { product, memory, door } = scene;
  const target = chance.weighted<Target>([
    ['both', 6],
    ['application', 3],
    ['database', 1],
  ]);
  const duringStart = chance.happens(0.15);
  const after = chance.between(Math.round(longest / 5), longest);
  await pause(after);
  const { inFlight } = memory;
  door.close();
  await product.kill(target);
  const acknowledged = memory.acknowledgedWrites;
  const { restart, compared } = await comeBack(scene, chance, duringStart);
  return { number, target, duringStart, after, inFlight, acknowledged, restart, compared, breaches: memory.breaches.length };
}

/** Sends and fetches until nothing is left to do. */
async function settle({ house, config, memory }: Scene): Promise<void> {
  const end = Date.now() + 90_000;
  for (let left = 1; left > 0; ) {
    await house.biller.post('/claims/submissions');
    await house.biller.post('/clearinghouse/polls');
    await pause(500);
    await atDatabase(config, async (_url, ownerUrl) => {
      left = await unsettled(ownerUrl);
    });
    if (left > 0 && Date.now() > end) {
      memory.breach(`${left} jobs and claims did not settle within 90 s`);
      return;
    }
  }
}

/** `npm run audit:verify`, as an operator would run it. Answers its last line. */
async function verifyAudit({ environment, memory }: Scene): Promise<string> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'audit-verify.ts')], { env: { ...process.env, ...environment } });
  const words = Promise.all([child.stdout.toArray(), child.stderr.toArray()]);
  const { promise, resolve } = Promise.withResolvers<number | null>();
  child.once('close', resolve);
  const code = await promise;
  const said = Buffer.concat((await words).flat() as Buffer[])
    .toString()
    .trim();
  if (code !== 0) memory.breach(`audit: ${said}`);
  return said;
}

async function lastLook(scene: Scene): Promise<Pick<KillReport, 'claims' | 'audit'>> {
  const { memory, house, config, ports } = scene;
  await settle(scene);
  await compareRecords(house, memory.patients.keys());
  let claims = 0;
  await atDatabase(config, async (_url, ownerUrl) => {
    await examineSettled(ownerUrl, memory);
    claims = await examineClearinghouse(`http://127.0.0.1:${ports.page}`, join(config.dataDirectory, 'sandbox', 'clearinghouse'), memory, await paidByClaim(ownerUrl));
  });
  return { claims, audit: await verifyAudit(scene) };
}

/** Starts the product with data of its own, kills it under load as planned, and tells what was lost, doubled or broken. */
export async function runKillTest(plan: KillPlan): Promise<KillReport> {
  const data = await mkdtemp(join(tmpdir(), 'mooring-kill-'));
  // The database runs as a user of its own when we are root, and must be able to walk in.
  await chmod(data, 0o755);
  const chance = new Chance(plan.seed);
  const scene = await prepare(data, plan.seed);
  const { memory, product, house, door, finish } = scene;
  const rounds: Round[] = [];
  try {
    door.open();
    const load = workUntilOver(house);
    for (let number = 1; number <= plan.kills; number += 1) {
      const round = await Promise.race([oneRound(scene, chance, number, plan), load.then(() => undefined)]);
      if (!round) break;
      rounds.push(round);
      plan.onRound?.(round);
    }
    finish();
    await load;
    const end = await lastLook(scene).catch((error: unknown) => {
      memory.breach(`the last look failed: ${error instanceof Error ? error.message : 'unknown'}`);
      return { claims: 0, audit: 'The audit was not verified.' };
    });
    await product.stop();
    if (await isRunning(join(data, 'postgres'))) memory.breach('the database went on after the product was stopped');
    const acknowledged = new Map([...memory.acknowledged].map(([kind, ids]) => [kind, ids.length]));
    return { rounds, acknowledged, ...end, breaches: memory.breaches };
  } finally {
    finish();
    await product.stop();
    await rm(data, { recursive: true, force: true });
  }
}
