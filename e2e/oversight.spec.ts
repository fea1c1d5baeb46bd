import { look } from './look.ts';
import { become, choose, expect, type Page, stepIn, test } from './persona.ts';
import { frontDesk, privacyOfficer, therapist } from './story.ts';

const caseManager = 'Marcus Bell';
const otp = 'Bridge Opioid Treatment Program';

test.describe.configure({ mode: 'serial', timeout: 240_000 });

interface Person {
  readonly id: string;
  readonly mrn: string;
}

const anEmergency = 'Found unresponsive in the waiting room; the ambulance is on its way.';
const nobody = '01990000-0000-7000-8000-000000000000';

/** Somebody whom the front desk knows and the therapist does not: treated in another program only. */
async function hiddenPerson(page: Page): Promise<Person> {
  await become(page, frontDesk);
  const { items } = (await (await page.request.get('/api/patients?q=garcia&limit=50')).json()) as { items: Person[] };
  await become(page, therapist);
  for (const person of items) if ((await page.request.get(`/api/patients/${person.id}/banner`)).status() === 404) return person;
  throw new Error('The therapist knows everybody of that name');
}

/** Somebody whose chart the program keeps from this person, who has no part in the care. */
async function closedChart(page: Page): Promise<string> {
  for (const name of ['garcia', 'hernandez', 'nguyen', 'johnson', 'lee']) {
    const { items } = (await (await page.request.get(`/api/patients?q=${name}&limit=50`)).json()) as { items: Person[] };
    for (const { id } of items) {
      const closed = (await (await page.request.get(`/api/patients/${id}/closed-to-me`)).json()) as { items: object[] };
      if (closed.items.length > 0) return id;
    }
  }
  throw new Error('Every chart is open to this person');
}

test('a chart that does not open says why and what would open it, in the same words for somebody hidden as for nobody', async ({ page }) => {
  const { id } = await hiddenPerson(page);
  const door = page.getByRole('region', { name: "Why can't I see this?" });
  await page.goto(`/patients/${nobody}`);
  const saysOfNobody = await door.innerText();
  await page.goto(`/patients/${id}`);
  await expect(page.getByRole('heading', { level: 1, name: 'No chart to show' })).toBeVisible();
  await expect(door).toContainText('You work in no program that knows a person of this number.');
  expect(await door.innerText()).toBe(saysOfNobody);
  await look(page, 'a closed door');
});

test('in an emergency the chart opens on five facts, says so over every screen, and closes again', async ({ page }) => {
  const { id, mrn } = await hiddenPerson(page);
  await page.goto('/emergency');
  await page.getByText('Record number', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Record number' }).fill(mrn);
  await page.getByRole('region', { name: 'Find the person' }).getByRole('button', { name: 'Find', exact: true }).click();
  await page.getByRole('button', { name: 'This is the person' }).click();
  for (const known of ['Who receives the records', 'Their facility', 'Who discloses']) await expect(page.getByRole('textbox', { name: known })).not.toBeEmpty();
  await look(page, 'the five facts');
  // Nothing opens before all is told.
  await page.getByRole('button', { name: 'Open the chart' }).click();
  await expect(page.getByRole('textbox', { name: 'Nature of the emergency' })).toHaveAccessibleDescription(/./);
  await page.getByRole('textbox', { name: 'Nature of the emergency' }).fill(anEmergency);
  await page.getByRole('checkbox', { name: "The patient's consent cannot be had in time" }).check();
  await page.getByRole('button', { name: 'Open the chart' }).click();
  const banner = page.getByRole('status', { name: 'Emergency access' });
  await expect(banner).toContainText('This chart is open to you in an emergency.');
  await expect(banner).toContainText(/\d+ minutes left/);
  await page.goto(`/patients/${id}/diagnoses`);
  await expect(page.getByRole('region', { name: 'Diagnoses' })).toBeVisible();
  await look(page, 'a chart in an emergency');
  await page.goto('/schedule');
  await expect(banner).toContainText('A chart is open to you in an emergency');
  await banner.getByRole('button', { name: 'End now' }).click();
  await expect(banner).toBeHidden();
  await page.goto(`/patients/${id}`);
  await expect(page.getByRole('heading', { level: 1, name: 'No chart to show' })).toBeVisible();
});

test('the privacy officer finds the emergency in the queue, reads the five facts and gives a verdict', async ({ page }) => {
  await stepIn(page, privacyOfficer);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Privacy' }).click();
  const queue = page.getByRole('table', { name: 'Emergency access' });
  await queue.getByRole('row', { name: anEmergency }).getByRole('button', { name: therapist }).click();
  const review = page.getByRole('dialog', { name: 'Emergency access' });
  for (const fact of ['Recipient', 'Facility', 'Discloser', 'Date and time', 'Nature of the emergency'])
    await expect(review.getByText(fact, { exact: true })).toBeVisible();
  await look(page, 'the review of an emergency');
  await review.getByRole('textbox', { name: 'What you found' }).fill('The ambulance report agrees.');
  await review.getByRole('button', { name: 'Give the verdict' }).click();
  await expect(review).toBeHidden();
  await expect(queue.getByRole('row', { name: anEmergency })).toHaveCount(0);
  await page.getByText('Reviewed', { exact: true }).click();
  await expect(queue.getByRole('row', { name: anEmergency }).first()).toContainText('appropriate');
});

test('whoever reads a list of a chart may ask why there is no more', async ({ page }) => {
  await become(page, therapist);
  const found = (await (await page.request.get('/api/patients?q=hernandez')).json()) as { items: Person[] };
  for (const tab of ['notes', 'diagnoses', 'appointments']) {
    await page.goto(`/patients/${found.items[0]?.id ?? ''}/${tab}`);
    await page.getByRole('button', { name: "Why can't I see more?" }).click();
    const dialog = page.getByRole('dialog', { name: "Why can't I see more?" });
    await expect(dialog).toContainText('You see what these programs recorded');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
});

test('a program keeps its charts for those who treat: whoever has no part reads why, and takes one', async ({ page }) => {
  await become(page, privacyOfficer);
  await page.goto('/privacy');
  const programs = page.getByRole('table', { name: 'Programs' });
  const decide = async (only: boolean) => {
    await programs.getByRole('button', { name: otp }).click();
    const dialog = page.getByRole('dialog', { name: otp });
    await dialog.getByRole('switch', { name: 'Only those with a part in the care read charts' }).setChecked(only);
    await dialog.getByRole('textbox', { name: 'Who decided this, and why' }).fill('Decided by the board');
    if (only) await look(page, 'who reads charts inside a program');
    await dialog.getByRole('button', { name: 'Decide' }).click();
    await expect(dialog).toBeHidden();
    await expect(programs.getByRole('row', { name: otp })).toContainText(only ? 'those who treat' : 'all who work there');
  };
  await decide(true);
  await page.context().clearCookies();
  await become(page, caseManager);
  const id = await closedChart(page);
  await page.goto(`/patients/${id}/diagnoses`);
  const closed = page.getByRole('alert', { name: `${otp} keeps its charts for those with a part in the care` });
  await expect(closed).toBeVisible();
  await expect(page.getByRole('table', { name: 'Diagnoses' })).toHaveCount(0);
  await look(page, 'a chart for those who treat');
  await closed.getByRole('button', { name: 'Join the care team' }).click();
  await expect(closed).toBeHidden();
  await expect(page.getByRole('region', { name: 'Diagnoses' })).toContainText('F11.20');
  await page.context().clearCookies();
  await become(page, privacyOfficer);
  await page.goto('/privacy');
  await decide(false);
});

test('the privacy officer supposes another recipient and moment, and sees who can see each record', async ({ page }) => {
  await become(page, privacyOfficer);
  const found = (await (await page.request.get('/api/patients?q=hernandez')).json()) as { items: Person[] };
  await page.goto(`/patients/${found.items[0]?.id ?? ''}/access`);
  await expect(page.getByRole('region', { name: 'Who can see this person' }).getByRole('row', { name: therapist })).toBeVisible();
  await page.getByRole('link', { name: 'What if …' }).click();
  await choose(page, 'Who asks', therapist);
  await page.getByRole('button', { name: 'What would be decided?' }).click();
  const records = page.getByRole('table', { name: 'Records' });
  await expect(records.getByRole('row', { name: /open/ }).first()).toBeVisible();
  await look(page, 'what if');
  await choose(page, 'Who asks', 'Somebody outside');
  await page.getByRole('button', { name: 'What would be decided?' }).click();
  await expect(records.getByRole('row', { name: /closed/ }).first()).toBeVisible();
  await records.getByRole('button', { name: /^Note/ }).first().click();
  await expect(page.getByRole('dialog', { name: 'Who can see this' }).getByRole('row', { name: therapist })).toContainText(
    'They work in the program that made the record.',
  );
});
