import { randomInt, randomUUID } from 'node:crypto';
import { look } from './look.ts';
import { become, expect, type Page, test } from './persona.ts';
import { program, therapist } from './story.ts';

async function asked<Reply>(page: Page, method: 'get' | 'post' | 'patch', path: string, data?: object): Promise<Reply> {
  const reply = await page.request[method](`/api${path}`, data ? { data } : {});
  expect(reply.ok(), `${path}: ${await reply.text()}`).toBe(true);
  return (await reply.json()) as Reply;
}

interface Draft {
  readonly id: string;
  readonly diagnoses: readonly { readonly id: string }[];
}

/** Two people of one family name, each with a note that is written but for the times of the second. */
async function writeTwo(page: Page): Promise<readonly string[]> {
  const born = Temporal.PlainDate.from('1950-01-01').add({ days: randomInt(10_000) });
  const family = `Quill${randomUUID().replaceAll(/[^a-f]/g, '')}`;
  const { items } = await asked<{ items: { id: string; name: string }[] }>(page, 'get', '/programs');
  const programId = items.find(({ name }) => name === program)?.id;
  const names: string[] = [];
  for (const [index, givenName] of ['Orla', 'Bram'].entries()) {
    const { id: patientId } = await asked<{ id: string }>(page, 'post', '/patients', {
      givenName,
      familyName: family,
      birthDate: born.add({ days: 97 * index }).toString(),
      programId,
    });
    await asked(page, 'post', `/patients/${patientId}/diagnoses`, { programId, code: 'F41.1' });
    const draft = await asked<Draft>(page, 'post', '/drafts', { patientId, programId, service: 'individual-psychotherapy', templateCode: 'dap' });
    const moment = (minutesAgo: number) => new Date(Date.now() - minutesAgo * 60_000).toISOString();
    const words = {
      goal: 'Quiet evenings.',
      data: `${givenName} spoke of the week and of two walks at night.`,
      assessment: 'Calmer than last time.',
      plan: 'Again in a week.',
    };
    await asked(page, 'patch', `/drafts/${draft.id}`, {
      deviceId: 'browser-test',
      sections: Object.fromEntries(Object.entries(words).map(([key, text]) => [key, { text, baseVersion: 1, sequence: 1 }])),
      header: { startedAt: moment(70 + index), endedAt: moment(20 + index), ...(index === 0 ? { risk: 'denied' } : {}) },
    });
    names.push(`${givenName} ${family}`);
  }
  return names;
}

test('the margin tells what is missing, and what was read is signed in one ceremony', async ({ page }) => {
  await become(page, therapist);
  const [first = '', second = ''] = await writeTwo(page);
  await page.goto('/');
  await page.getByRole('link', { name: /Notes to sign/ }).click();
  const line = (name: string) => page.getByRole('listitem', { name: new RegExp(name) });

  // What was not opened cannot be chosen; opening it is reading it.
  await expect(line(first).getByRole('checkbox')).toBeDisabled();
  await line(first).getByRole('button').first().focus();
  await page.keyboard.press('Enter');
  await expect(line(first).getByText('spoke of the week and of two walks at night')).toBeVisible();
  await expect(line(first).getByRole('checkbox')).toBeChecked();
  await line(second).getByRole('button').first().click();
  await expect(line(second).getByRole('checkbox')).toBeChecked();
  await look(page, 'signature queue');

  // All or none: the second still lacks its answer about risk.
  await page.getByRole('button', { name: 'Sign 2 (Ctrl Enter)' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign 2' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText(`${second}, Progress note (DAP): Answer the question of risk.`);
  await page.getByRole('dialog').getByRole('button', { name: 'Not yet' }).click();

  // The margin of the editor says so too, and leads there.
  await line(second).getByRole('link', { name: 'Go on writing' }).click();
  const margin = page.getByRole('region', { name: 'In the margin' });
  await expect(margin).toContainText('The question of risk has no answer yet.');
  await page.getByText('Asked: denied').click();
  await expect(margin).not.toContainText('The question of risk has no answer yet.');
  await look(page, 'margin of a note');

  await page.goto('/signatures');
  for (const name of [first, second]) {
    await line(name).getByRole('button').first().click();
    await expect(line(name).getByRole('checkbox')).toBeChecked();
  }
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Sign 2' }).click();
  await expect(page.getByText('2 signed.')).toBeVisible();
  await expect(line(first)).toBeHidden();
  await expect(line(second)).toBeHidden();
});
