import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { z } from 'zod';
import type { Episode } from '#server/programs/episodes/episodes.contract.ts';
import { clinicTest as test, type Client } from '#testing/clinic.ts';
import { openMailbox } from '#testing/mailbox.ts';
import type { TaskReply } from './tasks.contract.ts';

type Stays = { readonly items: readonly z.infer<typeof Episode>[] };
type TaskList = { readonly items: readonly TaskReply[] };

interface Problem {
  readonly obstacles: readonly object[];
}
interface TileRows {
  readonly items: readonly { readonly patientId: string | null }[];
}
interface Team {
  readonly items: readonly object[];
  readonly past: readonly object[];
}

async function ok<Body>(reply: Promise<{ status: number; body: Body }>): Promise<Body> {
  const { status, body } = await reply;
  expect(status, JSON.stringify(body)).toBeLessThan(300);
  return body;
}

test('an admission asks its rules once, a task is for one person or one role, is read by whom it concerns, done with a note and reopened, and is reminded of once a day', async ({
  clinic,
}) => {
  const { programs, patients, staff } = clinic.ids;
  const [programId, patientId] = [programs.residential, patients.residential];
  const [marcus, grace, desk, biller, ana] = [
    await clinic.as('case-manager'),
    await clinic.as('nurse'),
    await clinic.as('front-desk'),
    await clinic.as('biller'),
    await clinic.as('therapist'),
  ];
  const { items: before } = await ok(marcus.get<Stays>(`/patients/${patientId}/episodes`));
  for (const { id } of before.filter((one) => one.endedOn === null)) await ok(marcus.post(`/episodes/${id}/discharge`, { on: '2026-11-23', reason: 'completed' }));
  const { id: episodeId } = await ok(marcus.post<{ id: string }>('/episodes', { patientId, programId, referredOn: '2026-11-23', source: 'self' }));
  await ok(marcus.post(`/episodes/${episodeId}/admission`, { on: '2026-11-23' }));
  await clinic.settleJobs();
  await clinic.settleJobs();
  const titles = async (client: Client, path: string) => (await ok(client.get<TaskList>(path))).items.map(({ title }) => title);
  expect(await titles(grace, '/tasks')).toEqual(['Ask for allergies and take vital signs']);
  expect(await titles(desk, '/tasks')).toEqual(['Verify insurance and enter the coverage', 'Go through consents and have them signed']);
  expect((await ok(desk.get<TaskList>('/tasks'))).items[0]).toMatchObject({
    ruleId: 'admission-insurance',
    dueOn: '2026-11-24',
    forName: 'Front desk',
    madeBy: 'a rule of the organisation',
  });

  const task = { id: randomUUID(), programId, patientId, title: 'Call the sister about the lapse on Friday', dueOn: '2026-11-20', forStaffId: staff.nurse };
  const both = await marcus.post('/tasks', { ...task, forRole: 'nurse' });
  expect(both.body).toMatchObject({ status: 400 });
  expect(JSON.stringify(both.body)).toContain('Choose one colleague, or one role of the program.');
  const outside = await marcus.post<Problem>('/tasks', { ...task, forStaffId: staff.therapist });
  expect(outside.body.obstacles).toMatchObject([{ code: 'task.nobody-sees-it', at: 'forStaffId' }]);
  await ok(marcus.post('/tasks', task));
  await ok(marcus.post('/tasks', task));
  expect((await titles(grace, '/tasks')).filter((title) => title === task.title)).toHaveLength(1);
  // Clinical words are for those who read charts of the program, and for whom the task is.
  expect(await titles(biller, `/patients/${patientId}/tasks`)).toEqual([]);
  expect((await titles(desk, `/patients/${patientId}/tasks`)).toSorted()).toEqual([
    'Go through consents and have them signed',
    'Verify insurance and enter the coverage',
  ]);
  expect((await ana.get(`/patients/${patientId}/tasks`)).status).toBe(404);
  expect((await ana.post(`/tasks/${task.id}/done`, { version: 1 })).status).toBe(404);
  expect(await clinic.sql('app', 'select 1 from teams.task union all select 1 from teams.membership')).toEqual([]);

  const mailbox = await openMailbox(clinic);
  for (let times = 0; times < 2; times += 1) {
    await clinic.sql('owner', `select graphile_worker.add_job('teams.remind-of-tasks', '{}'::json)`);
    await clinic.settleJobs();
  }
  await mailbox.close();
  const letters = mailbox.letters();
  expect(letters.map(({ subject }) => subject)).toEqual(['Something is due today']);
  expect(JSON.stringify(letters)).not.toContain('sister');

  expect((await grace.post(`/tasks/${task.id}/done`, { version: 7, note: 'Reached her.' })).body).toMatchObject({ status: 409, code: 'task.stale' });
  await ok(grace.post(`/tasks/${task.id}/done`, { version: 1, note: 'Reached her; she comes on Sunday.' }));
  expect((await ok(marcus.get<TaskList>('/tasks?whose=given&state=done'))).items).toMatchObject([
    { id: task.id, doneNote: 'Reached her; she comes on Sunday.', doneByName: 'Grace Kim', isLate: false },
  ]);
  await ok(marcus.post(`/tasks/${task.id}/reopening`, { version: 2 }));
  expect((await ok(grace.get<TaskList>('/tasks'))).items[0]).toMatchObject({ id: task.id, isLate: true, doneAt: null });
  const entries = await clinic.sql('owner', `select action, fields, patient_ids from audit.entry where subject_id = $1 order by seq`, [task.id]);
  expect(entries.map(({ action }) => action)).toEqual(expect.arrayContaining(['task.give', 'task.finish', 'task.reopen']));
  expect(JSON.stringify(entries)).not.toContain('sister');
});

test('the primary clinician leads the care team, colleagues of the program join with a part and leave with a date, and their patients are theirs', async ({ clinic }) => {
  const { programs, patients, staff } = clinic.ids;
  const [programId, patientId] = [programs.iop, patients.iop];
  const [ana, marcus] = [await clinic.as('therapist'), await clinic.as('case-manager')];
  const { items } = await ok(ana.get<Stays>(`/patients/${patientId}/episodes`));
  const open = items.find((one) => one.programId === programId && one.endedOn === null);
  const episode = open ?? (await ok(ana.post<Stays['items'][number]>('/episodes', { patientId, programId, referredOn: '2026-11-10', source: 'self' })));
  if (episode.state !== 'admitted') await ok(ana.post(`/episodes/${episode.id}/admission`, { on: '2026-11-12' }));
  await ok(ana.put(`/episodes/${episode.id}/clinician`, { primaryClinicianId: staff.therapist }));
  const member = { id: randomUUID(), programId, staffId: staff['case-manager'], part: 'case-manager' };
  await ok(ana.post(`/patients/${patientId}/care-team`, member));
  await ok(ana.post(`/patients/${patientId}/care-team`, member));
  const twice = await ana.post<Problem>(`/patients/${patientId}/care-team`, { ...member, id: randomUUID(), part: 'peer' });
  expect(twice.body.obstacles).toMatchObject([{ code: 'care-team.already' }]);
  const stranger = await ana.post<Problem>(`/patients/${patientId}/care-team`, { ...member, id: randomUUID(), staffId: staff.nurse, part: 'nurse' });
  expect(stranger.body.obstacles).toMatchObject([{ code: 'care-team.not-in-program', at: 'staffId' }]);
  const team = await ok(marcus.get<Team>(`/patients/${patientId}/care-team`));
  expect(team.items).toMatchObject([
    { staffId: staff.therapist, leads: true },
    { staffId: staff['case-manager'], leads: false, part: 'case-manager', since: '2026-11-23' },
  ]);
  const mine = async (client: Client) => (await ok(client.get<TileRows>('/home/tiles/teams.my-patients'))).items.map(({ patientId: who }) => who);
  expect([await mine(ana), await mine(marcus)]).toEqual([expect.arrayContaining([patientId]), [patientId]]);
  await ok(marcus.post(`/care-team-memberships/${member.id}/end`));
  expect((await marcus.post(`/care-team-memberships/${member.id}/end`)).status).toBe(404);
  expect(await mine(marcus)).toEqual([]);
  expect((await ok(ana.get<Team>(`/patients/${patientId}/care-team`))).past).toMatchObject([{ staffId: staff['case-manager'], endedOn: '2026-11-23' }]);
  expect((await (await clinic.as('prescriber')).get(`/patients/${patientId}/care-team`)).status).toBe(404);
});
