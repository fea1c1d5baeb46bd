import { look } from './look.ts';
import { become, choose, expect, test } from './persona.ts';
import { programNamed, somebodyNew } from './somebody-new.ts';

test('a diagnosis is found by an everyday word, said more exactly, made principal, and keeps its history', async ({ page }) => {
  await become(page, 'Naomi Okafor');
  const chart = `/patients/${await somebodyNew(page)}`;
  await page.goto(`${chart}/diagnoses`);
  const list = page.getByRole('table', { name: 'Diagnoses' });
  const add = async (words: string, code: RegExp, more?: string) => {
    await page.getByRole('button', { name: 'Add a diagnosis' }).click();
    const form = page.getByRole('dialog', { name: 'Add a diagnosis' });
    await choose(form, 'Diagnosis', code, words);
    if (more) {
      await form.getByLabel('Severity, course, remission').fill(more);
      await form.getByLabel('Severity, course, remission').press('Enter');
    }
    await form.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(form).toBeHidden();
  };
  await add('worry', /^F41\.1/);
  await add('heroin', /^F11\.20/, 'in early remission');
  await expect(list.getByRole('row', { name: /Opioid dependence/ })).toContainText('in early remission');
  await list.getByRole('button', { name: /Opioid dependence/ }).click();
  const one = page.getByRole('dialog', { name: /^F11\.20/ });
  await one.getByLabel('Place in the list').fill('1');
  await choose(one, 'How certain', 'To rule out');
  await expect(one.getByText('In outpatient care a rule-out is not billed')).toBeVisible();
  await one.getByRole('textbox', { name: 'Why, for the history' }).fill('Told at intake');
  await one.getByRole('button', { name: 'Save' }).click();
  await expect(list.getByRole('row', { name: /Opioid dependence/ })).toContainText('principal');
  await list.getByRole('button', { name: /Opioid dependence/ }).click();
  await one.getByRole('tab', { name: 'History' }).click();
  await expect(one.getByText('Certainty: confirmed to rule-out')).toBeVisible();
  await expect(one.getByText('Place: 2 to 1')).toBeVisible();
  await look(page, 'history of a diagnosis');
});

test('the summary of a chart is that of the role: medicines first for a prescriber, money and never a diagnosis for a biller', async ({ page }) => {
  await become(page, 'Naomi Okafor');
  const patientId = await somebodyNew(page);
  const programId = await programNamed(page, 'Outpatient Therapy');
  await page.request.post(`/api/patients/${patientId}/diagnoses`, { data: { programId, code: 'F31.81', specifiers: ['rapid cycling'] } });
  await page.goto(`/patients/${patientId}/summary`);
  const parts = page.getByRole('tabpanel').getByRole('heading', { level: 2 });
  await expect(parts.nth(0)).toHaveText('Medicines');
  await expect(page.getByRole('region', { name: 'Diagnoses' })).toContainText('rapid cycling');
  await look(page, 'summary of a prescriber');
  await become(page, 'Paul Novak');
  await page.goto(`/patients/${patientId}/summary`);
  await expect(parts.nth(0)).toHaveText('Coverage');
  await expect(page.getByRole('region', { name: 'Balance' })).toContainText('$0.00');
  await expect(page.getByText('Bipolar')).toHaveCount(0);
});
