import { randomInt, randomUUID } from 'node:crypto';
import { look } from './look.ts';
import { become, expect, type Locator, type Page, test } from './persona.ts';
import { textOfCells } from '#server/charting/templates/templates.contract.ts';
import { administrator, clinicNow, program } from './story.ts';

interface Items<Item> {
  readonly items: readonly Item[];
}

/** She has no appointments of her own in the demo: what stands on her day list is from here. */
const director = 'Ruth Weber';

async function asked<Reply>(page: Page, method: 'get' | 'post' | 'patch' | 'put', path: string, data?: object): Promise<Reply> {
  const reply = await page.request[method](`/api${path}`, data ? { data } : {});
  expect(reply.ok(), `${path}: ${await reply.text()}`).toBe(true);
  return (await reply.json()) as Reply;
}

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

/** Books the last stretch of fifty minutes that is over and free; an earlier try may have used one. */
async function bookLast(page: Page, booking: object): Promise<string> {
  const now = clinicNow().round({ smallestUnit: 'minute' });
  for (let minutesAgo = 53; ; minutesAgo += 55) {
    const startsAt = now.subtract({ minutes: minutesAgo }).toInstant().toString();
    const reply = await page.request.post('/api/appointments', { data: { ...booking, startsAt } });
    if (reply.ok()) return ((await reply.json()) as { id: string }).id;
    expect(await reply.text(), 'booking').toContain('appointment.slot-taken');
  }
}

/** Takes away what an earlier try left on her day. */
async function clearDay(page: Page): Promise<void> {
  const day = clinicNow().toPlainDate().toString();
  const { appointments } = await asked<{ appointments: { status: string; visits: { id: string }[] }[] }>(page, 'get', `/schedule?from=${day}&to=${day}`);
  for (const { visits } of appointments.filter(({ status }) => status === 'booked'))
    for (const { id } of visits) await asked(page, 'post', `/appointments/${id}/cancellation`, { reason: 'booked-in-error' });
}

/** A form as it was filled at the visit before. */
interface Before {
  readonly templateCode: string;
  readonly words: Readonly<Record<string, string>>;
}

const dap: Before = { templateCode: 'dap', words: { goal: 'Quiet evenings.', data: 'Spoke of the week before.', assessment: 'Tense.', plan: 'Walk after dinner.' } };
const individual: Before = {
  templateCode: 'individual',
  words: {
    goal: 'Quiet evenings.',
    techniques: textOfCells({ 'cognitive-work': '1', exposure: '1' }),
    content: 'Spoke of the week before.',
    response: 'Listened closely.',
    assessment: 'Tense.',
    look: textOfCells({ v: 'as-usual' }),
    plan: 'Walk after dinner.',
  },
};

/** A person in care: a diagnosis, a plan with a goal and an objective, a score, a signed note before; and a session that ended a few minutes ago, its note begun in the same form. */
async function seen(page: Page, { templateCode, words }: Before): Promise<string> {
  const me = await asked<{ staff: { id: string } }>(page, 'get', '/me');
  const programs = await asked<Items<{ id: string; name: string }>>(page, 'get', '/programs');
  const programId = programs.items.find(({ name }) => name === program)?.id;
  const name = { givenName: 'Wanda', familyName: `Quill${randomUUID().replaceAll(/[^a-f]/g, '')}` };
  const birthDate = Temporal.PlainDate.from('1950-01-01')
    .add({ days: randomInt(15_000) })
    .toString();
  const { id: patientId } = await asked<{ id: string }>(page, 'post', '/patients', { ...name, birthDate, programId });
  await asked(page, 'post', `/patients/${patientId}/diagnoses`, { programId, code: 'F41.1' });
  const plan = await asked<{ id: string; entries: { id: string }[] }>(page, 'post', '/care-plans', { patientId, programId });
  const [goal, objective] = [randomUUID(), randomUUID()];
  const field = (text: string) => ({ base: '', text });
  const entries = [
    { id: goal, kind: 'goal', parentId: plan.entries[0]?.id, fields: { words: field('I want quiet evenings.') } },
    { id: objective, kind: 'objective', parentId: goal, fields: { statement: field('Two evenings a week without worry') } },
  ];
  await asked(page, 'patch', `/care-plans/${plan.id}`, { entries });
  const gad2 = { programId, instrumentCode: 'gad-2', mode: 'staff', answeredBy: 'patient' };
  const asking = await asked<{ id: string }>(page, 'post', `/patients/${patientId}/assessments`, gad2);
  await asked(page, 'patch', `/assessments/${asking.id}/answers`, { answers: { q1: 2, q2: 1 } });
  await asked(page, 'post', `/assessments/${asking.id}/completion`, {});
  const before = await asked<{ id: string }>(page, 'post', '/drafts', { patientId, programId, templateCode });
  await asked(page, 'patch', `/drafts/${before.id}`, {
    deviceId: 'browser-test',
    sections: Object.fromEntries(Object.entries(words).map(([key, text]) => [key, { text, baseVersion: 1, sequence: 1 }])),
    header: { startedAt: ago(8 * 1440 + 50), endedAt: ago(8 * 1440), risk: 'denied' },
  });
  await asked(page, 'put', `/drafts/${before.id}/objectives`, { objectiveIds: [objective] });
  await asked(page, 'post', `/drafts/${before.id}/signature`);
  const appointmentId = await bookLast(page, { patientId, programId, clinicianId: me.staff.id, typeCode: 'therapy-50' });
  if (templateCode !== 'dap') await asked(page, 'post', '/drafts', { appointmentId, templateCode });
  return `${name.givenName} ${name.familyName}`;
}

/** Counts what the hands do besides typing words: each key pressed, alone or with others held. */
function hands(page: Page) {
  let interactions = 0;
  return {
    press: async (keys: string) => {
      interactions += 1;
      await page.keyboard.press(keys);
    },
    type: (words: string) => page.keyboard.insertText(words),
    count: () => interactions,
  };
}

test('a note is written from the day list to the signature by the keyboard alone, with eight interactions besides typing', async ({ page }) => {
  await become(page, director);
  await clearDay(page);
  const name = await seen(page, dap);
  await page.goto('/');
  await page.getByRole('table', { name: 'Appointments today' }).getByRole('button', { name: 'Write note' }).waitFor();

  const { press, type, count } = hands(page);
  await press('w');
  // All of the header is there: who, when, how, about what; the plan, the last score and the last note stand beside.
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByLabel('Ended (50 min)')).not.toHaveValue('');
  await expect(page.getByLabel('How you met').first()).toHaveValue('In person');
  await expect(page.getByLabel('Who took part')).toHaveValue(`${name}, ${director}`);
  await expect(page.locator('#at-header').getByText('F41.1 Generalized anxiety disorder')).toBeVisible();
  await expect(page.locator('#at-objectives').getByText('Two evenings a week without worry')).toBeVisible();
  await expect(page.getByText(/GAD-2: 3/)).toBeVisible();
  await expect(page.getByText('Spoke of the week before.')).toBeVisible();

  await expect(page.getByRole('textbox', { name: /^Goal addressed/ })).toBeFocused();
  await type('Quiet evenings, three a week.');
  await press('Tab');
  await type('Two evenings were calm; on the third the neighbours quarrelled and old fears came.');
  await press('Tab');
  await type('Recognises the cue sooner and uses breathing without being told.');
  await press('Tab');
  await press('Tab');
  await type('Breathing at the first cue; we meet again in a week.');
  await press('Alt+r');
  await press('Space');
  await expect(page.getByRole('radio', { name: 'Asked: denied' })).toBeChecked();
  await press('Control+Enter');
  await expect(page.getByText(`Signed by ${director}`)).toBeVisible();
  expect(count()).toBeLessThanOrEqual(8);
  for (const said of ['Quiet evenings, three a week.', 'Recognises the cue sooner', 'Breathing at the first cue']) await expect(page.getByText(said)).toBeVisible();
  await look(page, 'signed by keyboard');
});

test('the longer form takes eight as well: what stands comes along by one key, and one key leads to the next field that is open', async ({ page }) => {
  await become(page, director);
  await clearDay(page);
  const name = await seen(page, individual);
  await page.goto('/');
  await page.getByRole('table', { name: 'Appointments today' }).getByRole('button', { name: 'Finish note' }).waitFor();

  const { press, type, count } = hands(page);
  await press('w');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  const goal = page.getByRole('textbox', { name: /^Goal addressed/ });
  await expect(goal).toBeFocused();
  const offer = page.getByRole('region', { name: 'As in the last note' });
  for (const said of ['Quiet evenings.', 'cognitive work', 'as usual', 'Two evenings a week without worry']) await expect(offer).toContainText(said);
  await press('Alt+c');
  await expect(page.getByRole('textbox', { name: /^What happened/ })).toBeFocused();
  await expect(goal).toHaveValue('Quiet evenings.');
  await expect(page.getByRole('checkbox', { name: 'exposure' })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Two evenings a week without worry' })).toBeChecked();
  await expect(page.getByText('Carried forward from the last note, and marked so until you change it.')).toHaveCount(3);
  await type('Two evenings were calm; on the third the neighbours quarrelled and old fears came.');
  await press('Tab');
  await type('Used breathing at once and was surprised how soon it passed.');
  await press('Alt+j');
  await expect(page.getByRole('textbox', { name: /^Assessment/ })).toBeFocused();
  await type('Recognises the cue sooner.');
  await press('Alt+j');
  await expect(page.getByRole('textbox', { name: /^Plan/ })).toBeFocused();
  await type('Breathing at the first cue; we meet again in a week.');
  await press('Alt+j');
  await press('Space');
  await expect(page.getByRole('radio', { name: 'Asked: denied' })).toBeChecked();
  await look(page, 'longer note before signing');
  await press('Control+Enter');
  await expect(page.getByText(`Signed by ${director}`)).toBeVisible();
  expect(count()).toBeLessThanOrEqual(8);
  await expect(page.getByText('Risk to self or others: Asked: denied')).toBeVisible();
  // What came along says so for ever; what was written today does not.
  await expect(page.getByText('carried forward', { exact: true })).toHaveCount(3);
});

/** Speech as a browser hears it; what it hears is told to the page by hand. */
const speech = `window.SpeechRecognition = class { start() { window.hear = (words) => this.onresult({ resultIndex: 0, results: [{ isFinal: true, 0: { transcript: words } }] }); } stop() { this.onend(); } }`;

/** Allowed by the administrator, words that are said go in at the caret; taken back, nothing is offered. */
async function dictate(page: Page, data: Locator): Promise<void> {
  const office = await page.context().browser()?.newPage();
  if (!office) throw new Error('no second page');
  await become(office, administrator);
  const allow = (allowsDictation: boolean) => office.request.patch('/api/organisation', { data: { allowsDictation } });
  await allow(true);
  await page.addInitScript(speech);
  await page.reload();
  await data.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Alt+m');
  await expect(page.getByRole('button', { name: 'Dictate: Data' })).toHaveAttribute('aria-pressed', 'true');
  await page.evaluate(`hear('slept six hours')`);
  await expect(data).toHaveValue(/as hoped, today\. Slept six hours$/);
  await page.keyboard.press('Alt+m');
  await expect(page.getByRole('button', { name: 'Dictate: Data' })).toHaveAttribute('aria-pressed', 'false');
  await allow(false);
  await office.close();
}

test('a word of one’s own unfolds where it is typed, and the caret stays behind it; dictated words go in where it stands', async ({ page }) => {
  await become(page, director);
  const word = `calm${randomInt(10_000)}`;
  await page.goto('/snippets');
  await page.getByRole('button', { name: 'Add a word' }).click();
  const form = page.getByRole('dialog', { name: 'A word that unfolds' });
  await form.getByRole('textbox', { name: 'Word' }).fill(word);
  await form.getByRole('textbox', { name: 'Unfolds into' }).fill('calm and attentive');
  await form.getByRole('button', { name: 'Keep it' }).click();
  await expect(page.getByRole('table', { name: 'Snippets' })).toContainText(`;${word}`);
  await look(page, 'snippets');

  const { items } = await asked<Items<{ id: string; programId: string }>>(page, 'get', '/patients?q=hernandez');
  const stays = await asked<Items<{ programId: string }>>(page, 'get', `/patients/${items[0]?.id}/episodes`);
  const draft = await asked<{ id: string }>(page, 'post', '/drafts', { patientId: items[0]?.id, programId: stays.items[0]?.programId, templateCode: 'dap' });
  await page.goto(`/notes/${draft.id}`);
  const data = page.getByRole('textbox', { name: /^Data/ });
  await data.fill('Was  today.');
  await page.keyboard.press('Home');
  for (let letter = 0; letter < 4; letter += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.type(`;${word} `);
  await expect(data).toHaveValue('Was calm and attentive today.');
  await page.keyboard.type(', as hoped,');
  await expect(data).toHaveValue('Was calm and attentive, as hoped, today.');
  await expect(page.getByRole('button', { name: 'Dictate: Data' })).toHaveCount(0);
  await dictate(page, data);
  await asked(page, 'post', `/drafts/${draft.id}/discard`);
});
