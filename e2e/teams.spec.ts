import { randomInt, randomUUID } from 'node:crypto';
import { look } from './look.ts';
import { become, choose, expect, type Page, test } from './persona.ts';
import { therapist } from './story.ts';

async function asked<Reply>(page: Page, path: string, data?: object): Promise<Reply> {
  const reply = data ? await page.request.post(`/api${path}`, { data }) : await page.request.get(`/api${path}`);
  expect(reply.ok(), `${path}: ${await reply.text()}`).toBe(true);
  const text = await reply.text();
  return (text === '' ? undefined : JSON.parse(text)) as Reply;
}

const families = ['Adler', 'Birk', 'Coley', 'Dorn', 'Ezra', 'Finch', 'Galt', 'Hurst'] as const;

/** Two people in care whom the therapist leads; no two runs name or date them alike. */
async function admitTwo(page: Page) {
  const { staff } = await asked<{ staff: { id: string } }>(page, '/me');
  const { items } = await asked<{ items: { id: string; name: string }[] }>(page, '/programs');
  const programId = items.find(({ name }) => name === 'Outpatient Therapy')?.id;
  const people = [];
  for (const givenName of ['Odile', 'Pascal']) {
    const familyName = `${families[randomInt(families.length)] ?? ''}${randomUUID().replaceAll(/[^a-f]/g, '')}`;
    const birthDate = Temporal.PlainDate.from('1951-01-01')
      .add({ days: randomInt(12_000) })
      .toString();
    const { id } = await asked<{ id: string }>(page, '/patients', { givenName, familyName, birthDate, programId });
    const { id: episodeId } = await asked<{ id: string }>(page, '/episodes', { patientId: id, programId, referredOn: '2026-01-05', source: 'self' });
    await asked(page, `/episodes/${episodeId}/admission`, { on: '2026-01-06' });
    const named = await page.request.put(`/api/episodes/${episodeId}/clinician`, { data: { primaryClinicianId: staff.id } });
    expect(named.ok()).toBe(true);
    people.push({ id, name: `${givenName} ${familyName}` });
  }
  return { programId, people };
}

test('the team is named, a task is given and done with a note, and two people are handed over and come back', async ({ page }) => {
  await become(page, therapist);
  const { programId, people } = await admitTwo(page);
  const [first, second] = [people[0] ?? { id: '', name: '' }, people[1] ?? { id: '', name: '' }];

  await page.goto(`/patients/${first.id}`);
  const line = page.getByRole('list', { name: 'Care team' });
  await expect(line).toContainText(`${therapist} LMHC, leads`);
  await page.getByRole('region', { name: 'Care team' }).getByRole('button', { name: 'Add' }).click();
  const joining = page.getByRole('dialog', { name: 'Take somebody into the care team' });
  await choose(joining, 'Colleague', /Naomi Okafor/, 'Naomi');
  await joining.getByRole('combobox', { name: 'Part' }).selectOption('Prescriber');
  await joining.getByRole('button', { name: 'Take into the team' }).click();
  await expect(line).toContainText('Naomi Okafor MD, prescriber');

  await page.getByRole('tab', { name: 'Tasks' }).click();
  await page.getByRole('button', { name: 'New task' }).click();
  const giving = page.getByRole('dialog', { name: 'New task' });
  await giving.getByRole('textbox', { name: 'What is to be done' }).fill(`Ask ${first.name} about the bus pass`);
  await giving.getByRole('button', { name: 'Give the task' }).click();
  await page.goto('/tasks');
  const task = page.getByRole('listitem', { name: `Ask ${first.name} about the bus pass` });
  await expect(task).toContainText(first.name);
  await look(page, 'tasks');
  await task.getByRole('button', { name: /^Done/ }).click();
  await task.getByRole('textbox', { name: 'What came of it' }).fill('Has one now.');
  await task.getByRole('textbox', { name: 'What came of it' }).press('Enter');
  await expect(task).toHaveCount(0);
  await page.getByRole('radiogroup', { name: 'Which tasks' }).getByText('Done').click();
  await expect(task).toContainText('Has one now.');

  await page.goto(`/caseloads?program=${programId ?? ''}`);
  const loads = page.getByRole('list', { name: 'Caseloads' });
  await loads.getByRole('button', { name: therapist }).click();
  const own = page.getByRole('table', { name: `People of ${therapist}` });
  for (const { name } of [first, second]) await own.getByRole('checkbox', { name: `Hand over: ${name}` }).check();
  await look(page, 'caseloads');
  await page.getByRole('button', { name: 'Hand over 2' }).click();
  const handing = page.getByRole('dialog', { name: `From ${therapist} to a colleague` });
  await choose(handing, 'Who takes over', /Naomi Okafor/, 'Naomi');
  await handing.getByRole('textbox', { name: 'What holds for all' }).fill('I am on leave until January.');
  await handing.getByRole('textbox', { name: `What to know about ${first.name}` }).fill('Call in the morning.');
  await handing.getByRole('button', { name: 'Hand over 2' }).click();
  await expect(own.getByRole('link', { name: first.name })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(own.getByRole('link', { name: first.name })).toBeVisible();

  await page.getByRole('tab', { name: 'Team meeting' }).click();
  await expect(page.getByRole('table', { name: 'Agenda' }).getByRole('row', { name: new RegExp(second.name) })).toContainText('First plan since');
  await look(page, 'agenda of the team meeting');
});
