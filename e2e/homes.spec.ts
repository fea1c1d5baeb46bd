import { faults, look } from './look.ts';
import { become, expect, type Locator, type Page, test } from './persona.ts';

interface Tile {
  readonly code: string;
  readonly asks: string;
  readonly count: number;
  readonly cents: number | null;
  readonly opens: string;
}

const personas = [
  'Ana Rivera',
  'Naomi Okafor',
  'Grace Kim',
  'Marcus Bell',
  'Tyrone Brooks',
  'Elena Torres',
  'Paul Novak',
  'Ruth Weber',
  'Helen Marsh',
  'Judith Cox',
  'Sam Patel',
];

async function reply<Body>(page: Page, path: string): Promise<Body> {
  return (await (await page.request.get(`/api${path}`)).json()) as Body;
}

/** Steps in by the door that the names on the sign-in page knock at; that page itself is tried elsewhere. */
async function enter(page: Page, name: string): Promise<void> {
  await become(page, name);
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Your account' })).toContainText(name);
}

const numbers = (text: string) => Number(text.replaceAll(/[^\d]/g, ''));
const body = (table: Locator) => table.locator('tbody tr');

/** How many of what a tile counts its screen shows: lines on the page or, where they are many, the total that it tells. */
async function shown(page: Page, { code, asks, opens }: Tile): Promise<number> {
  if (opens.startsWith('/waiting/')) {
    await expect(page.getByRole('heading', { level: 1, name: asks })).toBeVisible();
    const total = numbers((await page.getByText(/^[\d,]+ rows?[,.]? /).textContent())?.split(' row')[0] ?? '');
    expect(await body(page.getByRole('table', { name: asks })).count(), `lines of ${code}`).toBe(Math.min(total, 100));
    return total;
  }
  const places: Readonly<Record<string, Locator>> = {
    'charting.to-sign': page.getByRole('region', { name: /^To sign/ }).getByRole('listitem'),
    'charting.to-cosign': page.getByRole('region', { name: /^To co-sign/ }).getByRole('listitem'),
    'charting.returned': body(page.getByRole('table', { name: 'Returned to you' })),
    'billing.held': body(page.getByRole('table', { name: 'Held charges' })),
    'billing.rejected': body(page.getByRole('table', { name: 'Claims' })),
    'billing.denied': body(page.getByRole('table', { name: 'Claims' })),
    'teams.cannot-wait': page.getByRole('list', { name: 'What cannot wait' }).getByRole('listitem'),
    'teams.my-tasks': page.getByRole('list', { name: 'Tasks' }).getByRole('listitem'),
    'caseloads.handed-to-me': page.getByRole('list', { name: 'Handed to you' }).getByRole('listitem'),
    'scheduling.freed-times': page.getByRole('list', { name: 'Freed times to offer' }).getByRole('listitem'),
    'documents.inbox': body(page.getByRole('table', { name: 'Incoming documents' })),
    'privacy.emergency-reviews': body(page.getByRole('table', { name: 'Emergency access' })),
  };
  const place = places[code];
  if (!place) throw new Error(`Where does the screen of ${code} show its rows?`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('status', { name: /Loading/ })).toHaveCount(0);
  return place.count();
}

/** The number on the tile; what nothing waits for stands in words. */
async function told(page: Page, { code }: Tile): Promise<string> {
  const figure = page.locator(`[data-tile="${code}"] span`).first();
  return (await figure.count()) === 0 ? '0' : ((await figure.textContent()) ?? '');
}

/** Opens each tile by its link and compares; a clock that struck meanwhile is looked at again. */
async function openEach(page: Page, tiles: readonly Tile[]): Promise<void> {
  for (const { code } of tiles) {
    let [known, isStale] = [tiles, false];
    await expect(async () => {
      if (isStale) known = (await reply<{ tiles: Tile[] }>(page, '/home')).tiles;
      isStale = true;
      const tile = known.find((one) => one.code === code);
      if (!tile) throw new Error(`${code} is gone`);
      const link = page.locator(`[data-tile="${code}"]`);
      await expect(link).toBeVisible({ timeout: 5_000 });
      const number = await told(page, tile);
      await link.click();
      const rows = await shown(page, tile);
      await page.goBack();
      expect(rows, code).toBe(tile.count);
      if (!/[$d]/.test(number)) expect(numbers(number), code).toBe(rows);
    }).toPass({ intervals: [200, 500], timeout: 15_000 });
  }
}

test.describe.configure({ timeout: 180_000 });

test('eleven people open on what waits for them: each number is that of the rows it opens', async ({ page }) => {
  for (const name of personas) {
    await enter(page, name);
    const { tiles } = await reply<{ tiles: Tile[] }>(page, '/home');
    await expect(page.locator('[data-tile]')).toHaveCount(tiles.length);
    expect.soft(await faults(page), `home of ${name}`).toEqual([]);
    await openEach(page, tiles);
  }
});

test('somebody hides a question and puts another first, by keyboard, and has it back as the role has it', async ({ page }) => {
  await enter(page, 'Ruth Weber');
  const now = page.getByRole('region', { name: 'Now' }).locator('[data-tile]');
  const { tiles } = await reply<{ tiles: { group: string }[] }>(page, '/home');
  const before = tiles.filter(({ group }) => group === 'now').length;
  await expect(now).toHaveCount(before);
  const dialog = page.getByRole('dialog', { name: 'Arrange your home page' });
  await page.getByRole('button', { name: 'Arrange' }).click();
  await dialog.getByRole('checkbox', { name: 'Incidents to follow up' }).press('Space');
  await dialog.getByRole('button', { name: 'Referrals to answer: up' }).press('Enter');
  await dialog.getByRole('button', { name: 'Keep' }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(now).toHaveCount(before - 1);
  await look(page, 'home of a clinical director');
  await page.getByRole('button', { name: 'Arrange' }).click();
  await dialog.getByRole('button', { name: 'As the role has it' }).click();
  await expect(now).toHaveCount(before);
  await page.goto('/waiting/careplans.unplanned');
  await look(page, 'rows behind a number');
});
