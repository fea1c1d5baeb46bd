import { randomInt, randomUUID } from 'node:crypto';
import { look } from './look.ts';
import { become, expect, type Page, test } from './persona.ts';
import { programNamed } from './somebody-new.ts';
import { clinicNow, frontDesk, site, therapist } from './story.ts';

async function asked<Reply>(page: Page, path: string, data?: object): Promise<Reply> {
  const reply = data ? await page.request.post(`/api${path}`, { data }) : await page.request.get(`/api${path}`);
  expect(reply.ok(), `${path}: ${await reply.text()}`).toBe(true);
  return (reply.status() === 204 ? undefined : await reply.json()) as Reply;
}

const letters = () => randomUUID().replaceAll(/[^a-f]/g, '');

/** Somebody whom no other run has seen, with the end of a telephone number. */
async function somebody(page: Page, programId: string) {
  const birthDate = Temporal.PlainDate.from('1950-01-01').add({ days: randomInt(18_000) });
  const person = { givenName: 'Odile', familyName: `Fenn${letters()}`, birthDate: birthDate.toString(), phone: `253555${String(randomInt(1000, 9999))}` };
  const { id } = await asked<{ id: string }>(page, '/patients', { ...person, programId });
  return { ...person, id, birthDate };
}

/** The id of a colleague by name. */
async function colleague(page: Page, name: string): Promise<string> {
  const { items } = await asked<{ items: { id: string; displayName: string }[] }>(page, '/staff/directory');
  return items.find(({ displayName }) => displayName === name)?.id ?? '';
}

test('a track is opened from three groups, and enrolling from it books every meeting at once; leaving is taken back', async ({ page }) => {
  await become(page, therapist);
  const programId = await programNamed(page, 'Recovery IOP');
  const facilitatorId = await colleague(page, therapist);
  const family = letters();
  const names = ['Check-in', 'Skills', 'Talk'].map((name) => `${name} ${family}`);
  for (const name of names) await asked(page, '/groups', { id: randomUUID(), programId, name, service: 'substance-use-group', capacity: 8, facilitatorId });
  const { id, familyName } = await somebody(page, programId);
  // A quiet week of a coming year, before the practice opens: nobody else is booked there.
  const monday = clinicNow()
    .toPlainDate()
    .add({ weeks: randomInt(60, 200) });
  const first = monday.subtract({ days: monday.dayOfWeek - 1 });
  await page.goto('/tracks');
  await expect(page.getByRole('heading', { level: 2, name: 'Evening track' })).toBeVisible();
  await page.getByRole('button', { name: 'New track' }).click();
  const form = page.getByRole('region', { name: 'New track' });
  await form.getByRole('textbox', { name: 'Name' }).fill(`Dawn ${family}`);
  await form.getByRole('combobox', { name: 'Program' }).selectOption('Recovery IOP');
  await form.getByLabel('First day').fill(first.toString());
  await form.getByLabel('Last day').fill(first.add({ days: 11 }).toString());
  for (const [index, name] of names.entries()) {
    if (index > 0) await form.getByRole('button', { name: 'Another group' }).click();
    const group = form.getByRole('group', { name: `Group ${index + 1}` });
    await group.getByRole('combobox', { name: 'Group' }).selectOption(name);
    await group.getByLabel('From').fill(`0${4 + index}:00`);
  }
  await expect(form.getByRole('status')).toHaveText('Nothing stands in the way.');
  await look(page, 'new track');
  await form.getByRole('button', { name: 'Open the track' }).click();
  await page.getByRole('link', { name: `Open Dawn ${family}` }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Dawn ${family}` })).toBeVisible();
  await page.getByRole('button', { name: 'Enrol a patient' }).click();
  const enrolling = page.getByRole('dialog', { name: `Enrol in Dawn ${family}` });
  await enrolling.getByRole('combobox', { name: 'Patient' }).fill(familyName);
  await page.getByRole('option', { name: new RegExp(familyName) }).click();
  await expect(enrolling.getByRole('list', { name: 'Meetings' }).getByRole('listitem')).toHaveCount(18);
  await enrolling.getByRole('button', { name: 'Book 18 meetings' }).click();
  const roster = page.getByRole('table', { name: `Roster of Dawn ${family}` });
  await expect(roster.getByRole('row', { name: new RegExp(familyName) })).toContainText('18 meetings');
  await expect(page.getByRole('region', { name: `Week of Dawn ${family}` })).toContainText('1 of 8');
  await look(page, 'track');
  await page.getByRole('button', { name: `Change length of Talk ${family} on Monday` }).click();
  const length = page.getByRole('dialog', { name: /another length/ });
  await length.getByLabel('Minutes').fill('45');
  await expect(length).toContainText('1 person has a seat in them.');
  await length.getByRole('button', { name: 'Change 2 meetings' }).click();
  await expect(page.getByRole('region', { name: `Week of Dawn ${family}` })).toContainText('6:00 am to 6:45 am');
  await roster.getByRole('button', { name: new RegExp(`Let .*${familyName} leave`) }).click();
  const leaving = page.getByRole('dialog', { name: new RegExp('leaves Dawn') });
  await leaving.getByLabel('First day without it').fill(first.add({ days: 7 }).toString());
  await leaving.getByRole('button', { name: 'Leave from this day' }).click();
  await expect(roster.getByRole('row', { name: new RegExp(familyName) })).toContainText('Completed the track');
  await roster.getByRole('button', { name: new RegExp('Take back the leaving') }).click();
  await expect(roster.getByRole('row', { name: new RegExp(familyName) })).toContainText('18 meetings');
  await page.goto(`/patients/${id}/appointments`);
  await expect(page.getByRole('region', { name: 'Program tracks' })).toContainText('18 meetings to come');
});

test('the desk sees what a missed visit costs before it says so, offers a freed time, prints the day, and hands a tablet over on which the patient checks in', async ({
  page,
}) => {
  await become(page, frontDesk);
  const me = await asked<{ staff: { email: string } }>(page, '/me');
  const programId = await programNamed(page, 'Outpatient Therapy');
  const clinicianId = await colleague(page, therapist);
  const now = clinicNow();
  const patient = await somebody(page, programId);
  const book = async (startsAt: Temporal.ZonedDateTime, patientId = patient.id) =>
    (
      await asked<{ id: string }>(page, '/appointments', {
        patientId,
        programId,
        clinicianId,
        typeCode: 'therapy-30',
        minutes: 5,
        startsAt: startsAt.toInstant().toString(),
      })
    ).id;
  // In the night nobody else is booked: two visits that were missed, one of them long ago.
  const night = now
    .toPlainDate()
    .toZonedDateTime({ timeZone: now.timeZoneId, plainTime: '01:00' })
    .add({ minutes: 5 * randomInt(40) });
  const earlier = await book(night.subtract({ days: randomInt(10, 80) }));
  await asked(page, `/appointments/${earlier}/missed-visit`, { id: randomUUID(), kind: 'no-show', expectCents: 0 });
  await book(night.subtract({ days: 1 }));
  const day = night.subtract({ days: 1 }).toPlainDate().toString();
  await page.goto(`/schedule?span=day&day=${day}&whose=clinician:${clinicianId}`);
  await page.getByRole('button', { name: new RegExp(patient.familyName) }).focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: new RegExp(patient.familyName) });
  await panel.getByRole('button', { name: 'Did not come' }).click();
  await expect(panel.getByRole('alert', { name: 'Missed visit' })).toContainText('$50.00 is posted as owed by the patient.');
  await expect(panel).toContainText('With this one 2 in 90 days.');
  await look(page, 'what follows a missed visit');
  await panel.getByRole('button', { name: 'Did not come' }).last().click();
  await expect(panel).toContainText('Missed 2 visits in 90 days.');
  await page.goto(`/patients/${patient.id}/appointments`);
  const missed = page.getByRole('table', { name: 'Missed visits' });
  await expect(missed).toContainText('$50.00 posted');
  await missed.getByRole('button', { name: /Waive the fee/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Waive the fee' }).click();
  await expect(missed).toContainText('$50.00 waived');

  // Two come in the night after tomorrow's; the first calls off, the second would come earlier and is asked.
  const far = now
    .toPlainDate()
    .add({ days: randomInt(400, 1400) })
    .toZonedDateTime({ timeZone: now.timeZoneId, plainTime: '09:00' });
  const other = await somebody(page, programId);
  const freed = await book(far);
  const wished = await book(far.add({ days: 7 }), other.id);
  await asked(page, `/appointments/${wished}/earlier-wish`, { id: randomUUID() });
  await page.goto(`/schedule/day-sheet?day=${far.toPlainDate().toString()}&whose=program:${programId}`);
  await expect(page.getByRole('table', { name: new RegExp(`Day of ${therapist}`) })).toContainText('Odile F.');
  await look(page, 'day sheet');
  await asked(page, `/appointments/${freed}/cancellation`, { reason: 'clinician-away' });
  await page.goto('/earlier-times');
  const offer = page.getByRole('list', { name: 'Freed times to offer' }).getByRole('listitem', { name: new RegExp(other.familyName) });
  await expect(async () => {
    await page.reload();
    await expect(offer).toBeVisible({ timeout: 1_500 });
  }).toPass({ timeout: 20_000 });
  await look(page, 'earlier times');
  await offer.getByRole('button', { name: 'Yes, move' }).click();
  await expect(offer).toBeHidden();

  // A visit within the hour, with whoever is free then.
  const soon = now.add({ minutes: 20 }).round({ smallestUnit: 'minute', roundingIncrement: 5 }).toInstant().toString();
  const { items: colleagues } = await asked<{ items: { id: string; isClinical: boolean }[] }>(page, '/staff/directory');
  const isBooked = async (id: string) => {
    const visit = { patientId: patient.id, programId, clinicianId: id, typeCode: 'therapy-30', minutes: 5, startsAt: soon };
    return (await page.request.post('/api/appointments', { data: visit })).ok();
  };
  let booked = false;
  for (const { id, isClinical } of colleagues) booked ||= isClinical && (await isBooked(id));
  expect(booked).toBe(true);
  await page.goto('/schedule');
  await page.getByRole('button', { name: 'Check-in tablet' }).click();
  await page.getByRole('combobox', { name: 'Site' }).selectOption(site);
  await page.getByRole('textbox', { name: 'Name of the tablet' }).fill(`Door ${patient.familyName}`);
  await page.getByRole('button', { name: 'Start check-in on this device' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Check in' })).toBeVisible();
  // Whatever address is typed, it is check-in that opens.
  await page.goto(`/patients/${patient.id}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Check in' })).toBeVisible();
  const fill = async (familyName: string) => {
    await page.getByRole('textbox', { name: 'First name' }).fill('odile');
    await page.getByRole('textbox', { name: 'Last name' }).fill(familyName);
    await page.getByRole('textbox', { name: 'Month' }).fill(String(patient.birthDate.month));
    await page.getByRole('textbox', { name: 'Day' }).fill(String(patient.birthDate.day));
    await page.getByRole('textbox', { name: 'Year' }).fill(String(patient.birthDate.year));
    await page.getByRole('textbox', { name: /Last 4 digits/ }).fill(patient.phone.slice(-4));
    await page.getByRole('button', { name: 'Find my visit' }).click();
  };
  await fill('Nobody');
  await expect(page.getByRole('alert')).toContainText('We could not find your visit.');
  await look(page, 'check-in tablet');
  await fill(patient.familyName.toUpperCase());
  await expect(page.getByRole('status')).toContainText('You are expected at');
  await page.getByRole('checkbox', { name: 'Insurance' }).check();
  await look(page, 'check-in, found');
  await page.getByRole('button', { name: 'I am here' }).click();
  await expect(page.getByRole('status')).toContainText('Please see the front desk');
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Staff' }).click();
  await page.getByLabel('Email').fill(me.staff.email);
  await page.getByLabel('Password').first().fill('a persona of the demo has none');
  await page.getByRole('button', { name: 'End check-in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await become(page, frontDesk);
  await page.goto('/waiting/desk.said-changed');
  await expect(page.getByRole('link', { name: new RegExp(patient.familyName) })).toBeVisible();
});
