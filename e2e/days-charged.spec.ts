import { randomInt, randomUUID } from 'node:crypto';
import { textOfCells } from '#server/charting/templates/templates.contract.ts';
import { asked, day, director, evening, house, openUnit, practice, type Items } from './levels-of-care.ts';
import { look } from './look.ts';
import { become, expect, type Page, test } from './persona.ts';
import { clinicNow } from './story.ts';

interface Day {
  readonly day: string;
  readonly code: string;
  readonly procedure: string | null;
  readonly chargeState: string | null;
  readonly amountCents: number;
}

/** Days of a person, the earliest first: the day, and what it is charged as in which state, or why it is not. */
async function daysCharged(page: Page, patientId: string, first: Temporal.PlainDate): Promise<readonly string[]> {
  const query = `from=${first.toString()}&to=${clinicNow().toPlainDate().toString()}`;
  const { items } = await asked<Items<Day>>(page, 'get', `/patients/${patientId}/treatment-days?${query}`);
  const told = ({ day, code, procedure, chargeState, amountCents }: Day) =>
    `${day} ${chargeState === null || chargeState === 'void' ? code : `${procedure} ${chargeState} ${amountCents}`}`;
  return items.map(told).toSorted((one, other) => one.localeCompare(other));
}

/** The last three days in a row that lie in one week and are over. */
function threeDaysOfAWeek(): Temporal.PlainDate {
  const yesterday = clinicNow().toPlainDate().subtract({ days: 1 });
  const last = yesterday.dayOfWeek >= 3 ? yesterday : yesterday.subtract({ days: yesterday.dayOfWeek });
  return last.subtract({ days: 2 });
}

const at = (day: Temporal.PlainDate, time: string): string => day.toZonedDateTime({ timeZone: clinicNow().timeZoneId, plainTime: time }).toInstant().toString();

/** A day in the house, written and signed. */
async function signDay(page: Page, patientId: string, programId: string, day: Temporal.PlainDate): Promise<void> {
  const draft = await asked<{ id: string }>(page, 'post', '/drafts', { patientId, programId, templateCode: 'residential-daily' });
  const chosen = (value: string) => textOfCells({ v: value });
  const choices = { 'groups-attended': '3', 'groups-planned': '4', participation: 'active', meals: 'all', pass: 'none', incident: 'no' };
  const words = { behavior: 'Calm.', response: 'Took it well.', plan: 'Goes on.' };
  const answers = [...Object.entries(choices).map(([key, value]) => [key, chosen(value)] as const), ...Object.entries(words)];
  const sections = answers.map(([key, text]) => [key, { text, baseVersion: 1, sequence: 1 }] as const);
  const header = { startedAt: at(day, '19:00'), endedAt: at(day, '19:20'), risk: 'denied' };
  await asked(page, 'patch', `/drafts/${draft.id}`, { deviceId: 'browser-test', sections: Object.fromEntries(sections), header });
  await asked(page, 'post', `/drafts/${draft.id}/signature`);
}

/** Sessions of a group of one program, in each of which the person was there. */
async function attend(page: Page, patientId: string, programId: string, facilitatorId: string, spans: readonly (readonly [string, string])[]): Promise<void> {
  const group = { id: randomUUID(), programId, name: `Track ${randomUUID().slice(0, 6)}`, service: 'group-psychotherapy', capacity: 4, facilitatorId };
  await asked(page, 'post', '/groups', group);
  await asked(page, 'post', `/groups/${group.id}/members`, { patientId, joinedOn: '2026-01-01' });
  for (const [startsAt, endsAt] of spans) {
    const { id } = await asked<{ id: string }>(page, 'post', `/groups/${group.id}/sessions`, { startsAt, endsAt });
    const typed = (text: string) => ({ base: '', text });
    const seat = { patientId, attendance: 'present', chips: ['active'], risk: 'denied', line: typed('Named three cues and how walking helps.') };
    const shared = { topic: typed('Coping with triggers'), narrative: typed('Cues were collected.') };
    const { version } = await asked<{ version: number }>(page, 'patch', `/group-sessions/${id}`, { ...shared, seats: [seat] });
    await asked(page, 'post', `/group-sessions/${id}/signature`, { version });
  }
}

test('each day of a path is charged once and for what it was: nights but not the leave, a day of the day program, a week of evenings, nothing by days in practice, and as before when a step is taken back', async ({
  page,
}) => {
  await become(page, director);
  const { bedId } = await openUnit(page);
  const programs = new Map((await asked<Items<{ id: string; name: string }>>(page, 'get', '/programs')).items.map((one) => [one.name, one.id]));
  const programId = (name: string) => programs.get(name) ?? '';
  const { id: clinicianId } = (await asked<{ staff: { id: string } }>(page, 'get', '/me')).staff;
  const evenings = threeDaysOfAWeek();
  const on = (days: number) => evenings.add({ days });
  const person = {
    givenName: 'Noor',
    familyName: `Tarn${randomUUID().replaceAll(/[^a-f]/g, '')}`,
    birthDate: Temporal.PlainDate.from('1961-01-01')
      .add({ days: randomInt(12_000) })
      .toString(),
  };
  const { id: patientId } = await asked<{ id: string }>(page, 'post', '/patients', { ...person, administrativeSex: 'F', programId: programId(house) });
  const { id: episodeId } = await asked<{ id: string }>(page, 'post', '/episodes', {
    patientId,
    programId: programId(house),
    referredOn: on(-5).toString(),
    source: 'self',
  });
  for (const from of [house, evening]) {
    const consent = await asked<{ id: string }>(page, 'post', `/patients/${patientId}/consents`, { kind: 'tpo', programId: programId(from) });
    await asked(page, 'post', `/consents/${consent.id}/signature`, { signatures: [{ signer: 'patient', name: 'Noor Tarn', drawing: 'M 10 10 L 200 40' }] });
  }
  await asked(page, 'post', `/patients/${patientId}/diagnoses`, { programId: programId(house), code: 'F10.20' });
  const charged = () => daysCharged(page, patientId, on(-6));
  expect(await charged()).toEqual([]);

  const { residencyId } = await asked<{ residencyId: string }>(page, 'post', '/residence/residencies', { episodeId, bedId, at: at(on(-5), '14:00') });
  const stay = `/residence/residencies/${residencyId}`;
  await asked(page, 'post', `${stay}/leaves`, { kind: 'therapeutic', at: at(on(-4), '18:00') });
  await asked(page, 'post', `${stay}/return`, { at: at(on(-3), '10:00') });
  for (const night of [-5, -3]) await signDay(page, patientId, programId(house), on(night));
  const { items: sites } = await asked<Items<{ siteId: string; name: string }>>(page, 'get', '/residence/sites');
  const census = `/residence/sites/${sites.find(({ name }) => name === 'Cedar House')?.siteId}/census`;
  const countAnew = (nights: number) => asked(page, 'post', `${census}/${on(nights).toString()}/corrections`, { reason: 'The arrival was written down late' });
  for (const night of [-5, -4, -3]) await countAnew(night);
  const night = (days: number) => `${on(days).toString()} H0018 self-pay 52000`;
  const nights = [night(-5), `${on(-4).toString()} day.leave`, night(-3)];
  await expect.poll(charged).toEqual(nights);

  const go = async (from: string, to: string, moment: string): Promise<string> => {
    const { items } = await asked<Items<{ id: string; programName: string }>>(page, 'get', `/patients/${patientId}/episodes`);
    const id = randomUUID();
    const fromEpisode = items.find(({ programName }) => programName === from)?.id;
    await asked(page, 'post', '/transitions', { id, episodeId: fromEpisode, toProgramId: programId(to), at: moment, reason: 'goals-met', clinicianId });
    return id;
  };
  const early = await go(house, day, at(on(-2), '09:00'));
  expect(await charged()).toEqual(nights);
  await asked(page, 'post', `/transitions/${early}/undoing`);
  await signDay(page, patientId, programId(house), on(-2));
  await countAnew(-2);
  const inHouse = [...nights, night(-2)];
  await expect.poll(charged).toEqual(inHouse);

  await go(house, day, at(on(-1), '09:00'));
  await asked(page, 'post', `/patients/${patientId}/diagnoses`, { programId: programId(day), code: 'F33.1' });
  await attend(page, patientId, programId(day), clinicianId, [[at(on(-1), '10:00'), at(on(-1), '14:00')]]);
  const inDay = [...inHouse, `${on(-1).toString()} H0035 self-pay 36000`];
  await expect.poll(charged).toEqual(inDay);

  await go(day, evening, at(on(0), '08:00'));
  const spans = [0, 1, 2].map((days) => [at(on(days), '17:00'), at(on(days), '20:00')] as const);
  await attend(page, patientId, programId(evening), clinicianId, spans);
  const inEvening = [...inDay, ...[0, 1, 2].map((days) => `${on(days).toString()} H0015 self-pay 24500`)];
  await expect.poll(charged).toEqual(inEvening);
  await go(evening, practice, at(on(2), '21:00'));
  expect(await charged()).toEqual(inEvening);

  await page.goto(`/patients/${patientId}/summary`);
  // The stay in the house is the first of them all, and the last in the list.
  await page.getByRole('region', { name: 'Programs' }).getByRole('button', { name: 'Days billed' }).last().click();
  const table = page.getByRole('table', { name: 'Days and their billing' });
  await expect(table.getByRole('row').filter({ hasText: 'H0018 × 1' })).toHaveCount(3);
  await expect(table.getByRole('row').filter({ hasText: 'Not billed' })).toContainText('On leave at midnight');
  await look(page, 'days and their billing');
});
