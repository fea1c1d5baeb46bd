import { randomInt } from 'node:crypto';
import { look } from './look.ts';
import { become, choose, expect, test } from './persona.ts';
import { clinicNow, therapist } from './story.ts';

test('books every week, mends the date that is taken, moves the rest and calls it off', async ({ page }) => {
  test.setTimeout(240_000);
  // In the fourth year from now, where no other day of these tests books: nobody of the demo or of an earlier try is there.
  const first = clinicNow()
    .toPlainDate()
    .add({ days: randomInt(1420, 1780) });
  const day = first.add({ days: (9 - first.dayOfWeek) % 7 });
  const toDay = (date: Temporal.PlainDate) => page.goto(`/schedule?span=day&day=${date.toString()}&whose=me`);
  await become(page, therapist);
  await toDay(day);
  const book = async (time: string) => {
    await page.getByRole('button', { name: /^Book/ }).first().click();
    const form = page.getByRole('dialog', { name: 'Book an appointment' });
    await choose(form, 'Patient', /Hernandez/, 'hernandez');
    await choose(form, 'Kind', /50/);
    await form.getByLabel('Time').fill(time);
    return form;
  };
  // Something else in the third week.
  await toDay(day.add({ weeks: 2 }));
  await (await book('06:30')).getByRole('button', { name: 'Book', exact: true }).click();
  await expect(page.getByRole('button', { name: /Hernandez 6:30 am/ })).toBeVisible();
  await toDay(day);
  const form = await book('06:00');
  await choose(form, 'Repeat', 'Every week');
  await form.getByRole('textbox', { name: 'How many times' }).fill('5');
  await expect(form.getByRole('status')).toHaveText('1 time is taken: choose another, or leave it out.');
  await expect(form.getByRole('list', { name: 'Dates' }).getByRole('listitem')).toHaveCount(5);
  await expect(form.getByRole('button', { name: /^Book 5/ })).toBeDisabled();
  await look(page, 'a series before it is booked');
  // A holiday in another week has a remark too.
  const taken = day.add({ weeks: 2 }).toLocaleString('en-US', { weekday: 'short', month: 'short', day: 'numeric' });
  await form.getByRole('combobox', { name: new RegExp(`^What about ${taken}`) }).selectOption('skip');
  await form.getByRole('button', { name: 'Book 4 appointments' }).click();
  await expect(form).toBeHidden();

  const panel = page.getByRole('dialog', { name: /Hernandez/ });
  const toWednesdays = async (before: string) => {
    await toDay(day.add({ weeks: 1 }));
    await page.getByRole('button', { name: /Hernandez 6:00 am/ }).click();
    await expect(panel.getByRole('region', { name: 'Series' })).toContainText(before);
    await panel.getByRole('button', { name: 'Change this and all that follow…' }).click();
    await panel.getByLabel('From').fill(day.add({ weeks: 1, days: 1 }).toString());
    await expect(panel.getByText('Every week on Wednesday at 6:00 AM, 4 times')).toBeVisible();
    await look(page, 'the rest of a series, before it is changed');
    await panel.getByRole('button', { name: 'Change these' }).click();
    await expect(panel).toBeHidden();
  };
  await toWednesdays('Every week on Tuesday at 6:00 AM, 5 times. This is number 2.');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('The series is back where it was.')).toBeVisible();
  // Undone, it stands as a series of its own from there on.
  await toWednesdays('Every week on Tuesday at 6:00 AM, 4 times. This is number 1.');

  await toDay(day.add({ weeks: 3, days: 1 }));
  await page.getByRole('button', { name: /Hernandez 6:00 am/ }).click();
  await panel.getByRole('button', { name: 'Cancel…' }).click();
  await choose(panel, 'Why is it called off?', 'The patient asked');
  await panel.getByRole('button', { name: 'Cancel this and all that follow' }).click();
  await expect(panel.getByText('Cancelled', { exact: true })).toBeVisible();
  await toDay(day.add({ weeks: 4, days: 1 }));
  await expect(page.getByRole('group', { name: /: 0 entries$/ })).toBeVisible();
  await toDay(day);
  await expect(page.getByRole('button', { name: /Hernandez 6:00 am.*Booked/ })).toBeVisible();
});
