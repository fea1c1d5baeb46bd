import { look, faults } from './look.ts';
import { become, choose, expect, type Page, test } from './persona.ts';
import { privacyOfficer } from './story.ts';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

interface Items<Item> {
  readonly items: readonly Item[];
}

/** Somebody of a Part 2 program with a consent to treatment, payment and operations, whose chart the officer reaches. */
async function consented(page: Page): Promise<string> {
  for (const name of ['ramirez', 'garcia', 'nguyen', 'brown', 'davis', 'wilson']) {
    const people = (await (await page.request.get(`/api/patients?q=${name}`)).json()) as Items<{ id: string }>;
    for (const { id } of people.items) {
      const consents = (await (await page.request.get(`/api/patients/${id}/consents`)).json()) as Items<{ kind: string; state: string }>;
      if (consents.items.some(({ kind, state }) => kind === 'tpo' && state === 'active')) return id;
    }
  }
  throw new Error('Nobody in the demo has a consent in force');
}

async function rehearse(page: Page, patientId: string): Promise<void> {
  await page.goto(`/disclosures/release/${patientId}`);
  await choose(page, 'Recipient', 'Cedar Family Medicine', 'Cedar');
  await page.getByRole('button', { name: 'Show what would go' }).click();
}

test('a packet goes to a primary-care doctor on the consent; after the revocation nothing goes, and why is said', async ({ page }) => {
  await become(page, privacyOfficer);
  const patientId = await consented(page);

  await rehearse(page, patientId);
  await expect(page.getByRole('status').filter({ hasText: 'Nothing goes' })).toContainText('nobody has verified');
  await page.getByRole('textbox', { name: 'How it was checked' }).fill('Named by the patient, called back');
  await page.getByRole('button', { name: 'It was checked' }).click();
  await expect(page.getByText('Choose ground, recipient and records.')).toBeVisible();
  await page.getByRole('button', { name: 'Show what would go' }).click();
  await expect(page.getByRole('region', { name: 'Goes' }).getByRole('listitem').first()).toBeVisible();
  expect(await faults(page), 'the rehearsal').toEqual([]);
  const preview = await page.request.get((await page.getByRole('link', { name: 'Preview' }).getAttribute('href')) ?? '');

  await page.getByRole('button', { name: 'Release', exact: true }).click();
  const released = await page.request.get((await page.getByRole('link', { name: 'Open the pages to print or save' }).getAttribute('href')) ?? '');
  expect((await released.body()).equals(await preview.body())).toBe(true);
  await page.goto(`/patients/${patientId}/disclosures`);
  await expect(page.getByRole('table', { name: 'Disclosures' }).getByRole('row').nth(1)).toContainText('Cedar Family Medicine');

  await page.goto(`/patients/${patientId}/consents`);
  await page.getByRole('button', { name: 'Open', exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'The patient takes it back' }).click();
  await dialog.getByRole('textbox', { name: 'What the patient wrote' }).fill('I no longer want this to be shared.');
  await dialog.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByText('taken back').first()).toBeVisible();

  await rehearse(page, patientId);
  await expect(page.getByRole('status').filter({ hasText: 'Nothing goes' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Stays, and why' })).toContainText('revoked');
  await expect(page.getByRole('button', { name: 'Release', exact: true })).toBeHidden();
});

test('screens of disclosures', async ({ page }) => {
  await become(page, privacyOfficer);
  for (const tab of ['work', 'recipients', 'agreements']) {
    await page.goto(`/disclosures?tab=${tab}`);
    await look(page, `disclosures ${tab}`);
  }
});
