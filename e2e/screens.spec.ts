import { look } from './look.ts';
import { become, expect, type Page, test } from './persona.ts';
import { administrator, biller, frontDesk, therapist } from './story.ts';

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
  await become(page, therapist);
  const chart = await somebody(page);
  await visit(page, [
    '/',
    '/schedule',
    '/schedule?span=day',
    '/signatures',
    '/continued-stay',
    '/tracks',
    '/me',
    chart,
    `${chart}/notes`,
    `${chart}/timeline`,
    `${chart}/diagnoses`,
  ]);
  await page.goto(`${chart}/notes`);
  await page.getByRole('table', { name: 'Signed notes' }).getByRole('link').first().click();
  await look(page, 'signed note');
  await page.goto(await openNote(page, chart));
  await look(page, 'note editor');
});

test('screens of the front desk', async ({ page }) => {
  await become(page, frontDesk);
  const chart = await somebody(page);
  await visit(page, [
    '/',
    '/intake',
    '/schedule',
    '/patients?q=hernandez',
    '/patients/new',
    `${chart}/coverage`,
    `${chart}/contacts`,
    `${chart}/ledger`,
    `${chart}/record`,
  ]);
  await page.goto('/schedule');
  await page.getByRole('button', { name: 'Book', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Book an appointment' })).toBeVisible();
  await look(page, 'booking');
});

test('screens of a biller', async ({ page }) => {
  await become(page, biller);
  await visit(page, ['/', ...['claims', 'remittances', 'files'].map((tab) => `/billing?tab=${tab}`)]);
  await page.goto('/billing?tab=claims');
  await page.getByRole('table', { name: 'Claims' }).getByRole('link').first().click();
  await look(page, 'claim');
});

test('screens of an administrator', async ({ page }) => {
  await become(page, administrator);
  await visit(page, [
    ...['staff', 'roles', 'organisation', 'sites', 'programs', 'note-rules', 'payers', 'missed-visits'].map((section) => `/administration/${section}`),
    '/audit',
  ]);
  await page.goto('/administration/staff');
  await page.getByRole('table', { name: 'Staff' }).getByRole('link').first().click();
  await look(page, 'colleague');
});
