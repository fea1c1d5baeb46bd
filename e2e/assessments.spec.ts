import type { Browser } from '@playwright/test';
import { faults, look, phone } from './look.ts';
import { become, choose, expect, type Page, signOut, stepIn, test } from './persona.ts';
import { therapist } from './story.ts';

test.describe.configure({ mode: 'serial', timeout: 240_000 });

interface Worklist {
  readonly items: readonly { readonly patientId: string; readonly patientName: string; readonly offTrack: readonly { readonly abbreviation: string }[] }[];
}

/** One of the therapist's patients who is off track and not on the pathway. */
async function offTrackPatient(page: Page): Promise<Worklist['items'][number]> {
  const { items } = (await (await page.request.get('/api/assessment-worklist')).json()) as Worklist;
  const duties = (await (await page.request.get('/api/risk-duties')).json()) as { items: readonly { patientId: string }[] };
  const found = items.find(({ patientId, offTrack }) => offTrack.length > 0 && !duties.items.some((duty) => duty.patientId === patientId));
  if (!found) throw new Error('The demo has nobody off track');
  return found;
}

const asked = (page: Page) => page.getByRole('table', { name: 'Asked and answered' });

/** Somebody else's device, with nobody signed in. */
async function anotherDevice(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: phone, hasTouch: true, isMobile: true, ...(process.env['E2E_URL'] ? { baseURL: process.env['E2E_URL'] } : {}) });
  return context.newPage();
}

async function makeLink(page: Page, instrument: RegExp): Promise<string> {
  await page.getByRole('button', { name: 'Ask an instrument' }).click();
  const form = page.getByRole('dialog', { name: 'Ask an instrument' });
  await choose(form, 'Instrument', instrument);
  await form.getByRole('radio', { name: 'By link' }).check();
  await form.getByRole('textbox', { name: 'Why again so soon' }).fill('Asked for it after a hard week');
  await form.getByRole('button', { name: 'Make the link' }).click();
  const link = await form.getByRole('textbox', { name: 'Link' }).inputValue();
  await form.getByRole('button', { name: 'Done' }).click();
  return link;
}

async function answerNext(device: Page, answer: string): Promise<void> {
  await device.getByRole('radio', { name: answer, exact: true }).check();
  await device.getByRole('button', { name: 'Next' }).click();
}

test('finds who is off track on the home page, and sees how the scores went', async ({ page }) => {
  await stepIn(page, therapist);
  const { patientName } = await offTrackPatient(page);
  await page.getByRole('table', { name: 'Measurement' }).getByRole('link', { name: patientName }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Off track' })).toContainText(/after \d+ days|worse than at the start/);
  await expect(page.getByRole('img', { name: /^PHQ-9: \d+ times, from \d+/ })).toBeVisible();
  await look(page, 'assessments of a chart');
  await page.getByRole('button', { name: 'Show as a table' }).click();
  await expect(page.getByRole('table', { name: 'Scores over time' }).getByRole('row', { name: 'PHQ-9' }).first()).toBeVisible();
});

test('a phone answers without an account; the score is on the open chart within two seconds, and a positive answer opens the pathway', async ({ page, browser }) => {
  await become(page, therapist);
  const { patientId } = await offTrackPatient(page);
  await page.goto(`/patients/${patientId}/assessments`);
  const device = await anotherDevice(browser);
  await device.goto(await makeLink(page, /^PHQ-9/));
  await expect(device.getByRole('heading', { level: 1, name: 'Question 1 of 10' })).toBeVisible();
  expect(await faults(device), 'questions on a phone').toEqual([]);
  for (let place = 1; place <= 4; place += 1) await answerNext(device, 'Several days');
  await device.reload();
  await expect(device.getByRole('heading', { level: 1, name: 'Question 5 of 10' })).toBeVisible();
  for (let place = 5; place <= 7; place += 1) await answerNext(device, 'Not at all');
  await device.context().setOffline(true);
  await answerNext(device, 'Not at all');
  await expect(device.getByRole('status')).toContainText('No connection. Your answers are kept here');
  await device.context().setOffline(false);
  await expect(device.getByRole('status')).toContainText('Your answers are saved.');
  await expect(
    page
      .getByRole('region', { name: 'Suicide-risk pathway' })
      .getByText(/^(Never on the pathway|Ended, )/)
      .first(),
  ).toBeVisible();
  await answerNext(device, 'Several days');
  await expect(device.getByRole('alert', { name: 'Help now' }).getByRole('link', { name: 'Call 988' })).toBeVisible();
  expect(await faults(device), 'help on a phone').toEqual([]);
  // Before the form is finished.
  await expect(page.getByRole('list', { name: 'What is owed' })).toContainText('Formulation', { timeout: 3000 });
  await expect(page.getByRole('list', { name: 'Alerts' })).toContainText('On the suicide-risk pathway');
  await answerNext(device, 'Somewhat difficult');
  await expect(asked(page).getByRole('row').nth(1)).toContainText('Not finished');
  await device.getByRole('button', { name: 'Hand in' }).click();
  await expect(asked(page).getByRole('row').nth(1)).toContainText('5 of 27', { timeout: 2000 });
  await expect(device.getByRole('heading', { name: 'Thank you' })).toBeVisible();
  await device.reload();
  await expect(device.getByRole('heading', { name: 'This link no longer opens' })).toBeVisible();
  expect(await faults(device), 'a used link').toEqual([]);
  await device.context().close();
});

test('the pathway is not left without formulation and plan, and ends with a reason', async ({ page }) => {
  await become(page, therapist);
  const duties = (await (await page.request.get('/api/risk-duties')).json()) as { items: readonly { patientId: string; kind: string }[] };
  await page.goto(`/patients/${duties.items.find(({ kind }) => kind === 'formulation')?.patientId ?? ''}/assessments`);
  await page.getByRole('button', { name: 'End the pathway' }).click();
  const end = page.getByRole('dialog', { name: 'End the pathway' });
  await end.getByRole('textbox', { name: 'Why' }).fill('Does not seem serious to me.');
  await end.getByRole('button', { name: 'End the pathway' }).click();
  await expect(end.getByRole('alert')).toContainText('Write the formulation first');
  await expect(end.getByRole('alert')).toContainText('Write the safety plan with the person first');
  await end.getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('button', { name: 'Formulate the risk' }).click();
  const formulation = page.getByRole('dialog', { name: 'Formulate the risk' });
  for (const label of ['Ideation', 'Plan and intent', 'Means', 'What raises the risk', 'What protects', 'What follows'])
    await formulation.getByRole('textbox', { name: label }).fill(`${label}: asked and written down.`);
  await formulation.getByText('Moderate', { exact: true }).click();
  await look(page, 'formulation');
  await formulation.getByRole('button', { name: 'Keep the formulation' }).click();
  await expect(page.getByRole('list', { name: 'What is owed' })).toContainText('Safety plan');

  await page.getByRole('button', { name: 'Write the safety plan together' }).click();
  const plan = page.getByRole('dialog', { name: 'Write the safety plan together' });
  await plan.getByRole('button', { name: 'Keep the plan' }).click();
  await expect(plan.getByText('Ask about firearms, and choose the answer.')).toBeVisible();
  for (const label of ['1. Signs', '2. What I can', '3. People', '4. People', '6. Making'])
    await plan.getByRole('textbox', { name: new RegExp(`^${label}`) }).fill('Sister, (253) 555-0117');
  await plan.getByRole('radio', { name: 'No', exact: true }).check();
  await look(page, 'safety plan');
  await plan.getByRole('button', { name: 'Keep the plan' }).click();
  await expect(page.getByText(/^Safety plan of/)).toBeVisible();

  await page.getByRole('button', { name: 'End the pathway' }).click();
  // What was written before is still there.
  await expect(end.getByRole('textbox', { name: 'Why' })).toHaveValue('Does not seem serious to me.');
  await end.getByRole('textbox', { name: 'Why' }).fill('Ideation gone for two weeks, plan known, seen weekly.');
  await end.getByRole('button', { name: 'End the pathway' }).click();
  await expect(page.getByText(/^Ended, the risk has resolved: Ideation gone/).first()).toBeVisible();
  await expect(page.getByRole('list', { name: 'Alerts' })).toHaveCount(0);
});

test('hands the device over: the way back asks staff to sign in', async ({ page }) => {
  await become(page, therapist);
  const { patientId, patientName } = await offTrackPatient(page);
  await page.goto(`/patients/${patientId}/assessments`);
  await page.getByRole('button', { name: 'Ask an instrument' }).click();
  const form = page.getByRole('dialog', { name: 'Ask an instrument' });
  await choose(form, 'Instrument', /^GAD-2/);
  await form.getByRole('radio', { name: 'Hand this device over' }).check();
  await form.getByRole('button', { name: 'Hand over' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Question 1 of 2' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Question 1 of 2' })).toBeVisible();
  const questions = page.url();
  await page.goto(`/patients/${patientId}/assessments`);
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await expect(page.getByText(patientName)).toHaveCount(0);
  await page.goto(questions);
  for (let place = 1; place <= 2; place += 1) await answerNext(page, 'Nearly every day');
  await page.getByRole('button', { name: 'Hand in' }).click();
  await page.getByRole('link', { name: 'Staff: sign in to go on' }).click();
  await page.getByRole('button', { name: therapist }).click();
  await expect(asked(page).getByRole('row').nth(1)).toContainText('6 of 6');
  await signOut(page);
});

test('fills by keyboard alone, and shipped instruments can be seen and asked', async ({ page }) => {
  test.setTimeout(240_000);
  await become(page, therapist);
  const { patientId } = await offTrackPatient(page);
  const stays = (await (await page.request.get(`/api/patients/${patientId}/episodes`)).json()) as { items: readonly { programId: string }[] };
  const { items } = (await (await page.request.get('/api/instruments')).json()) as { items: readonly { code: string; abbreviation: string; bySelf: boolean }[] };
  expect(items).toHaveLength(17);
  const begin = async (instrumentCode: string, bySelf: boolean) => {
    const body = { programId: stays.items[0]?.programId, instrumentCode, mode: 'staff', answeredBy: bySelf ? 'patient' : 'clinician', reason: 'Shown in a test' };
    return ((await (await page.request.post(`/api/patients/${patientId}/assessments`, { data: body })).json()) as { id: string }).id;
  };
  // Every third each time, with INSTRUMENTS=all each of them.
  const shown = items.filter((_one, place) => place % 3 === 0 || process.env['INSTRUMENTS'] === 'all');
  for (const { code, abbreviation, bySelf } of shown) {
    await page.goto(`/assessments/${await begin(code, bySelf)}`);
    const form = page.getByRole('form', { name: abbreviation });
    await expect(form.getByRole('group').first()).toBeVisible();
    expect.soft(await faults(page), abbreviation).toEqual([]);
  }
  await page.goto(`/assessments/${await begin('cows', false)}`);
  await expect(page.getByRole('form', { name: 'COWS' }).getByRole('radio').first()).toBeFocused();
  // Arrows move past a question and back to it; digits are the scores on the form.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  for (const key of '44554222223') await page.keyboard.press(key);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', { name: 'Result' })).toBeVisible();
  await look(page, 'result');
});
