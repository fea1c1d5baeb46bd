import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type BrowserContext } from 'playwright-core';
import { Chance } from '#demo/random.ts';
import { loadSmallClinic } from '#demo/small-clinic.ts';
import { openReadyDatabase } from '#launch/database.ts';
import { freePort } from '#launch/free-port.ts';
import { newId, readConfig } from '#server/platform/index.ts';
import { chromiumToTestWith } from '#testing/chromium.ts';
import { ProductProcess } from '../kill-test/product-process.ts';
import { Typist } from './typist.ts';

/** What dies. `page` goes without a word, `crash` takes its process, `browser` is closed, `network` is cut while typing goes on. */
export type Death = 'server' | 'database' | 'page' | 'crash' | 'browser' | 'network';

/** How often, and the seed of the moments. */
export interface LossPlan {
  readonly kills: number;
  readonly seed: number;
  readonly onRound?: (round: LossRound) => void;
}

/** What one death came to. */
export interface LossRound {
  readonly number: number;
  readonly death: Death;
  readonly promised: number;
  readonly missing: readonly string[];
}

/** Who types, about whom. */
interface Cast {
  readonly staffId: string;
  readonly patientId: string;
  readonly programId: string;
}

interface Scene {
  readonly product: ProductProcess;
  readonly who: Cast;
  readonly chance: Chance;
  readonly profile: string;
  readonly typists: readonly Typist[];
  context: BrowserContext;
}

/** A browser that falls over while it starts is opened again, as anybody would. */
async function openBrowser(profile: string, tries = 3): Promise<BrowserContext> {
  try {
    return await chromium.launchPersistentContext(profile, { ...(await chromiumToTestWith()), headless: true, viewport: { width: 1200, height: 800 } });
  } catch (error) {
    if (tries <= 1) throw error;
    return openBrowser(profile, tries - 1);
  }
}

async function posted<Reply>(context: BrowserContext, url: string, data: object): Promise<Reply> {
  const reply = await context.request.post(url, { data });
  if (!reply.ok()) throw new Error(`${url} answered ${reply.status()}: ${await reply.text()}`);
  return (await reply.json()) as Reply;
}

async function stepIn(context: BrowserContext, url: string, { staffId }: Cast): Promise<void> {
  const reply = await context.request.post(`${url}/api/demo/sign-in`, { data: { staffId } });
  if (!reply.ok()) throw new Error(`Stepping in was answered ${reply.status()}`);
}

/** A draft and a shared document about the same patient, opened by the therapist. */
async function texts(context: BrowserContext, url: string, who: Cast): Promise<Typist[]> {
  await stepIn(context, url, who);
  const { patientId, programId } = who;
  const draft = await posted<{ id: string }>(context, `${url}/api/drafts`, { patientId, programId, templateCode: 'dap' });
  const shared = await posted<{ id: string }>(context, `${url}/api/patients/${patientId}/team-documents`, { id: newId(), programId, templateCode: 'team-meeting' });
  return [
    new Typist('draft', `${url}/notes/${draft.id}`, (page) => page.getByRole('textbox', { name: /^Data/ }).first()),
    new Typist('shared', `${url}/team-documents/${shared.id}`, (page) => page.getByRole('textbox', { name: 'Decisions', exact: true })),
  ];
}

async function typeFor({ typists, chance }: Pick<Scene, 'typists' | 'chance'>, milliseconds: number): Promise<void> {
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {
    for (const typist of typists) await typist.type();
    await pause(chance.between(10, 120));
  }
}

/** Kills, and answers the moment after which nothing more was typed or could be kept. */
async function die(scene: Scene, death: Death): Promise<number> {
  const { product, context, typists, chance } = scene;
  const at = performance.now();
  switch (death) {
    case 'server':
      await product.kill('application');
      break;
    case 'database':
      await product.kill('both');
      break;
    case 'network': {
      await context.setOffline(true);
      await typeFor(scene, chance.between(300, 1600));
      const closing = performance.now();
      for (const { page } of typists) await page.close({ runBeforeUnload: false });
      return closing;
    }
    case 'page':
      for (const { page } of typists) await page.close({ runBeforeUnload: false });
      break;
    case 'crash':
      for (const { page } of typists) {
        const devtools = await context.newCDPSession(page);
        // The answer to this never comes: the process is gone.
        void devtools.send('Page.crash').catch(() => undefined);
        await page.waitForEvent('crash', { timeout: 10_000 }).catch(() => undefined);
      }
      break;
    case 'browser':
      await context.close();
      break;
  }
  return at;
}

async function comeBack(scene: Scene, death: Death): Promise<void> {
  if (death === 'server' || death === 'database') await scene.product.start();
  if (death === 'network') await scene.context.setOffline(false);
  if (death === 'browser') {
    scene.context = await openBrowser(scene.profile);
    // A session ends with its browser; the same person comes back to what they wrote.
    await stepIn(scene.context, scene.product.url, scene.who);
  } else for (const page of scene.context.pages().slice(1)) await page.close({ runBeforeUnload: false });
  await Promise.all(scene.typists.map((typist) => typist.open(scene.context)));
}

async function oneRound(scene: Scene, number: number): Promise<LossRound> {
  const { chance, typists } = scene;
  const death = chance.weighted<Death>([
    ['page', 4],
    ['crash', 3],
    ['network', 4],
    ['browser', 2],
    ['server', 3],
    ['database', 1],
  ]);
  // Words of the rounds before are promised too: the moment of death need not be late.
  await typeFor(scene, chance.between(300, 1800));
  const diedAt = await die(scene, death);
  await comeBack(scene, death);
  const missing = (await Promise.all(typists.map((typist) => typist.missing(diedAt)))).flat();
  const promised = typists.reduce((sum, typist) => sum + typist.promised(diedAt).length, 0);
  for (const typist of typists) await typist.forgetWhatIsGone();
  return { number, death, promised, missing };
}

async function newTexts(scene: Scene): Promise<Scene> {
  for (const old of scene.context.pages().slice(1)) await old.close();
  for (const typist of scene.typists) await typist.open(scene.context);
  return scene;
}

// A long text makes each comparison long; a new one after so many deaths.
const deathsPerText = 20;

/** Types into a draft and a shared document through the real app, lets server, browser and network die, and tells what of the promised words is missing. */
export async function runLossTest({ kills, seed, onRound }: LossPlan): Promise<readonly LossRound[]> {
  const data = await mkdtemp(join(tmpdir(), 'mooring-loss-'));
  await chmod(data, 0o755);
  const [port, sftp, page, smtp] = [await freePort(), await freePort(), await freePort(), await freePort()];
  const environment = {
    PORT: String(port),
    MOORING_DATA: data,
    MOORING_SANDBOX_SFTP_PORT: String(sftp),
    MOORING_SANDBOX_HTTP_PORT: String(page),
    MOORING_SANDBOX_SMTP_PORT: String(smtp),
    MOORING_RATE_LIMIT: '10000000',
    MOORING_BUSY_AFTER_MS: '60000',
    MOORING_LOG: 'error',
  };
  const database = await openReadyDatabase(readConfig(environment));
  const ids = await loadSmallClinic(database.ownerUrl, Temporal.Now.instant());
  await database.stop();
  const who = { staffId: ids.staff.therapist, patientId: ids.patients.outpatient, programId: ids.programs.outpatient };
  const product = new ProductProcess(environment, data, port);
  const profile = join(data, 'browser');
  const rounds: LossRound[] = [];
  let scene: Scene | undefined;
  try {
    await product.start();
    let context = await openBrowser(profile);
    const chance = new Chance(seed);
    for (let number = 1; number <= kills; number += 1) {
      if (!scene || (number - 1) % deathsPerText === 0)
        scene = await newTexts({ product, who, chance, profile, typists: await texts(context, product.url, who), context });
      const round = await oneRound(scene, number);
      context = scene.context;
      rounds.push(round);
      onRound?.(round);
    }
    return rounds;
  } finally {
    await scene?.context.close().catch(() => undefined);
    await product.stop();
    await rm(data, { recursive: true, force: true });
  }
}
