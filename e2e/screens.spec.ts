import { AxeBuilder } from '@axe-core/playwright';
import { expect, stepIn, test, type Page } from './persona.ts';
import { administrator, biller, frontDesk, therapist } from './story.ts';

const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

/** Serious and critical findings of axe, one in a line with the first of its places. */
async function faults(page: Page): Promise<string[]> {
  // Our pages have no frames to visit, and what passed is of no interest: a third of the time.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes: [first, ...others] }) => `${id}: ${first?.html.slice(0, 200)} ${first?.failureSummary} and ${others.length} more`);
}

async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('status', { name: /Loading|Opening/ })).toHaveCount(0);
}

/** Looks at a screen as it stands: wide by day, then on a phone by night. */
async function look(page: Page, name: string): Promise<void> {
  await page.setViewportSize(wide);
  await page.emulateMedia({ colorScheme: 'light' });
  await settled(page);
  expect.soft(await faults(page), `${name}, wide and light`).toEqual([]);
  await page.setViewportSize(phone);
  await page.emulateMedia({ colorScheme: 'dark' });
  await settled(page);
  expect.soft(await faults(page), `${name}, narrow and dark`).toEqual([]);
  const sideways = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  expect.soft(sideways, `${name} scrolls sideways on a phone`).toBe(0);
  await page.setViewportSize(wide);
}

async function visit(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    await look(page, path);
  }
}

/** Somebody of the demo with a history. */
async function somebody(page: Page): Promise<string> {
  const found = (await (await page.request.get('/api/patients?q=hernandez')).json()) as { items: { id: string }[] };
  return `/patients/${found.items[0]?.id ?? ''}`;
}

/** A note begun for somebody without an appointment. */
async function openNote(page: Page, chart: string): Promise<string> {
  const stays = (await (await page.request.get(`/api${chart}/episodes`)).json()) as { items: { programId: string }[] };
  const opened = await page.request.post('/api/drafts', { data: { patientId: chart.split('/').at(-1), programId: stays.items[0]?.programId } });
  return `/notes/${((await opened.json()) as { id: string }).id}`;
}

test.describe.configure({ timeout: 240_000 });

test('the way in', async ({ page }) => {
  await page.goto('/');
  await look(page, 'sign-in');
});

test('screens of a therapist', async ({ page }) => {
  await stepIn(page, therapist);
  const chart = await somebody(page);
  await visit(page, ['/', '/schedule', '/schedule?span=day', '/me', chart, `${chart}/notes`, `${chart}/diagnoses`]);
  await page.goto(`${chart}/notes`);
  await page.getByRole('table', { name: 'Signed notes' }).getByRole('link').first().click();
  await look(page, 'signed note');
  await page.goto(await openNote(page, chart));
  await look(page, 'note editor');
});

test('screens of the front desk', async ({ page }) => {
  await stepIn(page, frontDesk);
  const chart = await somebody(page);
  await visit(page, ['/', '/schedule', '/patients?q=hernandez', '/patients/new', `${chart}/coverage`, `${chart}/contacts`, `${chart}/ledger`, `${chart}/record`]);
  await page.goto('/schedule');
  await page.getByRole('button', { name: 'Book', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Book an appointment' })).toBeVisible();
  await look(page, 'booking');
});

test('screens of a biller', async ({ page }) => {
  await stepIn(page, biller);
  await visit(page, ['/', ...['claims', 'remittances', 'files'].map((tab) => `/billing?tab=${tab}`)]);
  await page.goto('/billing?tab=claims');
  await page.getByRole('table', { name: 'Claims' }).getByRole('link').first().click();
  await look(page, 'claim');
});

test('screens of an administrator', async ({ page }) => {
  await stepIn(page, administrator);
  await visit(page, [...['staff', 'roles', 'organisation', 'sites', 'programs', 'payers'].map((section) => `/administration/${section}`), '/audit']);
  await page.goto('/administration/staff');
  await page.getByRole('table', { name: 'Staff' }).getByRole('link').first().click();
  await look(page, 'colleague');
});
