import { expect } from 'vitest';
import { allJobs } from '#server/main.ts';
import type { ResultReply } from '#server/observations/results/results.contract.ts';
import { newId, runJob } from '#server/platform/index.ts';
import type { TaskReply } from '#server/teams/tasks/tasks.contract.ts';
import { clinicTest as test, type Client, type Clinic } from '#testing/clinic.ts';
import { openMailbox } from '#testing/mailbox.ts';

interface Mine {
  readonly items: TaskReply[];
  readonly cannotWait: TaskReply[];
}

let jobs = 2_000_000;

async function run(clinic: Clinic, name: string, payload: object): Promise<void> {
  const job = allJobs.find((each) => each.name === name);
  if (!job) throw new Error(`There is no job ${name}`);
  await runJob(clinic.product.workshop, job, payload, String((jobs += 1)));
}

async function ok<Body>(reply: Promise<{ status: number; body: Body }>): Promise<Body> {
  const { status, body } = await reply;
  expect(status, JSON.stringify(body)).toBeLessThan(300);
  return body;
}

async function admitted(clinic: Clinic): Promise<{ patientId: string; programId: string }> {
  const [patientId, programId] = [clinic.ids.patients.outpatient, clinic.ids.programs.outpatient];
  const therapist = await clinic.as('therapist');
  const { id } = await ok<{ id: string }>(therapist.post('/episodes', { patientId, programId, referredOn: '2026-11-20', source: 'self' }));
  await ok(therapist.post(`/episodes/${id}/admission`, { on: '2026-11-22', primaryClinicianId: clinic.ids.staff.therapist }));
  return { patientId, programId };
}

/** A lithium level as it is written down. */
const level = (clinic: Clinic, value: string, more: object = {}) => ({
  id: newId(),
  programId: clinic.ids.programs.outpatient,
  panel: 'lithium',
  collectedAt: clinic.clock.now().subtract({ hours: 3 }).toString(),
  laboratory: 'Sound Laboratories',
  values: { lithium: { value } },
  ...more,
});

test('a critical result calls who ordered it, stands on chart and home once, is told to the director once when nobody takes it up, and is taken up in words', async ({
  clinic,
}) => {
  const { patientId } = await admitted(clinic);
  const { staff } = clinic.ids;
  const prescriber = await clinic.as('prescriber');
  const enter = (value: string, more: object = {}) => ok<ResultReply>(prescriber.post(`/patients/${patientId}/results`, level(clinic, value, more)));
  const mine = (client: Client) => ok<Mine>(client.get('/tasks'));
  const count = async (client: Client, code: string) => (await ok<{ count: number }>(client.get(`/home/tiles/${code}`))).count;
  const alerts = async (client: Client) =>
    (await ok<{ items: { says: string }[] }>(client.get(`/patients/${patientId}/alerts`))).items.filter(({ says }) => says.startsWith('A critical result'));
  const mailbox = await openMailbox(clinic);

  const stranger = await prescriber.post(`/patients/${patientId}/results`, level(clinic, '1.9', { orderedBy: staff['otp-therapist'] }));
  expect(stranger.body.obstacles).toMatchObject([{ code: 'result.orderer-not-in-program', at: 'orderedBy' }]);
  await enter('0.9', { orderedBy: staff.prescriber });
  const ordered = await enter('1.71', { orderedBy: staff.prescriber });
  const unordered = await enter('1.82');
  await clinic.settleJobs();
  await run(clinic, 'assessments.call-for-result', { resultId: ordered.id });

  const { cannotWait, items } = await mine(prescriber);
  expect(cannotWait).toMatchObject([
    {
      title: 'Critical result: Lithium 1.71 mmol/L (critical)',
      dueAt: clinic.clock.now().add({ minutes: 60 }).toString(),
      opens: `/patients/${patientId}/results?open=${ordered.id}`,
      isKept: true,
      isLate: false,
    },
  ]);
  expect(items).toEqual([]);
  const therapist = await clinic.as('therapist');
  expect((await mine(therapist)).cannotWait.map(({ title }) => title)).toEqual(['Critical result: Lithium 1.82 mmol/L (critical)']);
  expect(await alerts(prescriber)).toHaveLength(2);
  // Three results wait for review; the one that calls the prescriber is counted as what cannot wait and nowhere else.
  expect([await count(prescriber, 'teams.cannot-wait'), await count(prescriber, 'teams.my-tasks'), await count(prescriber, 'observations.results-to-review')]).toEqual([
    1, 0, 2,
  ]);

  clinic.advance({ minutes: 61 });
  for (let times = 0; times < 3; times += 1) await run(clinic, 'teams.escalate', {});
  await clinic.settleJobs();
  await mailbox.close();
  const subjects = mailbox.letters().map(({ subject }) => subject);
  const directors = (
    await clinic.sql(
      'owner',
      `select from identity.staff_role held join identity.program_membership m on m.staff_id = held.staff_id
    where held.role_code = 'clinical-director' and m.program_id = $1 and m.valid_to is null`,
      [clinic.ids.programs.outpatient],
    )
  ).length;
  expect(subjects.filter((subject) => subject === 'Please look now')).toHaveLength(2);
  expect(subjects.filter((subject) => subject.startsWith('Something waits past its time'))).toHaveLength(2 * directors);
  expect(JSON.stringify(mailbox.letters()).toLowerCase()).not.toContain('lithium');
  const director = await clinic.again('clinical-director');
  expect((await mine(director)).cannotWait.map(({ isLate, forStaffId }) => [isLate, forStaffId])).toEqual([
    [true, staff.prescriber],
    [true, staff.therapist],
  ]);

  // Read with words by who may review, it is taken up; who may not review says what was done, and it still waits to be read.
  const [again, hers] = [await clinic.again('prescriber'), await clinic.again('therapist')];
  await ok(again.post(`/results/${ordered.id}/review`, { version: 1, says: 'Called; dose held, level tomorrow' }));
  const [task] = (await mine(hers)).cannotWait;
  expect((await hers.post(`/tasks/${task?.id}/done`, { version: 1 })).body.code).toBe('task.says-nothing');
  await ok(hers.post(`/tasks/${task?.id}/done`, { version: 1, note: 'Told the prescriber by telephone' }));
  expect((await hers.post(`/tasks/${task?.id}/reopening`, { version: 2 })).body.code).toBe('task.kept');
  const { items: all } = await ok<{ items: TaskReply[] }>(again.get(`/patients/${patientId}/tasks`));
  const taken = all.filter(({ isKept }) => isKept).map(({ doneByName, doneNote }) => `${doneByName}: ${doneNote}`);
  expect(taken.toSorted()).toEqual([expect.stringMatching(/^.+: Told the prescriber by telephone$/), expect.stringMatching(/^.+: Called; dose held, level tomorrow$/)]);
  expect(await alerts(again)).toEqual([]);
  expect([await count(again, 'teams.cannot-wait'), await count(again, 'observations.results-to-review')]).toEqual([0, 2]);
  const { values, ...facts } = level(clinic, '1.2');
  await ok(again.patch(`/results/${unordered.id}`, { ...facts, values, version: 1, reason: 'Laboratory corrected its report' }));
  await clinic.settleJobs();
  expect((await mine(hers)).cannotWait).toEqual([]);
  const audited = await clinic.sql('owner', `select distinct action from audit.entry where subject_id = $1 or action in ('result.review', 'task.finish')`, [task?.id]);
  expect(audited.map(({ action }) => action)).toEqual(expect.arrayContaining(['result.review', 'task.finish']));
  expect(await clinic.sql('app', 'select id from teams.open_task')).toEqual([]);
});

test('on a calendar of a week each critical result calls whoever answers at its hour, and is told to the director exactly once', async ({ clinic }) => {
  const { patientId, programId } = await admitted(clinic);
  const { staff } = clinic.ids;
  const [prescriber, director] = [await clinic.as('prescriber'), await clinic.as('clinical-director')];
  const start = clinic.clock.now();
  const onCall = staff['second-therapist'];
  await ok(director.post(`/programs/${programId}/on-call`, { staffId: onCall, startsAt: start.toString(), endsAt: start.add({ hours: 24 * 5 }).toString() }));
  const entered: string[] = [];
  for (let number = 0; number < 24; number += 1) entered.push((await ok<ResultReply>(prescriber.post(`/patients/${patientId}/results`, level(clinic, '1.6')))).id);
  const expected: (string | undefined)[] = [];
  for (const [number, resultId] of entered.entries()) {
    clinic.clock.set(start.add({ hours: number * 7 }));
    const { dayOfWeek, hour } = clinic.clock.now().toZonedDateTimeISO('America/Los_Angeles');
    const isOpen = dayOfWeek <= 5 && hour >= 8 && hour < 18;
    const isOnCall = number * 7 < 24 * 5;
    expected.push(isOpen || !isOnCall ? staff.therapist : onCall);
    for (let times = 0; times < 2; times += 1) await run(clinic, 'assessments.call-for-result', { resultId });
    await run(clinic, 'teams.escalate', {});
  }
  clinic.advance({ hours: 2 });
  for (let times = 0; times < 2; times += 1) await run(clinic, 'teams.escalate', {});
  const tasks = await clinic.sql('owner', 'select kept_id, for_staff_id, escalated_at from teams.task where kept_by = $1', ['critical-result']);
  expect(tasks).toHaveLength(24);
  expect(entered.map((id) => tasks.find(({ kept_id }) => kept_id === id)?.['for_staff_id'])).toEqual(expected);
  expect(new Set(expected).size).toBe(2);
  const told = await clinic.sql('owner', `select count(*)::int as count from audit.entry where action like '%teams.escalate%'`);
  expect(tasks.every(({ escalated_at }) => escalated_at !== null)).toBe(true);

  // Where charts are for those with a part in the care, whom a result calls reads that one, and the director what nobody took up.
  const officer = await clinic.again('privacy-officer');
  await ok(officer.put(`/need-to-know/${programId}`, { careTeamOnly: true, wholeProgramRoles: [], reason: 'Only those who treat' }));
  const [called, trainee] = [await clinic.again('second-therapist'), await clinic.again('trainee')];
  const resultsOf = async (client: Client) => (await ok<{ items: ResultReply[] }>(client.get(`/patients/${patientId}/results`))).items.map(({ id }) => id);
  expect((await resultsOf(called)).toSorted()).toEqual(entered.filter((_id, number) => expected[number] === onCall).toSorted());
  expect(await resultsOf(trainee)).toEqual([]);
  expect((await ok<Mine>(trainee.get(`/patients/${patientId}/tasks`))).items.filter(({ isKept }) => isKept)).toEqual([]);
  expect((await ok<Mine>((await clinic.again('clinical-director')).get('/tasks'))).cannotWait).toHaveLength(24);
  expect(told[0]?.['count']).toBeGreaterThan(0);
});
