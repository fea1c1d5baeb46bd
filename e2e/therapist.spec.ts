import { choose, expect, openChart, type Page, signOut, stepIn, tabTo, test } from './persona.ts';
import { maraName, therapist } from './story.ts';

test.describe.configure({ mode: 'serial' });

const words = {
  Goal: 'Sleep through the night again.',
  Data: 'Reported two calmer evenings and one difficult one.',
  Assessment: 'Steady progress.',
  Plan: 'Continue weekly.',
};

const section = (page: Page, name: string) => page.getByRole('textbox', { name: new RegExp(`^${name}`) });
const status = (page: Page, says: RegExp) => page.getByRole('status').filter({ hasText: says }).first();
const saved = (page: Page) => status(page, /^Saved$/);

async function openVisit(page: Page, button: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Today' }).click();
  await page.getByRole('table', { name: 'Appointments today' }).getByRole('row', { name: maraName }).getByRole('button', { name: button }).click();
  await expect(page.getByRole('heading', { level: 1, name: maraName })).toBeVisible();
}

test('opens the visit from the day list and writes; nothing is lost by a reload or without a network', async ({ page, context }) => {
  await stepIn(page, therapist);
  await openVisit(page, 'Write note');
  await expect(page.getByText('(50 min)')).toBeVisible();
  await section(page, 'Goal').fill(words.Goal);
  await section(page, 'Data').fill(words.Data);
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(section(page, 'Data')).toHaveValue(words.Data);

  await context.setOffline(true);
  await section(page, 'Assessment').fill(words.Assessment);
  await expect(status(page, /kept on this device/)).toBeVisible();
  await context.setOffline(false);
  await expect(saved(page)).toBeVisible();
});

test('types on while a save is on its way, and every word stays', async ({ page }) => {
  await stepIn(page, therapist);
  await openVisit(page, 'Finish note');
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await page.route('**/api/drafts/*', async (route) => {
    await released;
    await route.continue();
  });
  const going = page.waitForRequest((request) => request.method() === 'PATCH');
  await section(page, 'Goal').fill(`${words.Goal} Eat three`);
  await going;
  await section(page, 'Goal').pressSequentially(' times a day.');
  release();
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(section(page, 'Goal')).toHaveValue(`${words.Goal} Eat three times a day.`);
});

test('is signed out elsewhere in the middle of a sentence, and finds it again', async ({ page, context }) => {
  await stepIn(page, therapist);
  await openVisit(page, 'Finish note');
  const other = await context.newPage();
  await other.goto('/');
  await signOut(other);
  await section(page, 'Assessment').fill(`${words.Assessment} Less afraid of the nights.`);
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await expect(page.getByText('Whatever you were writing is still here.')).toBeVisible();
  await page.getByRole('button', { name: therapist }).click();
  await expect(section(page, 'Assessment')).toHaveValue(`${words.Assessment} Less afraid of the nights.`);
  await expect(saved(page)).toBeVisible();
});

test('is warned before being signed out for doing nothing', async ({ page }) => {
  await page.clock.install();
  await stepIn(page, therapist);
  await page.clock.fastForward('14:30');
  const warning = page.getByRole('dialog', { name: 'Are you still there?' });
  await expect(warning).toContainText('Everything you typed is kept.');
  await warning.getByRole('button', { name: 'Stay signed in' }).click();
  await expect(warning).toBeHidden();
});

test('writes in two windows, and does not sign what only the other one shows', async ({ page, context }) => {
  await stepIn(page, therapist);
  await openVisit(page, 'Finish note');
  const tablet = await context.newPage();
  await tablet.goto(page.url());
  await section(tablet, 'Plan').fill(words.Plan);
  await expect(saved(tablet)).toBeVisible();
  await page.getByRole('button', { name: /^Sign/ }).click();
  await expect(page.getByText('Someone wrote here since you last looked.')).toBeVisible();
  await expect(section(page, 'Plan')).toHaveValue(words.Plan);
});

test('sees in one list what stands before the signature, and adds the diagnosis', async ({ page }) => {
  await stepIn(page, therapist);
  await openVisit(page, 'Finish note');
  await section(page, 'Plan').fill(`${words.Plan} `);
  await page.getByRole('button', { name: /^Sign/ }).click();
  const obstacles = page.getByRole('alert').filter({ hasText: 'Before you can sign' });
  await expect(obstacles).toContainText('Choose the diagnosis that the session addressed.');
  await expect(obstacles).toContainText('Answer the question of risk.');

  await openChart(page, maraName);
  await page.getByRole('tab', { name: 'Diagnoses' }).click();
  await page.getByRole('button', { name: 'Add a diagnosis' }).click();
  const form = page.getByRole('dialog', { name: 'Add a diagnosis' });
  await choose(form, 'Diagnosis', /F33\.1/, 'recurrent moderate');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Diagnoses' })).toContainText('F33.1');
});

test('signs with the keyboard alone', async ({ page }) => {
  await stepIn(page, therapist);
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await tabTo(page, page.getByRole('row', { name: maraName }).getByRole('button', { name: 'Finish note' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: maraName })).toBeVisible();
  await tabTo(page, page.getByRole('combobox', { name: 'Diagnoses addressed' }));
  await page.keyboard.type('F33');
  await expect(page.getByRole('option', { name: /F33\.1/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await tabTo(page, page.getByRole('radio', { name: 'Asked: denied' }));
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(`Signed by ${therapist}`)).toBeVisible();
  for (const text of Object.values(words)) await expect(page.getByText(text)).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await expect(page.getByRole('row', { name: maraName }).getByRole('link', { name: 'Signed' })).toBeVisible();
});
