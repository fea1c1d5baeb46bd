/**
 * `npm run screenshots`: pictures of the main screens of a running demo (PORT), wide and on a phone, into docs/screenshots;
 * `npm run screenshots -- instruments`: one of each shipped instrument, into docs/screenshots/instruments.
 */
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { chromiumToTestWith } from '#testing/chromium.ts';
import { base, stepIn } from './demo-camera.ts';
import { shootInstruments } from './instrument-screenshots.ts';

const folder = join(import.meta.dirname, '..', 'docs', 'screenshots');
const widths = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;

async function firstPatient(page: Page): Promise<string> {
  const found = (await (await page.request.get(`${base}/api/patients?q=janelle%20pham`)).json()) as { items: { id: string }[] };
  return found.items[0]?.id ?? '';
}

/** A note that waits to be written: the newest draft, else one opened for a patient. */
async function draftOf(page: Page, patientId: string): Promise<string> {
  const programs = (await (await page.request.get(`${base}/api/patients/${patientId}/episodes`)).json()) as { items: { programId: string }[] };
  const opened = await page.request.post(`${base}/api/drafts`, { data: { patientId, programId: programs.items[0]?.programId } });
  return ((await opened.json()) as { id: string }).id;
}

/** Who opens on which home page. */
const homes = {
  therapist: 'Ana Rivera',
  prescriber: 'Naomi Okafor',
  nurse: 'Grace Kim',
  'case-manager': 'Marcus Bell',
  peer: 'Tyrone Brooks',
  'front-desk': 'Elena Torres',
  biller: 'Paul Novak',
  'clinical-director': 'Ruth Weber',
  executive: 'Helen Marsh',
  'privacy-officer': 'Judith Cox',
  administrator: 'Sam Patel',
} as const;

async function shots(page: Page, size: (typeof widths)[number]): Promise<void> {
  const take = async (name: string, path: string) => {
    await page.goto(`${base}${path}`);
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: join(folder, `${name}-${size.width}.png`) });
  };
  await take('sign-in', '/');
  await stepIn(page, 'Ana Rivera');
  await take('home', '/');
  await take('schedule', '/schedule');
  const patientId = await firstPatient(page);
  await take('chart', `/patients/${patientId}`);
  await take('note', `/notes/${await draftOf(page, patientId)}`);
  await stepIn(page, 'Elena Torres');
  await take('register', '/patients/new');
  await stepIn(page, 'Paul Novak');
  await take('billing', '/billing?tab=claims');
  await stepIn(page, 'Sam Patel');
  await take('administration', '/administration');
  for (const [role, name] of Object.entries(homes)) {
    await stepIn(page, name);
    await take(`home-${role}`, '/');
  }
}

const browser = await chromium.launch({ ...(await chromiumToTestWith()), headless: true });
const isOfInstruments = process.argv.includes('instruments');
if (isOfInstruments) await shootInstruments(browser, join(folder, 'instruments'));
for (const viewport of isOfInstruments ? [] : widths) {
  const context = await browser.newContext({ viewport });
  await shots(await context.newPage(), viewport);
  await context.close();
}
await browser.close();
