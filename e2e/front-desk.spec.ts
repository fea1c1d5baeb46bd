import { become, choose, expect, openChart, type Page, stepIn, test } from './persona.ts';
import { frontDesk, lastFreeStart, mara, maraName, payer, program, site, therapist } from './story.ts';

test.describe.configure({ mode: 'serial' });

async function tell(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Given name' }).fill(mara.givenName);
  await page.getByRole('textbox', { name: 'Family name' }).fill(mara.familyName);
  await page.getByLabel('Birth date').fill(mara.birthDate);
}

async function openTeamDay(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Schedule' }).click();
  await choose(page, 'Whose schedule', program);
  await expect(page.getByRole('group', { name: new RegExp(`^${therapist}: `) })).toBeVisible();
}

test('registers a caller, with what was typed kept through a reload', async ({ page }) => {
  await stepIn(page, frontDesk);
  await page.getByRole('link', { name: 'Patients' }).click();
  await page.getByRole('link', { name: 'Register a patient' }).click();
  await tell(page);
  await expect(page.getByText('Nobody on record resembles this person.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Family name' })).toHaveValue(mara.familyName);

  await page.getByRole('button', { name: 'Register', exact: true }).click();
  await expect(page.getByRole('combobox', { name: 'Program' })).toHaveAccessibleDescription('This is needed.');
  await choose(page, 'Program', program);
  await page.getByRole('textbox', { name: 'Phone' }).fill('2535550199');
  await page.getByRole('textbox', { name: 'Street' }).fill('12 Harbor Street');
  await page.getByRole('textbox', { name: 'City' }).fill('Tacoma');
  await choose(page, 'State', 'WA', 'WA');
  await page.getByRole('textbox', { name: 'ZIP code' }).fill('98402-1234');
  await choose(page, 'Sex for insurance claims', 'Female');
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  await expect(page.getByRole('article', { name: `Chart of ${maraName}` })).toBeVisible();
});

test('is warned before the same person is registered twice', async ({ page }) => {
  await become(page, frontDesk);
  await page.goto('/patients/new');
  await tell(page);
  const warning = page.getByRole('region', { name: 'Already on record?' });
  await expect(warning.getByRole('link', { name: maraName })).toBeVisible();
  await choose(page, 'Program', program);
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: /same/ }).first()).toBeVisible();
  await warning.getByRole('link', { name: maraName }).click();
  await expect(page.getByRole('article', { name: `Chart of ${maraName}` })).toBeVisible();
});

test('adds the insurance and admits to the program', async ({ page }) => {
  await stepIn(page, frontDesk);
  await openChart(page, maraName);
  await page.getByRole('tab', { name: 'Coverage' }).click();
  await page.getByRole('button', { name: 'Add insurance' }).click();
  const form = page.getByRole('dialog', { name: 'Add insurance' });
  await choose(form, 'Payer', payer);
  await form.getByRole('textbox', { name: 'Member number' }).fill('W123456789');
  await form.getByLabel('Valid from').fill('2026-01-01');
  await form.getByRole('button', { name: 'Add insurance' }).click();
  await expect(page.getByRole('region', { name: payer })).toContainText('W123456789');

  await page.getByRole('tab', { name: 'Summary' }).click();
  await page.getByRole('button', { name: 'Refer to a program' }).click();
  const referral = page.getByRole('dialog', { name: 'Refer to a program' });
  await choose(referral, 'Program', program);
  await referral.getByRole('button', { name: 'Refer', exact: true }).click();
  await expect(referral).toBeHidden();
  await page.getByRole('button', { name: 'Admit' }).click();
  const admission = page.getByRole('dialog', { name: `Admit: ${program}` });
  await choose(admission, 'Chiefly responsible', therapist, therapist);
  await admission.getByRole('button', { name: 'Admit' }).click();
  await expect(page.getByRole('region', { name: 'Programs' })).toContainText('admitted');
});

test('books with the therapist, is refused the same hour for another, and checks in', async ({ page }) => {
  await stepIn(page, frontDesk);
  await openTeamDay(page);
  const column = page.getByRole('group', { name: new RegExp(`^${therapist}: `) });
  const entries = await column.locator('[aria-label]').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
  const time = lastFreeStart(entries, 50);
  const book = async (name: string) => {
    await page.getByRole('button', { name: 'Book', exact: true }).click();
    const form = page.getByRole('dialog', { name: 'Book an appointment' });
    await choose(form, 'Patient', new RegExp(name), name);
    await choose(form, 'Kind', 'Therapy, 50 min');
    await form.getByLabel('Time').fill(time);
    await choose(form, 'Clinician', therapist, therapist);
    await choose(form, 'Program', program);
    await form.getByRole('button', { name: 'Book', exact: true }).click();
    return form;
  };
  await expect(await book(maraName)).toBeHidden();
  await expect(column.getByRole('button', { name: maraName })).toBeVisible();

  const refused = await book('Hernandez');
  await expect(refused.getByRole('alert')).toContainText(maraName);
  await page.keyboard.press('Escape');
  await expect(column.getByRole('button', { name: maraName })).toHaveCount(1);

  await page.getByRole('link', { name: 'Today' }).click();
  await choose(page, 'Site', site);
  const row = page.getByRole('table', { name: 'Appointments today' }).getByRole('row', { name: maraName });
  await row.getByRole('button', { name: 'Arrived' }).click();
  await expect(row).toContainText('arrived');
});
