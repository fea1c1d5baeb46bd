import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { base, stepIn } from './demo-camera.ts';

/** No picture is larger: together they stay small beside the code. */
const mostBytes = 60_000;
const width = 800;

interface Instrument {
  readonly code: string;
  readonly bySelf: boolean;
}

async function asked<Reply>(page: Page, path: string, data?: object): Promise<Reply> {
  const reply = data ? await page.request.post(`${base}/api${path}`, { data }) : await page.request.get(`${base}/api${path}`);
  if (!reply.ok()) throw new Error(`${path}: ${await reply.text()}`);
  return (await reply.json()) as Reply;
}

/** Somebody who was never asked anything. */
async function register(page: Page): Promise<{ patientId: string; programId: string }> {
  const { programIds } = await asked<{ programIds: string[] }>(page, '/me');
  const [programId = ''] = programIds;
  const name = { givenName: 'Robin', familyName: `Example${randomUUID().replaceAll(/[^a-f]/g, '')}`, birthDate: '1988-04-12' };
  const { id } = await asked<{ id: string }>(page, '/patients', { ...name, programId });
  return { patientId: id, programId };
}

/** The form alone and whole, as good as fits. */
async function picture(page: Page): Promise<Buffer> {
  await page.addStyleTag({ content: 'nav, header { display: none !important } main { padding: 12px !important }' });
  // As high as the form: what sticks to the foot of a window then stands at its end.
  const height = await page.evaluate<number>('document.querySelector("main").scrollHeight');
  await page.setViewportSize({ width, height });
  for (let quality = 70; ; quality -= 8) {
    const bytes = await page.screenshot({ type: 'jpeg', quality });
    if (bytes.length <= mostBytes || quality < 20) return bytes;
  }
}

/** Pictures of every shipped instrument as staff fill it in, into `folder`. */
export async function shootInstruments(browser: Browser, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const page = await (await browser.newContext({ viewport: { width, height: 900 }, deviceScaleFactor: 0.62 })).newPage();
  await stepIn(page, 'Ana Rivera');
  const { items } = await asked<{ items: Instrument[] }>(page, '/instruments');
  const about = await register(page);
  for (const { code, bySelf } of items) {
    const asking = { programId: about.programId, instrumentCode: code, mode: 'staff', answeredBy: bySelf ? 'patient' : 'clinician' };
    const { id } = await asked<{ id: string }>(page, `/patients/${about.patientId}/assessments`, asking);
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${base}/assessments/${id}`);
    await page.waitForLoadState('networkidle');
    const bytes = await picture(page);
    await writeFile(join(folder, `${code}.jpg`), bytes);
    console.log(`${code}.jpg ${Math.round(bytes.length / 1000)} KB`);
  }
}
