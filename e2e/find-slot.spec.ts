import { randomInt } from 'node:crypto';
import { look } from './look.ts';
import { become, choose, expect, test } from './persona.ts';
import { clinicNow, frontDesk } from './story.ts';

test('finds the first time that suits by keyboard, and books it with one press', async ({ page }) => {
  await become(page, frontDesk);
  // A day within the coming year, where no other day of these tests books: an earlier try has left nothing there.
  const day = clinicNow()
    .toPlainDate()
    .add({ days: randomInt(200, 380) });
  await page.goto(`/schedule?span=day&day=${day.toString()}`);
  await expect(page.getByRole('button', { name: 'Find a time' })).toBeVisible();
  // The team that is shown is the one that is booked for.
  await expect(page.getByRole('combobox', { name: 'Whose schedule' })).not.toHaveValue('');
  await page.keyboard.press('f');
  const form = page.getByRole('dialog', { name: 'Book an appointment' });
  await choose(form, 'Patient', /Hernandez/, 'hernandez');
  await choose(form, 'Kind', /Therapy, 50/);
  const finder = form.getByRole('region', { name: 'Find a time' });
  await finder.getByText('Wed', { exact: true }).click();
  await choose(finder, 'Time of day', /Afternoon/);
  const times = finder.getByRole('list', { name: 'Times that suit' });
  const first = times.getByRole('button').first();
  await expect(times).toHaveAttribute('aria-busy', 'false');
  await expect(first).toContainText(/^Wed, .*, (12|1|2|3|4|5):\d\d pm/);
  const label = (await first.textContent()) ?? '';
  await look(page, 'times that suit');
  await first.focus();
  await page.keyboard.press('Enter');
  await expect(form).toBeHidden();
  // Who asks again is offered something else: that time is taken now.
  await page.keyboard.press('f');
  await choose(form, 'Patient', /Hernandez/, 'hernandez');
  await choose(form, 'Kind', /Therapy, 50/);
  await finder.getByText('Wed', { exact: true }).click();
  await choose(finder, 'Time of day', /Afternoon/);
  await expect(first).toContainText(/^Wed, .*, (12|1|2|3|4|5):\d\d pm/);
  await expect(first).not.toHaveText(label);
});
