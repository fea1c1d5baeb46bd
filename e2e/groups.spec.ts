import { randomInt, randomUUID } from 'node:crypto';
import { look } from './look.ts';
import { become, expect, type Locator, type Page, test } from './persona.ts';
import { therapist } from './story.ts';

interface Items<Item> {
  readonly items: readonly Item[];
}

async function asked<Reply>(page: Page, path: string, data?: object): Promise<Reply> {
  const reply = data ? await page.request.post(`/api${path}`, { data }) : await page.request.get(`/api${path}`);
  expect(reply.ok(), `${path}: ${await reply.text()}`).toBe(true);
  return (await reply.json()) as Reply;
}

/** A group of fourteen whose session ended ten minutes ago; no two runs name or date their people alike, or the second would find doubles. */
async function convene(page: Page): Promise<string> {
  const born = Temporal.PlainDate.from('1950-01-01').add({ days: randomInt(10_000) });
  const family = `Quill${randomUUID().replaceAll(/[^a-f]/g, '')}`;
  const me = await asked<{ staff: { id: string } }>(page, '/me');
  const { items } = await asked<Items<{ id: string; name: string }>>(page, '/programs');
  const programId = items.find(({ name }) => name === 'Outpatient Therapy')?.id;
  const groupId = randomUUID();
  const facts = { id: groupId, programId, name: `Coping with ${family}`, service: 'group-psychotherapy', capacity: 14, facilitatorId: me.staff.id };
  await asked(page, '/groups', facts);
  for (let index = 0; index < 14; index += 1) {
    const name = { givenName: `Zed${'abcdefghijklmn'[index]}`, familyName: `${family}${'abcdefghijklmn'[index]}` };
    const { id: patientId } = await asked<{ id: string }>(page, '/patients', { ...name, birthDate: born.add({ days: 41 * index }).toString(), programId });
    await asked(page, `/patients/${patientId}/diagnoses`, { programId, code: 'F41.1' });
    await asked(page, `/groups/${groupId}/members`, { patientId });
  }
  const moment = (minutesAgo: number) => new Date(Date.now() - minutesAgo * 60_000).toISOString();
  await asked(page, `/groups/${groupId}/sessions`, { startsAt: moment(70), endsAt: moment(10) });
  return facts.name;
}

const lines = [
  'Named three cues before cravings and how walking helps.',
  'Said that quarrels with the landlord kept sleep away; agreed to breathe slowly at night.',
  'Spoke of the interview on Tuesday and the fear of failing there.',
  'Reported six weeks sober; the dinner at home was hard, leaving worked.',
  'Listened, nodded, answered only when asked; too early to tell more.',
  'Practised saying no in a role play, the second time firm and calm.',
  'Explained lapse and relapse in own words from the filled worksheet.',
  'Cried over the loss of the brother, stayed, took water, came back to the talk.',
  'Argued for own choice against powerlessness and saw that both may help.',
  'Set two goals: one meal cooked at home, phone off after ten.',
  'Told of using on Saturday, ashamed, could trace the chain from boredom.',
  'Helped with the bus plan, was thanked, looked proud.',
  'Restless since the change of medicine on Monday; a fidget ring helped.',
];

// Fourteen people are registered and fourteen lines typed: many small steps, none of them slow.
test.describe.configure({ timeout: 300_000 });

test('a group of fourteen: one late, one left early, one absent, from the day list to one signature within 45 clicks', async ({ page }) => {
  await become(page, therapist);
  const group = await convene(page);
  let clicks = 0;
  const click = async (place: Locator) => {
    clicks += 1;
    await place.click();
  };
  await page.goto('/');
  await click(page.getByRole('table', { name: 'Group sessions today' }).getByRole('link', { name: group }));
  const tiles = page.getByRole('region', { name: /^Zed/ });
  await expect(tiles).toHaveCount(14);
  await click(page.getByRole('textbox', { name: 'Topic or lesson' }));
  await page.keyboard.type('Coping with triggers');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Cues and answers to them were collected and tried in pairs.');
  await click(page.getByRole('button', { name: 'All here' }));
  await click(tiles.nth(1).getByRole('button', { name: 'Late' }));
  await click(tiles.nth(2).getByRole('button', { name: 'Left early' }));
  // By keyboard as well: the letter on the tile.
  await tiles.nth(13).focus();
  await page.keyboard.press('a');
  await click(tiles.nth(13).getByRole('combobox'));
  await tiles.nth(13).getByRole('combobox').selectOption('No word');
  for (const [index, line] of lines.entries()) {
    await click(tiles.nth(index).getByRole('textbox', { name: /said and did$/ }));
    await page.keyboard.insertText(index === 4 ? 'Agreed with Zeda about the week.' : line);
    await click(tiles.nth(index).getByText('Denied', { exact: true }));
  }
  await expect(tiles.nth(4)).toContainText('Another member is named here: Zeda');
  await expect(page.getByRole('button', { name: 'Sign all' })).toBeVisible();
  await look(page, 'session board');
  await tiles
    .nth(4)
    .getByRole('textbox', { name: /said and did$/ })
    .fill(lines[4] ?? '');
  await expect(page.getByText('Everything is there.')).toBeVisible();
  await click(page.getByRole('button', { name: 'Sign all' }));
  const signed = page.getByRole('table', { name: 'Signed records' });
  await expect(signed.getByRole('link', { name: 'Open' })).toHaveCount(14);
  await expect(signed.getByRole('row', { name: /Zedb/ })).toContainText('45');
  await expect(signed.getByRole('row', { name: /Zedc/ })).toContainText('45');
  await expect(signed.getByRole('row', { name: /Zedn/ })).toContainText('absent');
  expect(clicks).toBeLessThanOrEqual(45);
  await look(page, 'signed session');
  await page.goto('/groups');
  await expect(page.getByRole('table', { name: `Roster of ${group}` })).toBeVisible();
  await look(page, 'groups');
});
