import { randomInt, randomUUID } from 'node:crypto';
import { look, phone } from './look.ts';
import { become, expect, type Locator, type Page, test } from './persona.ts';
import { administrator } from './story.ts';

const nurse = 'Grace Kim';
const residential = 'Cedar House Residential';

async function asked<Reply>(page: Page, path: string, data?: object): Promise<Reply> {
  const reply = data ? await page.request.post(`/api${path}`, { data }) : await page.request.get(`/api${path}`);
  expect(reply.ok(), `${path}: ${await reply.text()}`).toBe(true);
  return reply.status() === 204 ? (undefined as Reply) : ((await reply.json()) as Reply);
}

/** A unit with a room of three beds, and two women of whom no other run knows who have the first two. */
async function openHouse(page: Page) {
  const mark = randomUUID().replaceAll(/[^a-f]/g, '');
  const unit = { id: randomUUID(), name: `Pier ${mark}` };
  await become(page, administrator);
  const { items } = await asked<{ items: { id: string; name: string }[] }>(page, '/programs');
  const programId = items.find(({ name }) => name === residential)?.id;
  await asked(page, '/residence/units', { ...unit, programId, genderRule: 'one-gender' });
  const beds = ['P1', 'P2', 'P3'].map((name) => ({ id: randomUUID(), name }));
  await asked(page, `/residence/units/${unit.id}/rooms`, { id: randomUUID(), name: 'Harbor room', attributes: ['accessible'], beds });
  await become(page, nurse);
  const born = Temporal.PlainDate.from('1950-01-01').add({ days: randomInt(15_000) });
  const today = Temporal.Now.plainDateISO('America/Los_Angeles').toString();
  const people = ['Ione', 'Petra'].map((givenName, place) => ({
    givenName,
    familyName: `Marsh${mark}${'xy'[place]}`,
    birthDate: born.add({ days: place * 400 }).toString(),
  }));
  for (const [place, person] of people.entries()) {
    const { id: patientId } = await asked<{ id: string }>(page, '/patients', { ...person, administrativeSex: 'F', programId });
    const { id: episodeId } = await asked<{ id: string }>(page, '/episodes', { patientId, programId, referredOn: today, source: 'hospital' });
    await asked(page, '/residence/residencies', { episodeId, bedId: beds[place]?.id });
  }
  return { unit: unit.name, names: people.map(({ givenName, familyName }) => `${givenName} ${familyName}`) };
}

test('a nurse at the bed board and on rounds: a move by keyboard, one by drag with a reason, a swap, a leave, and a round on a phone without a network', async ({
  page,
  context,
}) => {
  const { unit, names } = await openHouse(page);
  const [ione = '', petra = ''] = names;
  await page.goto('/house');
  await page.getByRole('combobox', { name: 'Unit' }).selectOption(unit);
  const bed = (name: string): Locator => page.getByRole('button', { name: new RegExp(`^Harbor room, bed ${name}\\b`) });
  await expect(bed('P1')).toHaveAccessibleName(new RegExp(ione));

  await bed('P1').focus();
  await page.keyboard.press('m');
  await expect(page.getByText(`Choose a bed for ${ione}`)).toBeVisible();
  await bed('P3').focus();
  await page.keyboard.press('Enter');
  await page
    .getByRole('dialog', { name: `Move: ${ione} to bed P3` })
    .getByRole('button', { name: 'Move now' })
    .click();
  await expect(bed('P3')).toHaveAccessibleName(new RegExp(ione));
  await expect(bed('P1')).toHaveAccessibleName(/To clean/);

  await bed('P2').dragTo(bed('P1'));
  const move = page.getByRole('dialog', { name: `Move: ${petra} to bed P1` });
  await expect(move.getByText('P1 is not cleaned yet.')).toBeVisible();
  await expect(move.getByRole('button', { name: 'Move now' })).toBeDisabled();
  await move.getByRole('textbox', { name: 'Reason to set this aside' }).fill('Fresh linen is on it');
  await move.getByRole('button', { name: 'Move now' }).click();
  await expect(bed('P1')).toHaveAccessibleName(new RegExp(petra));

  await bed('P1').dragTo(bed('P3'));
  await page
    .getByRole('dialog', { name: /^Swap beds/ })
    .getByRole('button', { name: 'Swap beds now' })
    .click();
  await expect(bed('P3')).toHaveAccessibleName(new RegExp(petra));

  await bed('P1').click();
  const watched = page.getByRole('dialog', { name: ione });
  await watched.getByRole('textbox', { name: 'Because' }).fill('First night');
  await watched.getByRole('button', { name: 'Order the rounds' }).click();
  await expect(watched).toBeHidden();
  await bed('P3').click();
  await page.getByRole('dialog', { name: petra }).getByRole('button', { name: 'Goes on leave' }).click();
  await expect(bed('P3')).toHaveAccessibleName(/Away, .*Pass/);
  await look(page, 'bed board');

  await page.setViewportSize(phone);
  await page.getByRole('tab', { name: 'Rounds' }).click();
  await page.getByRole('combobox', { name: 'Unit' }).selectOption({ label: `${unit} (0 missed)` });
  const card = page.getByRole('region', { name: ione });
  await context.setOffline(true);
  await card.getByRole('button', { name: 'Asleep, breathing seen' }).click();
  await page.getByRole('button', { name: 'Sign the round' }).click();
  await expect(page.getByText(/A signed round waits on this device/)).toBeVisible();
  await expect(card).toContainText('Due in 15 min');
  await context.setOffline(false);
  await expect(page.getByText(/A signed round waits on this device/)).toBeHidden({ timeout: 15_000 });
  await expect(card).toContainText(`by ${nurse}`);
  await look(page, 'rounds');
  await page.getByRole('tab', { name: 'Roster' }).click();
  await expect(page.getByRole('table', { name: `Roster of ${unit}` }).getByRole('row', { name: new RegExp(petra) })).toContainText('Pass');
  await look(page, 'roster');
  await page.getByRole('tab', { name: 'Census' }).click();
  await look(page, 'census');
});
