import { expect, test as plain, type Locator, type Page } from '@playwright/test';

export { expect };
export type { Locator, Page };

/** Tests against the one product of the run. */
export const test = plain.extend({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern.
  baseURL: async ({}, use) => use(process.env['E2E_URL']),
});

/** Opens the house and steps in as one of the people of the demo, by name. */
export async function stepIn(page: Page, name: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name }).click();
  await expect(page.getByRole('button', { name: 'Your account' })).toContainText(name);
}

/** Is one of the people of the demo from here on, whatever page is open: for days in which coming in is not the point. The next page that is opened is theirs. */
export async function become(page: Page, name: string): Promise<void> {
  const { items } = (await (await page.request.get('/api/demo/personas')).json()) as { items: { staffId: string; displayName: string }[] };
  const staffId = items.find(({ displayName }) => displayName === name)?.staffId;
  expect((await page.request.post('/api/demo/sign-in', { data: { staffId } })).ok(), name).toBe(true);
}

/** Chooses one of a list by its words, as with the mouse; `look` is typed first where the list must be searched. */
export async function choose(within: Page | Locator, label: string, option: string | RegExp, look?: string): Promise<void> {
  const field = within.getByRole('combobox', { name: label });
  await field.click();
  if (look) await field.fill(look);
  const page = 'page' in within ? within.page() : within;
  await page.getByRole('option', { name: option }).first().click();
}

/** Looks for somebody by name on the patients' page and opens the chart. */
export async function openChart(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Patients' }).click();
  await page.getByRole('textbox', { name: 'Find a patient' }).fill(name);
  await page.getByRole('table', { name: 'People found' }).getByRole('link', { name }).click();
  await expect(page.getByRole('article', { name: `Chart of ${name}` })).toBeVisible();
}

/** Goes on with the Tab key until this has the focus; nothing on a screen may need a mouse. */
export async function tabTo(page: Page, place: Locator): Promise<void> {
  await place.waitFor({ state: 'attached' });
  for (let presses = 0; presses < 120; presses += 1) {
    if (await place.evaluate((one) => one === (one as unknown as { ownerDocument: { activeElement: unknown } }).ownerDocument.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No way to ${String(place)} by the Tab key`);
}

/** Leaves by the menu of one's own name. */
export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Your account' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
}
