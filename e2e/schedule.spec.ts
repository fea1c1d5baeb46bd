import { randomInt, randomUUID } from 'node:crypto';
import { faults, look } from './look.ts';
import { become, choose, expect, type Page, test } from './persona.ts';
import { programNamed } from './somebody-new.ts';
import { administrator, clinicNow, program, therapist } from './story.ts';

async function asked<Reply>(page: Page, path: string, data?: object): Promise<Reply> {
  const reply = data ? await page.request.post(`/api${path}`, { data }) : await page.request.get(`/api${path}`);
  expect(reply.ok(), `${path}: ${await reply.text()}`).toBe(true);
  return (await reply.json()) as Reply;
}

/** Somebody of the program whom no other run has seen. */
async function somebody(page: Page, programId: string, givenName: string) {
  const birthDate = Temporal.PlainDate.from('1950-01-01').add({ days: randomInt(18_000) });
  const familyName = `Quay${randomUUID().replaceAll(/[^a-f]/g, '')}`;
  const { id } = await asked<{ id: string }>(page, '/patients', { givenName, familyName, birthDate: birthDate.toString(), programId });
  return { id, familyName };
}

/** A Monday of a coming year with the means to book on it; nobody of the demo or of an earlier try is there. */
async function emptyWeek(page: Page) {
  const { staff } = await asked<{ staff: { id: string } }>(page, '/me');
  const programId = await programNamed(page, 'Outpatient Therapy');
  const now = clinicNow();
  const some = now.toPlainDate().add({ days: randomInt(1900, 2500) });
  const monday = some.subtract({ days: some.dayOfWeek - 1 });
  const at = (days: number, time: string) => monday.add({ days }).toZonedDateTime({ timeZone: now.timeZoneId, plainTime: time }).toInstant().toString();
  const visit = (patientId: string) => ({ patientId, programId, clinicianId: staff.id, typeCode: 'therapy-50', minutes: 50 });
  const book = async (patientId: string, days: number, time: string) =>
    (await asked<{ id: string }>(page, '/appointments', { ...visit(patientId), startsAt: at(days, time) })).id;
  return { monday, programId, visit, book };
}

test('the week is moved by hand: by keys and by the mouse, undone, refused with who holds the time, and a series goes along', async ({ page }) => {
  await become(page, therapist);
  const { monday, programId, visit, book } = await emptyWeek(page);
  const [uma, vito] = [await somebody(page, programId, 'Uma'), await somebody(page, programId, 'Vito')];
  await book(uma.id, 0, '09:00');
  await book(vito.id, 0, '11:00');
  const here = await book(vito.id, 3, '09:00');
  await asked(page, `/appointments/${here}/arrival`, {});
  const weekly = { frequency: 'weekly', interval: 1, weekdays: [3] };
  const { minutes: _minutes, ...series } = visit(uma.id);
  await asked(page, '/appointment-series', { ...series, recurrence: weekly, firstDay: monday.add({ days: 2 }).toString(), time: '14:00', minutes: 50, times: 3 });
  await page.goto(`/schedule?span=week&day=${monday.toString()}&whose=me`);

  const day = (days: number) => page.getByRole('group', { name: new RegExp(`^${['Mon', 'Tue', 'Wed', 'Thu', 'Fri'][days] ?? ''}, `) });
  const entry = (days: number, { familyName }: { familyName: string }, times: string) =>
    day(days).getByRole('button', { name: new RegExp(`${familyName} ${times.replace(' to ', '.*until ')},`) });
  const said = page.getByRole('status', { name: 'Moving' });
  const undo = page.getByRole('button', { name: 'Undo' });

  // By keys: down twice, longer by one step, one day on; Ctrl+Z takes it back.
  await entry(0, uma, '9:00 am to 9:50 am').focus();
  await page.keyboard.press('m');
  await expect(said).toContainText('is picked up');
  for (const key of ['ArrowDown', 'ArrowDown', 'Shift+ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
  await expect(said).toHaveText(/^Tue, .*9:10 am to 10:05 am\.$/);
  expect.soft(await faults(page), 'an appointment carried by the keys').toEqual([]);
  await page.keyboard.press('Enter');
  await expect(entry(1, uma, '9:10 am to 10:05 am')).toBeFocused();
  await expect(undo).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(entry(0, uma, '9:00 am to 9:50 am')).toBeFocused();
  await expect(page.getByRole('alert').filter({ hasText: 'Put back.' })).toBeVisible();

  // Onto somebody else's time: told who holds it, and back where it was. Escape puts back without asking anyone.
  await page.keyboard.press('m');
  for (const key of ['PageDown', 'PageDown', 'Enter']) await page.keyboard.press(key);
  await expect(page.getByRole('alert').filter({ hasText: 'Not moved' })).toContainText(`is with Vito ${vito.familyName} from 11:00 AM`);
  await expect(entry(0, uma, '9:00 am to 9:50 am')).toBeFocused();
  for (const key of ['m', 'ArrowRight', 'Escape']) await page.keyboard.press(key);
  await expect(said).toContainText('is back where it was');
  // What has begun stays.
  await entry(3, vito, '9:00 am to 9:50 am').focus();
  await page.keyboard.press('m');
  await expect(said).toContainText('here. Only what has not begun can be moved.');

  // Stretched with the mouse at the lower edge.
  const box = await entry(0, vito, '11:00 am to 11:50 am').boundingBox();
  if (!box) throw new Error('the entry is not drawn');
  const [x, y] = [box.x + box.width / 2, box.y + box.height - 3];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + 10);
  await page.mouse.move(x, y + 28);
  await page.mouse.up();
  await expect(entry(0, vito, '11:00 am to 12:20 pm')).toBeVisible();
  await undo.click();
  await expect(entry(0, vito, '11:00 am to 11:50 am')).toBeVisible();

  // One of a series: the rest goes along, and comes back.
  await entry(2, uma, '2:00 pm to 2:50 pm').focus();
  for (const key of ['m', 'PageDown', 'Enter']) await page.keyboard.press(key);
  const question = page.getByRole('dialog', { name: /^Move Uma/ });
  await question.getByRole('radio', { name: 'This one and all that follow' }).check();
  await expect(question.getByRole('status')).toHaveText('Every time is free.');
  await look(page, 'what of a series goes along');
  await question.getByRole('button', { name: 'Move 3 appointments' }).click();
  await expect(entry(2, uma, '3:00 pm to 3:50 pm')).toBeVisible();
  await undo.click();
  await expect(entry(2, uma, '2:00 pm to 2:50 pm')).toBeVisible();

  // Called off, and expected again.
  await entry(0, uma, '9:00 am to 9:50 am').click();
  const panel = page.getByRole('dialog', { name: /^Uma/ });
  await panel.getByRole('button', { name: 'Cancel…' }).click();
  await choose(panel, 'Why is it called off?', 'Booked in error');
  await panel.getByRole('button', { name: 'Cancel the appointment' }).click();
  await expect(panel.getByText('Cancelled', { exact: true })).toBeVisible();
  await undo.click();
  await expect(panel.getByText('Booked', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(entry(0, uma, '9:00 am to 9:50 am')).toBeVisible();
});

test('everybody sees the week in colors and a density of their own, and it stays so', async ({ page }) => {
  await become(page, therapist);
  const programId = await programNamed(page, 'Outpatient Therapy');
  await page.goto(`/schedule?span=week&whose=program:${programId}`);
  await expect(page.getByRole('list', { name: 'Colors: Status' })).toContainText(/Booked|Done/);
  await page.getByRole('button', { name: 'Colors and density' }).click();
  const choice = page.getByRole('dialog', { name: 'Colors and density' });
  await choice.getByRole('radio', { name: 'Clinician' }).check();
  await choice.getByRole('radio', { name: /^Compact/ }).check();
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(page.getByRole('list', { name: 'Colors: Clinician' }).getByText(therapist)).toBeVisible();
  await look(page, 'the week of a team, one line a person');
  const strip = page.getByRole('button', { name: new RegExp(`^Mon, .* of ${therapist}: .*free`) });
  await strip.click();
  await expect(page.getByRole('group', { name: new RegExp(`^${therapist}: `) })).toBeVisible();
});

test('an administrator decides from which day on a missed visit costs more; what held before stays', async ({ page }) => {
  await become(page, administrator);
  await page.goto('/administration/missed-visits');
  const fees = page.getByRole('region', { name: program });
  await expect(fees).toContainText('A visit that is missed, or called off less than 24 hours before, costs $50.');
  await fees.getByRole('button', { name: `Change the fees of ${program}` }).click();
  const form = page.getByRole('dialog', { name: `Fees for missed visits: ${program}` });
  // So far ahead that no other day of the demo is judged by it.
  await form.getByLabel('From').fill(`${String(randomInt(2060, 2190))}-01-01`);
  const dollars = randomInt(51, 900);
  await form.getByLabel('A missed visit costs').fill(String(dollars));
  await form.getByRole('button', { name: 'Save from this day on' }).click();
  await expect(form.getByLabel('Who decided it, and why')).toHaveAccessibleDescription('Write who decided this and why.');
  await form.getByLabel('Who decided it, and why').fill('The board, told to patients beforehand');
  await look(page, 'fees for missed visits are decided');
  await form.getByRole('button', { name: 'Save from this day on' }).click();
  await expect(form).toBeHidden();
  await expect(fees).toContainText(`A visit that is missed costs $${dollars}, one called off less than 24 hours before $50.`);
  await expect(fees).toContainText('costs $50. The first');
});
