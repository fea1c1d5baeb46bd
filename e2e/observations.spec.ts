import { randomInt, randomUUID } from 'node:crypto';
import { look } from './look.ts';
import { textOfCells } from '#server/charting/templates/templates.contract.ts';
import { become, choose, expect, stepIn, test } from './persona.ts';
import { programNamed, somebodyNew } from './somebody-new.ts';

const prescriber = 'Naomi Okafor';

test('allergies stand in the banner; a round of vital signs goes in by keyboard, doubted and kept', async ({ page }) => {
  await become(page, prescriber);
  const chart = `/patients/${await somebodyNew(page)}`;
  await page.goto(`${chart}/allergies`);
  const banner = page.getByRole('article').getByRole('link', { name: /allergies/i });
  await expect(banner).toContainText('Allergies not asked yet');
  await page.getByRole('button', { name: 'Asked: none known' }).click();
  await expect(banner).toContainText('No known allergies, asked');
  await page.getByRole('button', { name: 'Add an allergy' }).click();
  const form = page.getByRole('dialog', { name: 'Add an allergy' });
  await form.getByRole('combobox', { name: 'Substance', exact: true }).fill('Penicillin');
  await form.getByRole('textbox', { name: 'Reaction' }).fill('Hives');
  await choose(form, 'Danger of the next time', /^High/);
  await form.getByRole('button', { name: 'Write it down' }).click();
  await expect(banner).toContainText('Penicillin: Hives');
  await page.getByRole('table', { name: 'Allergies' }).getByRole('button', { name: 'Penicillin' }).click();
  const one = page.getByRole('dialog', { name: 'Penicillin' });
  await one.getByRole('tab', { name: 'Take off the list' }).click();
  await one.getByRole('textbox', { name: 'Why' }).fill('Tolerated amoxicillin twice since');
  await look(page, 'an allergy');
  await one.getByRole('button', { name: 'Take it off the list' }).click();
  await expect(banner).toContainText('Allergies not asked yet');

  await page.goto(`${chart}/vitals`);
  await page.getByRole('textbox', { name: 'Systolic' }).focus();
  for (const value of ['122', '78', '64', '14', '37 C', '98', '817', '71', '2']) {
    await page.keyboard.type(value);
    await page.keyboard.press('Tab');
  }
  await expect(page.getByText('Weight 817 lb is outside')).toBeVisible();
  // What was typed survives a reload.
  await page.reload();
  await page.getByRole('textbox', { name: 'Pain' }).press('Enter');
  const rounds = page.getByRole('table', { name: 'Vital signs' });
  await expect(rounds).toContainText('122/78, sitting');
  await expect(rounds).toContainText('37 °C (98.6 °F)');
  await rounds.getByRole('button').first().click();
  const set = page.getByRole('dialog', { name: /^Vital signs of/ });
  await set.getByRole('textbox', { name: 'Weight' }).fill('181.7');
  await set.getByRole('textbox', { name: 'Why it is corrected' }).fill('Digits changed places');
  await set.getByRole('button', { name: 'Save the correction' }).click();
  await expect(rounds).toContainText('181.7 lb (82.4 kg)');
  await expect(rounds).toContainText('25.3');
  await look(page, 'vital signs');
});

test('a drug screen is entered, read with a word on what is unexpected, and found again; a level is seen over time', async ({ page }) => {
  await become(page, prescriber);
  const patientId = await somebodyNew(page);
  const programId = await programNamed(page, 'Outpatient Therapy');
  const now = Temporal.Now.instant();
  for (const [hours, value] of [
    [2400, '0.71'],
    [24, '1.34'],
  ] as const) {
    const lithium = { value, low: '0.60', high: '1.20' };
    const level = { programId, panel: 'lithium', collectedAt: now.subtract({ hours }).toString(), laboratory: 'Sound Laboratories', values: { lithium } };
    expect((await page.request.post(`/api/patients/${patientId}/results`, { data: level })).status()).toBe(200);
  }
  await page.request.post(`/api/patients/${patientId}/medications`, {
    data: { id: randomUUID(), programId, name: 'Buprenorphine and naloxone', dose: '8 mg each morning', source: 'ordered-elsewhere' },
  });
  await page.goto(`/patients/${patientId}/results`);
  await page.getByRole('button', { name: 'Enter a result' }).click();
  const form = page.getByRole('dialog', { name: 'Enter a result' });
  await choose(form, 'What was tested', 'Urine drug screen');
  await form.getByLabel('Collected').fill('2026-11-02T09:30');
  await form.getByRole('combobox', { name: 'Laboratory', exact: true }).fill('Tested here');
  await form.getByLabel('Buprenorphine', { exact: true }).selectOption('positive');
  await expect(form.getByLabel('Buprenorphine, expected')).toHaveValue('yes');
  await form.getByLabel('Fentanyl', { exact: true }).selectOption('positive');
  await expect(form.getByLabel('Fentanyl, expected')).toHaveValue('no');
  await form.getByRole('button', { name: 'All others negative' }).click();
  await expect(form.getByLabel('Cocaine (benzoylecgonine)', { exact: true })).toHaveValue('negative');
  await form.getByLabel('Creatinine, urine, mg/dL').fill('12');
  await look(page, 'entering a result');
  await form.getByRole('button', { name: 'Write it down' }).click();
  const list = page.getByRole('table', { name: 'Results' });
  await expect(list).toContainText('Fentanyl positive (unexpected)');
  await list.getByRole('button', { name: /^Urine drug screen/ }).click();
  const screen = page.getByRole('dialog', { name: /^Urine drug screen of/ });
  await expect(screen.getByText('the specimen is dilute')).toBeVisible();
  await screen.getByRole('button', { name: 'Reviewed' }).click();
  await expect(screen.getByText('Write what you do about it.')).toBeVisible();
  await screen.getByRole('textbox', { name: 'What follows from it' }).fill('Talked with her; naloxone given; again in a week');
  await screen.getByRole('button', { name: 'Reviewed' }).click();
  await expect(list.getByRole('row', { name: /Urine drug screen/ })).toContainText(prescriber);
  await expect(page.getByRole('img', { name: /Lithium: 2 times, from 0.71 mmol/ })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Find in results' }).fill('fentanyl unexpected');
  await expect(list.getByRole('row')).toHaveCount(2);
  await page.getByRole('searchbox', { name: 'Find in results' }).fill('');
  await look(page, 'results');
  await page.goto('/');
  await expect(page.getByRole('table', { name: 'Results to review' })).toBeVisible();
});

/** One page with a line of text, as a scanner would send it. */
const page1 = [
  '%PDF-1.4',
  '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj',
  '2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj',
  '3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 420 300] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >> endobj',
  '4 0 obj << /Length 62 >> stream',
  'BT /F1 18 Tf 40 220 Td (Discharged on Monday, well again) Tj ET',
  'endstream endobj',
  '5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj',
  'trailer << /Root 1 0 R /Size 6 >>',
  '%%EOF',
].join('\n');

test('a letter is filed with its basis of receipt, and its pages are drawn in the page', async ({ page }) => {
  await become(page, prescriber);
  await page.goto(`/patients/${await somebodyNew(page)}/documents`);
  await page.getByRole('button', { name: 'File a document' }).click();
  const form = page.getByRole('dialog', { name: 'File a document' });
  await form.getByLabel('The file').setInputFiles({ name: 'discharge_letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from(page1) });
  await expect(form.getByRole('textbox', { name: 'Title' })).toHaveValue('discharge letter');
  await choose(form, 'What it is', /^Hospital/);
  await form.getByRole('button', { name: 'File it' }).click();
  await expect(form.getByText('Choose on what basis it was received.')).toBeVisible();
  await choose(form, 'On what basis we have it', /^A provider outside/);
  await look(page, 'filing a document');
  await form.getByRole('button', { name: 'File it' }).click();
  await page.getByRole('table', { name: 'Documents' }).getByRole('button', { name: 'discharge letter' }).click();
  const letter = page.getByRole('dialog', { name: 'discharge letter' });
  await expect(letter.getByRole('img', { name: 'Page 1 of 1' })).toBeVisible();
  await expect(letter.getByText('Discharged on Monday, well again')).toBeAttached();
  await look(page, 'a document');
  await page.goto('/incoming-documents');
  await expect(page.getByText('No folder of incoming faxes is watched.')).toBeVisible();
  await look(page, 'incoming documents');
});

test('a critical level calls who ordered it, at home, in the chart and among tasks; Ctrl K finds it in the chart, and reading it takes it up', async ({ page }) => {
  await stepIn(page, prescriber);
  const patientId = await somebodyNew(page);
  const programId = await programNamed(page, 'Outpatient Therapy');
  const { staff } = (await (await page.request.get('/api/me')).json()) as { staff: { id: string } };
  const value = `1.${randomInt(600, 999)}`;
  const collectedAt = Temporal.Now.instant().subtract({ hours: 5 }).toString();
  const level = { programId, panel: 'lithium', collectedAt, laboratory: 'Sound Laboratories', orderedBy: staff.id, values: { lithium: { value } } };
  expect((await page.request.post(`/api/patients/${patientId}/results`, { data: level })).status()).toBe(200);

  const task = page.getByRole('list', { name: 'What cannot wait' }).getByRole('listitem', { name: `Critical result: Lithium ${value} mmol/L (critical)` });
  await expect(async () => {
    await page.goto('/tasks');
    await expect(task).toBeVisible({ timeout: 2000 });
  }).toPass();
  await look(page, 'tasks that cannot wait');
  await page.goto('/');
  await expect(page.locator('[data-tile="teams.cannot-wait"]')).toContainText('Cannot wait');

  await page.goto(`/patients/${patientId}`);
  await expect(page.getByText('A critical result waits to be taken up').first()).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: 'Find a patient or a page' }).fill(`lithium ${value}`);
  await page.getByRole('button', { name: `Lithium level, Lithium ${value} mmol/L (critical)` }).click();
  const result = page.getByRole('dialog', { name: /^Lithium level of/ });
  await result.getByRole('textbox', { name: 'What follows from it' }).fill('Called her; dose held, level tomorrow');
  await result.getByRole('button', { name: 'Reviewed' }).click();
  await expect(page.getByText('A critical result waits to be taken up')).toHaveCount(0);
  await page.goto(`/patients/${patientId}/tasks`);
  await expect(page.getByRole('listitem', { name: /^Critical result: Lithium/ })).toContainText('Called her; dose held, level tomorrow');
});

test('what a note pulled in and the chart says otherwise by now is marked, and changes by a click; words typed beside it stay', async ({ page }) => {
  await become(page, prescriber);
  const patientId = await somebodyNew(page);
  const programId = await programNamed(page, 'Outpatient Therapy');
  const medicine = { id: randomUUID(), programId, name: 'Lithium 300 mg', dose: 'twice a day', source: 'ordered-here' };
  expect((await page.request.post(`/api/patients/${patientId}/medications`, { data: medicine })).ok()).toBe(true);
  const made = await page.request.post('/api/drafts', { data: { patientId, programId, templateCode: 'medication-management' } });
  const { id } = (await made.json()) as { id: string };
  // Pulled in when the dose was another.
  const text = textOfCells({ [medicine.id]: 'Lithium 300 mg, once a day' });
  const pulled = { deviceId: 'elsewhere', header: {}, sections: { 'current-medications': { text, baseVersion: 1, sequence: 1 } } };
  expect((await page.request.patch(`/api/drafts/${id}`, { data: pulled })).ok()).toBe(true);

  await page.goto(`/notes/${id}`);
  const words = page.getByRole('textbox', { name: 'Interval history' });
  await words.fill('Sleeps better since the spring.');
  const field = page.getByRole('group', { name: 'Medicines now' });
  await expect(field.getByText('The chart says now: Lithium 300 mg, twice a day')).toBeVisible();
  await expect(page.getByText('Changed since it was pulled in')).toBeVisible();
  await field.getByRole('button', { name: 'Take over Lithium 300 mg, twice a day' }).click();
  await expect(field.getByText('As the chart has it now.')).toBeVisible();
  const stopped = { stoppedOn: '2026-11-01', reason: 'Level too high', version: 1 };
  expect((await page.request.post(`/api/medications/${medicine.id}/stop`, { data: stopped })).ok()).toBe(true);
  await field.getByRole('button', { name: 'Look what changed since: Medicines now' }).click();
  await expect(field.getByText('The chart has this no longer.')).toBeVisible();
  await look(page, 'a note with something pulled in that changed since');
  await field.getByRole('button', { name: /^Take out Lithium/ }).click();
  await expect(field.getByText('The chart has none to pull in.')).toBeVisible();
  await expect(words).toContainText('Sleeps better since the spring.');
});
