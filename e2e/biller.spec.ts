import { look } from './look.ts';
import { become, choose, expect, openChart, type Page, stepIn, test } from './persona.ts';
import { biller, maraName } from './story.ts';

test.describe.configure({ mode: 'serial' });

const claimRow = (page: Page) => page.getByRole('row').filter({ hasText: maraName });
const amount = (page: Page, label: string) => page.getByText(label, { exact: true }).locator('..');

/** Cents of each dollar amount in a text, in their order. */
function centsIn(text: string): number[] {
  return [...text.matchAll(/\$([\d,]+)\.(\d\d)/g)].map(([, dollars = '', cents]) => Number(dollars.replaceAll(',', '')) * 100 + Number(cents));
}

test('sends what the signature made, hears what became of it, and finds it posted to the cent', async ({ page }) => {
  await stepIn(page, biller);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Billing' }).click();
  await page.getByRole('button', { name: 'Send claims' }).click();
  await expect(page.getByText(/claims? (is|are) on the way\./)).toBeVisible();
  await page.getByRole('tab', { name: 'Claims' }).click();
  await expect(claimRow(page)).toBeVisible();
  // Acknowledged first, then judged: what comes is seen without a reload, and asked for again until the payment is there.
  await expect(async () => {
    await page.getByRole('button', { name: 'Fetch answers' }).click();
    await expect(claimRow(page)).toContainText('Adjudicated', { timeout: 3_000 });
  }).toPass({ timeout: 40_000 });

  await claimRow(page).getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1, name: /^Claim / })).toBeVisible();
  const [charged = 0, open] = centsIn(await page.getByText(/charged \$/).innerText());
  const [paid = 0, writtenOff = 0, owed = 0] = centsIn(await page.getByText(/, written off \$/).innerText());
  expect(open).toBe(0);
  expect(owed).toBeGreaterThan(0);
  expect(paid + writtenOff + owed).toBe(charged);
  for (const step of ['accepted', 'Sent to', 'Paid']) await expect(page.getByRole('main')).toContainText(step);

  await page.getByRole('main').getByRole('link', { name: maraName }).click();
  await page.getByRole('tab', { name: 'Ledger' }).click();
  await expect(amount(page, 'Insurance owes')).toContainText('$0.00');
  expect(centsIn(await amount(page, 'Patient owes').innerText())).toEqual([owed]);
});

test('takes what the patient pays, once', async ({ page }) => {
  await stepIn(page, biller);
  await openChart(page, maraName);
  await page.getByRole('tab', { name: 'Ledger' }).click();
  await page.getByRole('button', { name: 'Take a payment' }).click();
  const form = page.getByRole('dialog', { name: 'Take a payment' });
  await form.getByRole('textbox', { name: 'Reference' }).fill('Receipt 4711');
  await form.getByRole('button', { name: 'Take the payment' }).dblclick();
  await expect(form).toBeHidden();
  await expect(amount(page, 'Patient owes')).toContainText('$0.00');
  await expect(
    page
      .getByRole('table', { name: 'Postings' })
      .getByRole('row')
      .filter({ hasText: /payment/i }),
  ).toHaveCount(1);
});

test('takes a paid claim back whole with a reason, and sees the payer do so', async ({ page }) => {
  await become(page, biller);
  await page.goto('/billing?tab=claims');
  await claimRow(page).getByRole('link').first().click();
  await page.getByRole('button', { name: 'Void' }).click();
  const form = page.getByRole('dialog', { name: /^Void claim / });
  await choose(form, 'Why it is taken back', 'It was billed before');
  await form.getByRole('textbox', { name: 'In a few words' }).fill('Billed from the paper calendar already');
  await look(page, 'a claim to be voided');
  await form.getByRole('button', { name: 'Void this claim' }).click();
  await expect(page.getByText(/^Void \(frequency 8\) of claim/)).toContainText('Billed from the paper calendar already');

  await page.goto('/billing?tab=claims');
  await expect(async () => {
    await page.getByRole('button', { name: 'Fetch answers' }).click();
    await expect(claimRow(page).filter({ hasText: 'Void' }).filter({ hasText: 'Taken back' })).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 40_000 });
  await openChart(page, maraName);
  await page.getByRole('tab', { name: 'Ledger' }).click();
  await expect(amount(page, 'Insurance owes')).toContainText('$0.00');
});
