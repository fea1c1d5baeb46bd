import { look } from './look.ts';
import { become, choose, expect, test } from './persona.ts';
import { programNamed, somebodyNew } from './somebody-new.ts';

const director = 'Ruth Weber';
const therapist = 'Ana Rivera';

test('what is missing is counted and opened; a chart is looked through, its finding goes to the clinician and comes back mended', async ({ page }) => {
  await become(page, therapist);
  const patientId = await somebodyNew(page);

  await become(page, director);
  await page.goto('/reviews');
  const missing = page.getByRole('table', { name: 'Missing documentation' });
  const first = page.getByRole('table', { name: 'By program' }).getByRole('row').nth(1);
  const count = Number(await first.getByRole('cell').nth(1).textContent());
  await first.getByRole('button').click();
  await expect(page.getByRole('heading', { name: `Missing (${count})` })).toBeVisible();
  await expect(missing.getByRole('row')).toHaveCount(Math.min(count, 100) + 1);
  await look(page, 'missing documentation');

  const programId = await programNamed(page, 'Outpatient Therapy');
  const made = await page.request.post('/api/chart-reviews', { data: { patientId, programId, checklist: 'utilization-review' } });
  const { id } = (await made.json()) as { id: string };
  await page.goto(`/reviews/${id}`);
  const level = page.getByRole('region', { name: /^The level of care fits/ });
  await level.getByText('Not met', { exact: true }).click();
  await level.getByRole('textbox', { name: 'What is missing' }).fill('No reason for the lower level');
  await choose(level, 'Who mends it', therapist, therapist);
  await level.getByRole('button', { name: 'Send to the clinician' }).click();
  await expect(level.getByText(director)).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByText('Not answered yet: Movement since the last review').first()).toBeVisible();
  await look(page, 'a chart review');

  await become(page, therapist);
  await page.goto('/reviews?tab=findings');
  const answer = page.getByRole('form', { name: 'Answer: No reason for the lower level' }).last();
  await answer.getByRole('textbox', { name: 'What you did' }).fill('Addendum with the reason');
  await answer.getByRole('button', { name: 'Mended' }).click();
  await become(page, director);
  await page.goto('/reviews?tab=findings');
  await expect(page.getByText('Addendum with the reason').last()).toBeVisible();
  await page.getByRole('button', { name: 'Accept' }).last().click();
  await page.goto('/reviews?tab=charts');
  await expect(page.getByRole('table', { name: 'Chart reviews' })).toBeVisible();
});
