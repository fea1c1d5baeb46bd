import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import { expect, type Page } from './persona.ts';

const wide = { width: 1440, height: 900 };
/** A phone held upright. */
export const phone = { width: 390, height: 844 };

const axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
// Only what fails is of interest, and style sheets need not be fetched again for it: half of the time.
const ask = `axe.run(document, { resultTypes: ['violations'], preload: false })`;

/** Serious and critical findings of axe, one in a line with the first of its places. Our pages have no frames to visit. */
export async function faults(page: Page): Promise<string[]> {
  // A page that was looked at before still has the instrument.
  if (!(await page.evaluate<boolean>(`'axe' in globalThis`))) await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>(ask);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes: [first, ...others] }) => `${id}: ${first?.html.slice(0, 200)} ${first?.failureSummary} and ${others.length} more`);
}

async function dress(page: Page, viewport: { width: number; height: number }, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme });
  // The app hears of the night by an event: axe must not look at a page that is half dressed.
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
  await settled(page);
}

async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('status', { name: /Loading|Opening/ })).toHaveCount(0);
}

/** Looks at a screen as it stands: wide by day, then on a phone by night. */
export async function look(page: Page, name: string): Promise<void> {
  await dress(page, wide, 'light');
  expect.soft(await faults(page), `${name}, wide and light`).toEqual([]);
  await dress(page, phone, 'dark');
  expect.soft(await faults(page), `${name}, narrow and dark`).toEqual([]);
  const sideways = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  expect.soft(sideways, `${name} scrolls sideways on a phone`).toBe(0);
  await page.setViewportSize(wide);
}
