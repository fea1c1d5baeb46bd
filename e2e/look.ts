import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from './persona.ts';

const wide = { width: 1440, height: 900 };
/** A phone held upright. */
export const phone = { width: 390, height: 844 };

/** Serious and critical findings of axe, one in a line with the first of its places. */
export async function faults(page: Page): Promise<string[]> {
  // Our pages have no frames to visit, and what passed is of no interest: a third of the time.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze();
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
