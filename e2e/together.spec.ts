import { randomInt, randomUUID } from 'node:crypto';
import { look } from './look.ts';
import { become, expect, type Page, test } from './persona.ts';
import { therapist } from './story.ts';

const prescriber = 'Naomi Okafor';

async function asked<Reply>(page: Page, path: string, data?: object): Promise<Reply> {
  const reply = data ? await page.request.post(`/api${path}`, { data }) : await page.request.get(`/api${path}`);
  expect(reply.ok(), `${path}: ${await reply.text()}`).toBe(true);
  return (await reply.json()) as Reply;
}

/** A patient whom nobody resembles, with a meeting that the therapist has opened. */
async function convene(page: Page): Promise<string> {
  const { items } = await asked<{ items: readonly { id: string; name: string }[] }>(page, '/programs');
  const programId = items.find(({ name }) => name === 'Outpatient Therapy')?.id;
  const born = Temporal.PlainDate.from('1950-01-01').add({ days: randomInt(15_000) });
  const person = { givenName: 'Yola', familyName: `Brook${randomUUID().replaceAll(/[^a-f]/g, '')}`, birthDate: born.toString(), programId };
  const { id: patientId } = await asked<{ id: string }>(page, '/patients', person);
  const { id } = await asked<{ id: string }>(page, `/patients/${patientId}/team-documents`, { id: randomUUID(), programId, templateCode: 'team-meeting' });
  return `/team-documents/${id}`;
}

const words = (page: Page, label: string) => page.getByRole('textbox', { name: label, exact: true });
const part = (page: Page, label: string) => page.getByRole('region', { name: label, exact: true });
const saved = (page: Page, label: string) => expect(part(page, label).locator('[data-journal="saved"]')).toBeVisible();

test('two disciplines write one document, one of them without a network and through a reload: both texts survive, are signed and closed', async ({
  page,
  browser,
  baseURL,
}) => {
  await become(page, therapist);
  const path = await convene(page);
  const other = await browser.newContext({ baseURL: baseURL ?? '' });
  const naomi = await other.newPage();
  await become(naomi, prescriber);
  await Promise.all([page.goto(path), naomi.goto(path)]);
  await saved(page, 'Decisions');
  await saved(naomi, 'Decisions');

  await words(page, 'Decisions').click();
  await page.keyboard.type('Weekly sessions go on. ');
  await expect(words(naomi, 'Decisions')).toContainText('Weekly sessions go on.');
  await expect(part(naomi, 'Decisions')).toContainText(`${therapist} is writing`);

  await other.setOffline(true);
  await expect(part(naomi, 'Decisions')).toContainText('Offline: kept on this device');
  await words(naomi, 'Decisions').click();
  await naomi.keyboard.press('End');
  await naomi.keyboard.type('Sertraline to 100 mg. ');
  await words(naomi, 'Nursing').click();
  await naomi.keyboard.type('Pressure 128 over 82.');
  await words(page, 'Decisions').click();
  await page.keyboard.press('Home');
  await page.keyboard.type('Agreed by all: ');
  await expect(part(naomi, 'Nursing').locator('[data-journal="offline"]')).toBeVisible();
  // The page is closed while there is no network, and opened again when there is one.
  await naomi.close();
  await other.setOffline(false);
  const again = await other.newPage();
  await again.goto(path);
  for (const screen of [page, again]) {
    await expect(words(screen, 'Decisions')).toContainText('Agreed by all: ');
    await expect(words(screen, 'Decisions')).toContainText('Weekly sessions go on.');
    await expect(words(screen, 'Decisions')).toContainText('Sertraline to 100 mg.');
    await expect(words(screen, 'Nursing')).toContainText('Pressure 128 over 82.');
  }

  await part(page, 'Nursing').getByRole('textbox', { name: 'Remark on Nursing' }).fill('Please look at the pulse too.');
  await part(page, 'Nursing').getByRole('combobox', { name: 'For' }).fill('Naomi');
  await page.getByRole('option', { name: prescriber }).click();
  await page.keyboard.press('Escape');
  await part(page, 'Nursing').getByRole('button', { name: 'Say it' }).click();
  await expect(part(page, 'Nursing')).toContainText(`to ${prescriber}`);
  await look(page, 'team document');

  await saved(again, 'Nursing');
  await part(again, 'Nursing').getByRole('button', { name: 'Sign this section' }).click();
  await expect(part(again, 'Nursing')).toContainText(`Signed by ${prescriber}`);
  for (const [label, text] of [
    ['Who met, and what the person wants', 'She wants to work again.'],
    ['Therapy', 'Sleeps better.'],
  ] as const) {
    await words(page, label).click();
    await page.keyboard.type(text);
  }
  for (const label of ['Who met, and what the person wants', 'Therapy', 'Decisions']) {
    await saved(page, label);
    await part(page, label).getByRole('button', { name: 'Sign this section' }).click();
    await expect(part(page, label)).toContainText(`Signed by ${therapist}`);
  }
  await expect(part(page, 'Nursing')).toContainText(`Signed by ${prescriber}`);
  await page.getByRole('button', { name: 'Close and seal' }).click();
  await page.getByRole('link', { name: 'Open the sealed note' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('Sertraline to 100 mg.')).toBeVisible();

  await again.goto('/');
  const tasks = again.getByRole('region', { name: /^For you from colleagues/ });
  await expect(tasks).toContainText('Please look at the pulse too.');
  await tasks.getByRole('button', { name: 'Done' }).first().click();
  await expect(tasks).toHaveCount(0);
  await other.close();
});
