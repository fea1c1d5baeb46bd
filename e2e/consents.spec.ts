import { faults, phone } from './look.ts';
import { become, expect, type Page, test } from './persona.ts';
import { therapist } from './story.ts';

test.describe.configure({ mode: 'serial' });
test.use({ viewport: phone });

async function openConsents(page: Page): Promise<void> {
  await become(page, therapist);
  const found = (await (await page.request.get('/api/patients?q=hernandez')).json()) as { items: { id: string }[] };
  await page.goto(`/patients/${found.items[0]?.id ?? ''}/consents`);
  await expect(page.getByRole('button', { name: 'New consent' })).toBeVisible();
}

async function drawSignature(page: Page): Promise<void> {
  const pad = page.getByRole('img', { name: 'Sign here, with a finger or a mouse' });
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error('The place for the signature is not on the screen');
  await page.mouse.move(box.x + 20, box.y + box.height / 2);
  await page.mouse.down();
  for (let step = 1; step <= 12; step += 1) await page.mouse.move(box.x + 20 + step * 15, box.y + box.height / 2 + (step % 2 === 0 ? 20 : -20));
  await page.mouse.up();
}

test('a patient signs a consent for treatment, payment and operations on a phone', async ({ page }) => {
  await openConsents(page);
  await page.getByRole('button', { name: 'New consent' }).click();
  const dialog = page.getByRole('dialog');
  expect(await faults(page), 'the questions').toEqual([]);
  await dialog.getByRole('button', { name: 'Read it together' }).click();
  await expect(dialog.getByRole('button', { name: 'I have read this and agree' })).toBeVisible();
  expect(await faults(page), 'the form').toEqual([]);
  await dialog.getByRole('button', { name: 'I have read this and agree' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Full name' })).toHaveAccessibleDescription(/name/i);
  await dialog.getByRole('textbox', { name: 'Full name' }).fill('Sofia Hernandez');
  await drawSignature(page);
  await dialog.getByRole('button', { name: 'I have read this and agree' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('in force').first()).toBeVisible();
});

test('the patient gets a copy, and takes the consent back in writing', async ({ page }) => {
  await openConsents(page);
  await page.getByRole('button', { name: 'Open', exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  const copy = await page.request.get((await dialog.getByRole('link', { name: 'Copy for the patient' }).getAttribute('href')) ?? '');
  expect(copy.headers()['content-type']).toContain('application/pdf');
  await dialog.getByRole('button', { name: 'The patient takes it back' }).click();
  await dialog.getByRole('button', { name: 'Take it back' }).click();
  await expect(dialog.getByRole('textbox', { name: 'What the patient wrote' })).toHaveAccessibleDescription(/./);
  await dialog.getByRole('textbox', { name: 'What the patient wrote' }).fill('I no longer want this to be shared.');
  await dialog.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByText('taken back').first()).toBeVisible();
});
