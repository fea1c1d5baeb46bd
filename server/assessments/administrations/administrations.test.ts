import { describe, expect } from 'vitest';
import { clinicTest as test, type Client, type Clinic } from '#testing/clinic.ts';

async function ask(clinic: Clinic, client: Client, instrumentCode: string, more: object = {}) {
  const { ids } = clinic;
  return client.post(`/patients/${ids.patients.outpatient}/assessments`, {
    programId: ids.programs.outpatient,
    instrumentCode,
    mode: 'staff',
    answeredBy: 'patient',
    ...more,
  });
}

const calm = { q1: 1, q2: 1, q3: 1, q4: 1, q5: 1, q6: 1, q7: 1, q8: 1, q9: 0 };

describe('an administration', () => {
  test('keeps each answer, scores on the server, and is sealed', async ({ clinic }) => {
    const therapist = await clinic.as('therapist');
    const { body } = await ask(clinic, therapist, 'phq-9');
    const path = `/assessments/${body.id}`;
    await therapist.patch(`${path}/answers`, { answers: { q1: 3, q2: 3 } });
    await therapist.patch(`${path}/answers`, { answers: { q2: 1, q3: null } });
    expect((await therapist.get(path)).body.answers).toEqual({ q1: 3, q2: 1 });
    expect((await therapist.patch(`${path}/answers`, { answers: { q1: 9 } })).status).toBe(400);
    expect((await therapist.post(`${path}/completion`)).body.obstacles).toHaveLength(7);
    await therapist.patch(`${path}/answers`, { answers: calm });
    expect((await therapist.post(`${path}/completion`)).body).toMatchObject({ total: 8, band: { label: 'mild' } });
    expect((await therapist.patch(`${path}/answers`, { answers: { q1: 0 } })).status).toBe(409);
    await expect(clinic.sql('owner', `update assessments.administration set score = 1 where id = '${body.id}'`)).rejects.toThrow(/never changes/);
    expect(await ask(clinic, therapist, 'phq-9')).toMatchObject({ status: 409, body: { code: 'assessment.too-soon' } });
    expect((await ask(clinic, therapist, 'phq-9', { reason: 'Much worse since yesterday' })).status).toBe(200);
    expect((await (await clinic.as('front-desk')).get(path)).status).toBe(403);
    expect((await (await clinic.as('otp-therapist' as never)).get(path)).status).toBe(404);
  });

  test('makes a series with its change, and states for what is no number', async ({ clinic }) => {
    const therapist = await clinic.as('therapist');
    const answer = async (code: string, answers: object) => {
      const { body } = await ask(clinic, await clinic.again('therapist'), code);
      const client = await clinic.again('therapist');
      await client.patch(`/assessments/${body.id}/answers`, { answers });
      await client.post(`/assessments/${body.id}/completion`);
    };
    await answer('phq-9', { ...calm, q1: 3, q2: 3, q3: 3, q4: 3 });
    await answer('asq', { q1: 0, q2: 0, q3: 0, q4: 0 });
    clinic.advance({ hours: 24 * 43 });
    await answer('phq-9', { ...calm, q1: 3, q2: 3, q3: 3, q4: 3 });
    const { body } = await (await clinic.again('therapist')).get(`/patients/${clinic.ids.patients.outpatient}/assessments`);
    const phq = body.series.find((line: { instrumentCode: string }) => line.instrumentCode === 'phq-9');
    expect(phq).toMatchObject({ kind: 'number', change: 'no-change', offTrack: { reason: 'no-improvement', days: 43 }, points: [{ score: 16 }, { score: 16 }] });
    expect(body.series.find((line: { instrumentCode: string }) => line.instrumentCode === 'asq')).toMatchObject({
      kind: 'state',
      states: ['negative', 'non-acute positive', 'acute positive'],
      points: [{ score: null, says: 'negative' }],
    });
    expect(therapist).toBeDefined();
  });

  test('stands on the list of who is off track, beside the changes of level of care; a screen is told when to look again', async ({ clinic }) => {
    const full = { ...calm, q1: 3, q2: 3, q3: 3, q4: 3 };
    for (const days of [0, 43]) {
      clinic.advance({ hours: 24 * days });
      const therapist = await clinic.again('therapist');
      const { body } = await ask(clinic, therapist, 'phq-9');
      await therapist.patch(`/assessments/${body.id}/answers`, { answers: full });
      await therapist.post(`/assessments/${body.id}/completion`);
    }
    const again = await clinic.again('therapist');
    await clinic.sql(
      'owner',
      `insert into programs.episode (patient_id, program_id, state, source, referred_on, admitted_on, primary_clinician_id)
        values ($1, $2, 'admitted', 'self', '2026-11-01', '2026-11-10', $3)`,
      [clinic.ids.patients.outpatient, clinic.ids.programs.outpatient, clinic.ids.staff.therapist],
    );
    const { events } = (await again.get(`/patients/${clinic.ids.patients.outpatient}/assessments`)).body;
    expect(events).toMatchObject([{ on: '2026-11-10', says: expect.stringMatching(/^To /) }]);
    const { body: list } = await again.get('/assessment-worklist');
    expect(list.items.find(({ patientId }: { patientId: string }) => patientId === clinic.ids.patients.outpatient)).toMatchObject({
      offTrack: [{ abbreviation: 'PHQ-9', reason: 'no-improvement', first: 16, last: 16 }],
    });
    const revision = async () => (await again.get(`/patients/${clinic.ids.patients.outpatient}/assessments/revision`)).body.revision;
    const before = await revision();
    expect(await revision()).toBe(before);
    await ask(clinic, again, 'gad-7');
    expect(await revision()).not.toBe(before);
  });
});

describe('a link without an account', () => {
  test('answers one administration and nothing else; every bad token is told the same', async ({ clinic }) => {
    const therapist = await clinic.as('therapist');
    expect((await ask(clinic, therapist, 'asq', { mode: 'link' })).body).toMatchObject({ code: 'assessment.not-alone' });
    const { body: link } = await ask(clinic, therapist, 'phq-9', { mode: 'link' });
    const { stranger } = clinic;
    const opened = await stranger.post('/questions/opening', { token: link.token });
    expect(opened.body.instrument.items).toHaveLength(10);
    expect(JSON.stringify({ ...opened.body, notice: '' })).not.toMatch(/PHQ|Harbor|patient/i);
    expect((await stranger.post('/questions/answers', { token: link.token, answers: calm })).body).toMatchObject({ isCrisis: false });
    const wrong = await stranger.post('/questions/opening', { token: 'x'.repeat(43) });
    expect((await stranger.post('/questions/completion', { token: link.token })).status).toBe(204);
    const used = await stranger.post('/questions/opening', { token: link.token });
    const told = ({ status, body }: typeof used) => ({ status, ...body, trace: undefined, traceId: undefined, instance: undefined });
    expect(told(used)).toEqual(told(wrong));
    expect((await therapist.get(`/assessments/${link.id}`)).body).toMatchObject({ state: 'completed', result: { total: 8 } });
    const { body: late } = await ask(clinic, therapist, 'gad-7', { mode: 'tablet' });
    clinic.advance({ hours: 2 });
    expect(told(await stranger.post('/questions/opening', { token: late.token }))).toEqual(told(wrong));
    expect(await clinic.sql('owner', `select 1 from assessments.link where token_hash like '%${link.token}%'`)).toEqual([]);
  });
});

describe('a sign of suicide risk', () => {
  test('opens the pathway from a phone at 23:40 before the form is finished, and is left by no short way', async ({ clinic }) => {
    const { ids } = clinic;
    const therapist = await clinic.as('therapist');
    const { body: link } = await ask(clinic, therapist, 'phq-9', { mode: 'link' });
    const shift = { staffId: ids.staff.prescriber, startsAt: '2026-11-23T20:00:00-08:00', endsAt: '2026-11-24T08:00:00-08:00' };
    expect((await (await clinic.as('clinical-director')).post(`/programs/${ids.programs.outpatient}/on-call`, shift)).status).toBe(204);
    // 23:40 in the time zone of the clinic.
    clinic.advance({ hours: 13, minutes: 40 });
    expect((await clinic.stranger.post('/questions/answers', { token: link.token, answers: { q9: 1 } })).body).toMatchObject({ isCrisis: true });
    await clinic.stranger.post('/questions/answers', { token: link.token, answers: { q9: 0 } });
    const again = await clinic.again('therapist');
    const { body } = await again.get(`/patients/${ids.patients.outpatient}/risk`);
    const [open] = body.items;
    expect(open).toMatchObject({ phase: 'formulation', closedAt: null });
    expect(open.duties.map(({ kind }: { kind: string }) => kind).toSorted()).toEqual(['formulation', 'on-call-contact']);
    expect(await clinic.sql('owner', 'select owner_id from assessments.risk_case')).toEqual([{ owner_id: ids.staff.prescriber }]);
    expect(await clinic.sql('owner', 'select labels from assessments.risk_case')).toEqual([{ labels: [] }]);
    const { body: banner } = await again.get(`/patients/${ids.patients.outpatient}/banner`);
    expect(banner.alerts).toMatchObject([{ says: 'On the suicide-risk pathway', severity: 'danger' }]);
    expect(await again.post(`/alerts/${banner.alerts[0].id}/resolution`, { reason: 'Looks fine to me' })).toMatchObject({ status: 409 });

    const findings = async () => (await (await clinic.again('therapist')).get(`/assessments/${link.id}`)).body.findings;
    const [finding] = await findings();
    const dismissed = await again.post(`/critical-findings/${finding.id}/answer`, { answer: 'Looks fine to me, closing it.' });
    expect(dismissed.body).toMatchObject({ code: 'assessment.on-pathway' });

    clinic.advance({ minutes: 61 });
    const write = async (entry: object) => (await clinic.again('therapist')).post(`/risk-cases/${open.id}/entries`, { requestId: crypto.randomUUID(), entry });
    const exit = { kind: 'closed', exit: 'risk-resolved', reason: 'Ideation gone, plan known, seen weekly.' };
    expect((await write(exit)).body.obstacles.map(({ code }: { code: string }) => code)).toEqual(['risk.not-formulated', 'risk.no-plan']);
    const said = {
      ideation: 'passive',
      planAndIntent: 'none',
      means: 'none at hand',
      riskFactors: 'loss of work',
      protectiveFactors: 'two children',
      disposition: 'Home, seen tomorrow',
    };
    expect((await write({ kind: 'formulated', level: 'moderate', ...said })).body).toMatchObject({ phase: 'safety-plan', level: 'moderate' });
    expect((await write({ kind: 'plan-not-possible', reason: 'The person is with the mobile crisis team until tomorrow.' })).body).toMatchObject({ phase: 'contact' });
    expect((await findings())[0]).toMatchObject({ answeredAt: null });
    expect((await write(exit)).body).toMatchObject({ phase: 'closed' });
    expect((await findings())[0].answer).toMatch(/pathway ended: Ideation gone/);
    expect((await (await clinic.again('therapist')).get(`/patients/${ids.patients.outpatient}/banner`)).body.alerts).toEqual([]);
    await expect(clinic.sql('owner', 'update assessments.risk_event set at = now()')).rejects.toThrow(/never changes/);
  });

  test('a missed duty is told once; an owed one stands in the list of those who share the program', async ({ clinic }) => {
    const { ids, product } = clinic;
    const therapist = await clinic.as('therapist');
    await therapist.post(`/patients/${ids.patients.outpatient}/risk`, { programId: ids.programs.outpatient, level: 'emergency', says: 'Said so in session' });
    expect((await therapist.get('/risk-duties')).body.items).toMatchObject([{ kind: 'formulation', isLate: false }]);
    expect((await (await clinic.as('otp-therapist' as never)).get('/risk-duties')).body.items).toEqual([]);
    clinic.advance({ minutes: 61 });
    const { allJobs } = await import('#server/main.ts');
    const { runJob } = await import('#server/platform/index.ts');
    const job = allJobs.find(({ name }) => name === 'assessments.escalate');
    if (!job) throw new Error('The job is not there');
    for (const once of ['9001', '9002', '9003']) await runJob(product.workshop, job, {}, once);
    expect(await clinic.sql('owner', `select kind from assessments.risk_event order by at`)).toEqual([{ kind: 'opened' }, { kind: 'escalated' }]);
  });
});

test('a critical answer that nobody acts on is told once to whoever answers for the person', async ({ clinic }) => {
  const therapist = await clinic.as('therapist');
  const { body } = await ask(clinic, therapist, 'cows', { answeredBy: 'clinician' });
  const path = `/assessments/${body.id}`;
  const worst = Object.fromEntries((await therapist.get(path)).body.instrument.items.map(({ id }: { id: string }) => [id, 2]));
  await therapist.patch(`${path}/answers`, { answers: { ...worst, q1: 3, q2: 4, q3: 3, q4: 3, q5: 3, q6: 3, q7: 4, q8: 3 } });
  const [finding] = (await therapist.get(path)).body.findings;
  expect(finding).toMatchObject({ concern: 'withdrawal', answeredAt: null });
  const { allJobs } = await import('#server/main.ts');
  const { runJob } = await import('#server/platform/index.ts');
  const job = allJobs.find(({ name }) => name === 'assessments.escalate-findings');
  if (!job) throw new Error('The job is not there');
  const told = async () => (await clinic.sql('owner', `select count(*)::int as count from assessments.critical_finding where escalated_at is not null`))[0]?.['count'];
  await runJob(clinic.product.workshop, job, {}, '9101');
  expect(await told()).toBe(0);
  clinic.advance({ minutes: 16 });
  for (const once of ['9102', '9103']) await runJob(clinic.product.workshop, job, {}, once);
  expect(await told()).toBe(1);
  const audited = await clinic.sql('owner', `select count(*)::int as count from audit.entry where action = 'assessments.escalate-findings'`);
  expect(audited[0]?.['count']).toBe(1);
  const closed = await (await clinic.again('therapist')).post(`/critical-findings/${finding.id}/answer`, { answer: 'Seen by the nurse, buprenorphine started.' });
  expect(closed.status).toBe(204);
});
