import { randomInt, randomUUID } from 'node:crypto';
import { asked, bedName, day, director, evening, house, openUnit, practice, type Items } from './levels-of-care.ts';
import { look } from './look.ts';
import { become, choose, expect, type Page, test } from './persona.ts';
import { clinicNow } from './story.ts';

/** A session of the stay, written and signed: what it is worth is a charge. */
async function signSession(page: Page, patientId: string, programId: string | undefined): Promise<void> {
  const draft = await asked<{ id: string }>(page, 'post', '/drafts', { patientId, programId, service: 'individual-psychotherapy', templateCode: 'dap' });
  const words = { goal: 'Nights without drink.', data: 'Spoke of two evenings.', assessment: 'Steadier.', plan: 'Again in a week.' };
  const moment = (hoursAgo: number) => new Date(Date.now() - hoursAgo * 3_600_000).toISOString();
  await asked(page, 'patch', `/drafts/${draft.id}`, {
    deviceId: 'browser-test',
    sections: Object.fromEntries(Object.entries(words).map(([key, text]) => [key, { text, baseVersion: 1, sequence: 1 }])),
    header: { startedAt: moment(49), endedAt: moment(48), risk: 'denied' },
  });
  await asked(page, 'post', `/drafts/${draft.id}/signature`);
}

/** The intake desk: a call about somebody, the referral, the first questions, the waitlist, an interim service, a place offered and accepted. */
async function callAndWait(page: Page): Promise<{ patientId: string; episodeId: string; name: string }> {
  const [givenName, familyName] = ['Lior', `Marsh${randomUUID().replaceAll(/[^a-f]/g, '')}`];
  const name = `${givenName} ${familyName}`;
  const born = Temporal.PlainDate.from('1960-01-01').add({ days: randomInt(12_000) });
  await page.goto('/intake');
  await page.getByRole('button', { name: 'Take a call' }).click();
  const dialog = page.getByRole('dialog');
  await choose(dialog, 'Program', house);
  await dialog.getByRole('textbox', { name: 'What is needed' }).fill('A bed for a brother who drinks');
  await dialog.getByRole('textbox', { name: 'About whom' }).fill(name);
  await dialog.getByRole('button', { name: 'Keep the call' }).click();
  await page.getByRole('table', { name: 'Calls' }).getByRole('button', { name }).click();
  await dialog.getByLabel('Born on').fill(born.toString());
  await dialog.getByRole('button', { name: 'Register and refer' }).click();
  await expect(dialog.getByText('Referred to')).toBeVisible();
  await expect(dialog.getByRole('radiogroup')).toHaveCount(7);
  for (const group of await dialog.getByRole('radiogroup').all()) await group.getByRole('radio', { name: 'No', exact: true }).check();
  await dialog
    .getByRole('radiogroup', { name: /Severe withdrawal/ })
    .getByRole('radio', { name: 'Yes' })
    .check();
  await expect(dialog.getByRole('note')).toContainText('speaks with the person today');
  await dialog
    .getByRole('radiogroup', { name: /Injected drugs/ })
    .getByRole('radio', { name: 'Yes' })
    .check();
  await dialog.getByRole('button', { name: 'Keep the answers' }).click();
  await expect(dialog.getByText('Priority on the waitlist: injecting.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Put on the waitlist' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('tab', { name: 'Waitlist' }).click();
  await page.getByRole('table', { name: 'Waitlist' }).getByRole('button', { name }).click();
  await dialog.getByRole('button', { name: 'Given' }).click();
  await expect(dialog.getByText('Admission within 120 days')).toBeVisible();
  await dialog.getByRole('button', { name: 'Offer a place' }).click();
  await dialog.getByRole('button', { name: 'Accepts the place' }).click();
  await expect(dialog.getByText(/Offer accepted, Ruth Weber/)).toBeVisible();
  await look(page, 'somebody who waits');
  const { items } = await asked<Items<{ patientId: string; episodeId: string; name: string }>>(page, 'get', '/intake/waitlist');
  const wait = items.find((one) => one.name === name);
  return { patientId: wait?.patientId ?? '', episodeId: wait?.episodeId ?? '', name };
}

/** Somebody who came from the waitlist into a bed: diagnosis, plan, two medicines, an authorization, a session, weekly appointments, consents to care by others. */
async function someoneInTheHouse(page: Page, bedId: string): Promise<{ patientId: string; name: string }> {
  const { patientId, episodeId, name } = await callAndWait(page);
  const programs = new Map((await asked<Items<{ id: string; name: string }>>(page, 'get', '/programs')).items.map((one) => [one.name, one.id]));
  const programId = programs.get(house);
  const me = await asked<{ staff: { id: string } }>(page, 'get', '/me');
  const today = clinicNow().toPlainDate();
  await asked(page, 'post', '/residence/residencies', { episodeId, bedId });
  const waits = () => asked<Items<{ episodeId: string }>>(page, 'get', '/intake/waitlist');
  await expect.poll(async () => (await waits()).items.some((wait) => wait.episodeId === episodeId)).toBe(false);
  for (const from of [house, evening]) {
    const consent = await asked<{ id: string }>(page, 'post', `/patients/${patientId}/consents`, { kind: 'tpo', programId: programs.get(from) });
    await asked(page, 'post', `/consents/${consent.id}/signature`, { signatures: [{ signer: 'patient', name: 'Lior Marsh', drawing: 'M 10 10 L 200 40' }] });
  }
  await asked(page, 'post', `/patients/${patientId}/diagnoses`, { programId, code: 'F10.20' });
  await asked(page, 'post', '/care-plans', { patientId, programId });
  for (const [medicine, dose] of [
    ['Naltrexone', '50 mg each morning'],
    ['Trazodone', '50 mg at night'],
  ])
    await asked(page, 'post', `/patients/${patientId}/medications`, { id: randomUUID(), programId, name: medicine, dose, source: 'ordered-here' });
  const payers = await asked<Items<{ id: string }>>(page, 'get', '/payers');
  const authorization = {
    state: 'approved',
    number: 'RES-1',
    counts: 'days',
    allowed: 28,
    validFrom: today.toString(),
    validThrough: today.add({ days: 13 }).toString(),
  };
  await asked(page, 'post', `/patients/${patientId}/authorizations`, { id: randomUUID(), programId, payerId: payers.items[0]?.id, ...authorization });
  // Early hours, another one each time: a second run finds the first one's sessions in the way.
  const time = `0${randomInt(1, 6)}:${randomInt(2) ? '30' : '00'}`;
  const firstDay = today.add({ days: randomInt(3, 10) });
  const recurrence = { frequency: 'weekly', interval: 1, weekdays: [firstDay.dayOfWeek] };
  const series = {
    patientId,
    programId,
    clinicianId: me.staff.id,
    typeCode: 'medication',
    firstDay: firstDay.toString(),
    time,
    times: 4,
    recurrence,
  };
  await asked(page, 'post', '/appointment-series', { id: randomUUID(), ...series });
  await signSession(page, patientId, programId);
  return { patientId, name };
}

/** Who has a bed, and in which state it is. */
async function bedState(page: Page, bedId: string): Promise<string> {
  interface Bed {
    readonly id: string;
    readonly state: string;
    readonly occupant: { readonly name: string } | null;
  }
  const { units } = await asked<{ units: { rooms: { beds: Bed[] }[] }[] }>(page, 'get', '/residence/board');
  const bed = units.flatMap(({ rooms }) => rooms.flatMap(({ beds }) => beds)).find(({ id }) => id === bedId);
  return [bed?.state, bed?.occupant?.name].filter(Boolean).join(': ');
}

/** Charges of a person in any state: each came from a signed note and stays with the program of the note. */
async function chargesOf(page: Page, patientId: string): Promise<readonly string[]> {
  const lists = [];
  for (const state of ['held', 'ready', 'claimed', 'self-pay'])
    lists.push((await asked<Items<{ patientId: string; codes: string[] }>>(page, 'get', `/charges?state=${state}&limit=500`)).items);
  return lists.flat().flatMap((charge) => (charge.patientId === patientId ? charge.codes : []));
}

/** What the chart says now: the program, its plan, its medicines, its authorizations, its appointments, and what all services are worth so far. */
async function standing(page: Page, patientId: string) {
  const of = async <Item>(part: string) => (await asked<Items<Item>>(page, 'get', `/patients/${patientId}/${part}`)).items;
  const stays = (await of<{ state: string; programName: string; programId: string }>('episodes')).filter(({ state }) => state === 'admitted');
  const here = stays.map(({ programId }) => programId);
  const plans = (await of<{ programId: string; entries: readonly object[] }>('care-plans')).filter(({ programId }) => here.includes(programId));
  const medicines = (await of<{ name: string; dose: string; programName: string; stoppedOn: string | null }>('medications')).filter(
    ({ stoppedOn }) => stoppedOn === null,
  );
  const authorizations = (await of<{ state: string; programName: string }>('authorizations')).filter(({ state }) => state !== 'ended');
  const appointments = (await of<{ status: string; programId: string }>('appointments')).filter(({ status }) => status === 'booked');
  return {
    stays: stays.map(({ programName }) => programName),
    plans: plans.map(({ entries }) => entries.length),
    medicines: medicines.map(({ name, dose, programName }) => `${name} ${dose} (${programName})`).toSorted(),
    authorizations: authorizations.map(({ state, programName }) => `${state} ${programName}`),
    appointments: appointments.filter(({ programId }) => here.includes(programId)).length,
    charges: await chargesOf(page, patientId),
  };
}

interface Step {
  readonly press?: 'Move' | 'Readmit';
  readonly to: string;
  readonly why: string;
  readonly looksLike: string;
  readonly decide: () => Promise<void>;
}

/** One change of level: one dialog, four fields, and what it will do before it is done. */
async function move(page: Page, patientId: string, { press = 'Move', to, why, looksLike, decide }: Step): Promise<void> {
  await page.goto(`/patients/${patientId}/summary`);
  await page.getByRole('button', { name: press, exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  await choose(dialog, 'To which program', to);
  await choose(dialog, 'Why', why);
  await choose(dialog, 'Chiefly responsible there', director, 'Ruth');
  await expect(dialog.locator('input:visible:not([type=search])')).toHaveCount(4);
  await expect(dialog.getByRole('region', { name: `What happens: ${looksLike}` })).toBeVisible();
  await decide();
  await dialog.getByRole('button', { name: 'Move the patient' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(`The patient is in ${to} now.`)).toBeVisible();
}

// Six moves, each with its dialog and a look at the whole chart: many small steps, none of them slow.
test.describe.configure({ timeout: 300_000 });

test('from a call over the waitlist to a bed, a leave, a day program, evenings, practice and back: one dialog of four fields each time, one step taken back', async ({
  page,
}) => {
  await become(page, director);
  const { unit, bedId } = await openUnit(page);
  const { patientId, name } = await someoneInTheHouse(page, bedId);
  await expect.poll(() => chargesOf(page, patientId)).toHaveLength(1);
  const inHouse = await standing(page, patientId);
  expect(inHouse).toMatchObject({ stays: [house], plans: [1], authorizations: [`approved ${house}`], appointments: 4 });

  await page.goto('/house');
  await page.getByRole('combobox', { name: 'Unit' }).selectOption(unit);
  const bed = page.getByRole('button', { name: new RegExp(`^Keel room, bed ${bedName}\\b`) });
  await bed.click();
  await page.getByRole('dialog', { name }).getByRole('button', { name: 'Goes on leave' }).click();
  await expect(bed).toHaveAccessibleName(/Away, .*Pass/);
  expect(await standing(page, patientId)).toEqual(inHouse);
  await bed.click();
  await page.getByRole('dialog', { name }).getByRole('button', { name: 'Is back' }).click();
  await expect(bed).not.toHaveAccessibleName(/Away/);

  const dialog = page.getByRole('dialog');
  const decide = (of: string, does: string) => dialog.getByRole('region', { name: of }).getByRole('button', { name: does, exact: true }).click();
  const continueAll = (names: readonly string[]) => async () => {
    for (const one of names) {
      await decide(one, 'Continue');
      await expect(dialog.getByRole('region', { name: one }).getByRole('button', { name: 'Continue', pressed: true })).toBeVisible();
    }
  };

  await move(page, patientId, {
    to: day,
    why: 'Goals of this level met',
    looksLike: 'step down',
    decide: async () => {
      await expect(dialog.getByText(`Bed ${bedName} in Keel room is given up and goes to be cleaned.`)).toBeVisible();
      await decide('Naltrexone', 'Continue');
      await expect(dialog.getByText('Trazodone: continue, change or stop?')).toBeVisible();
      await look(page, 'move to another program');
      await dialog.getByRole('button', { name: 'Move the patient' }).click();
      await expect(dialog.getByRole('alert')).toContainText('Trazodone');
      await decide('Trazodone', 'Stop');
      await dialog.getByRole('textbox', { name: 'Why it stops' }).fill('Sleeps without it');
      await page.keyboard.press('Enter');
      await expect(dialog.getByText('Trazodone, 50 mg at night: stops (Sleeps without it).')).toBeVisible();
    },
  });
  const { charges } = inHouse;
  const medicines = [`Naltrexone 50 mg each morning (${day})`];
  const inDay = { stays: [day], plans: [1], medicines, authorizations: [`requested ${day}`], appointments: 4, charges };
  expect(await standing(page, patientId)).toEqual(inDay);
  expect(await bedState(page, bedId)).toBe('cleaning');

  await page.getByRole('region', { name: 'Moves between programs' }).getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByText('Everything is as it was before the move.')).toBeVisible();
  expect(await standing(page, patientId)).toEqual(inHouse);
  expect(await bedState(page, bedId)).toBe(`occupied: ${name}`);

  await move(page, patientId, { to: day, why: 'Goals of this level met', looksLike: 'step down', decide: () => Promise.resolve() });
  expect(await standing(page, patientId)).toEqual(inDay);
  await move(page, patientId, { to: evening, why: 'Goals of this level met', looksLike: 'step down', decide: continueAll(['Naltrexone']) });
  const inEvening = { ...inDay, stays: [evening], medicines: [`Naltrexone 50 mg each morning (${evening})`], authorizations: [`requested ${evening}`] };
  expect(await standing(page, patientId)).toEqual(inEvening);
  await move(page, patientId, { to: practice, why: 'Goals of this level met', looksLike: 'step down', decide: continueAll(['Naltrexone']) });
  const inPractice = { ...inDay, stays: [practice], medicines: [`Naltrexone 50 mg each morning (${practice})`], authorizations: [`requested ${practice}`] };
  expect(await standing(page, patientId)).toEqual(inPractice);

  await page.goto(`/patients/${patientId}/summary`);
  await page.getByRole('button', { name: 'Discharge', exact: true }).click();
  await expect(dialog.getByRole('note')).toContainText('Aftercare is not written yet.');
  await choose(dialog, 'Why', 'Completed');
  await dialog.getByRole('button', { name: 'Discharge', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Readmit', exact: true }).first()).toBeVisible();
  await move(page, patientId, {
    press: 'Readmit',
    to: house,
    why: 'Came back after discharge',
    looksLike: 'readmission',
    decide: async () => {
      await continueAll(['Naltrexone'])();
      await expect(dialog.getByText(`The bed board shows the person as expected in ${house}: give a bed there on arrival.`)).toBeVisible();
    },
  });
  const back = await standing(page, patientId);
  expect(back).toMatchObject({ stays: [house], plans: [1], charges });
  expect(back.medicines).toContain(`Naltrexone 50 mg each morning (${house})`);
});
