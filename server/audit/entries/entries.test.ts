import { expect } from 'vitest';
import { clinicTest as test } from '#testing/clinic.ts';

test('the privacy officer sees who read a record, from where and why', async ({ clinic }) => {
  const patientId = clinic.ids.patients.outpatient;
  await (await clinic.as('therapist')).get(`/patients/${patientId}`);
  const reply = await (await clinic.as('privacy-officer')).get(`/patients/${patientId}/accesses`);
  expect(reply.status).toBe(200);
  expect(reply.body.items[0]).toMatchObject({
    actor: { name: 'Ana Rivera', kind: 'staff' },
    purpose: 'TREAT',
    outcome: 'done',
    patientIds: [patientId],
    isSealed: false,
  });
});

test('looking into the audit leaves an entry too', async ({ clinic }) => {
  const officer = await clinic.as('privacy-officer');
  await officer.get('/audit/entries');
  expect((await officer.get('/audit/entries?action=audit.read')).body.items).toHaveLength(1);
});

test('a therapist cannot read the audit, and the attempt is in it', async ({ clinic }) => {
  expect((await (await clinic.as('therapist')).get('/audit/entries')).status).toBe(403);
  const { body } = await (await clinic.as('privacy-officer')).get(`/audit/entries?outcome=denied&actorId=${clinic.ids.staff.therapist}`);
  expect(body.items).toMatchObject([{ action: 'audit.read', outcome: 'denied' }]);
});

test('pages follow each other without overlap or gap, the newest first', async ({ clinic }) => {
  await clinic.sql(
    'owner',
    `select audit.write(jsonb_build_object('at', '2026-11-23T17:00:00Z', 'action', 'note.read', 'purpose', 'TREAT', 'actorKind', 'staff', 'actorName', 'Ana',
    'actorRoles', '[]'::jsonb, 'patientIds', '[]'::jsonb, 'fields', '[]'::jsonb, 'details', jsonb_build_object('n', n))) from generate_series(1, 25) n`,
  );
  const officer = await clinic.as('privacy-officer');
  const seen: number[] = [];
  let next: string | undefined = '';
  while (next !== undefined) {
    const { body }: { body: any } = await officer.get(`/audit/entries?action=note&limit=10${next ? `&cursor=${next}` : ''}`);
    seen.push(...body.items.map((entry: { details: { n: number } }) => entry.details.n));
    next = body.next;
  }
  expect(seen).toEqual(Array.from({ length: 25 }, (_unused, index) => 25 - index));
});

test('entries can be narrowed to a time', async ({ clinic }) => {
  await (await clinic.as('therapist')).get('/me/sessions');
  clinic.advance({ minutes: 5 });
  const from = clinic.clock.now().toString();
  await clinic.asStaff(clinic.ids.staff.nurse);
  const { body } = await (await clinic.as('privacy-officer')).get(`/audit/entries?action=session.sign-in&from=${from}&actorId=${clinic.ids.staff.nurse}`);
  expect(body.items).toHaveLength(1);
  expect((await (await clinic.as('privacy-officer')).get(`/audit/entries?action=session.sign-in&from=${from}&actorId=${clinic.ids.staff.therapist}`)).body.items).toEqual(
    [],
  );
});

test('the chain tells how far it has come, and seals when asked', async ({ clinic }) => {
  const officer = await clinic.as('privacy-officer');
  let chain = { blocks: 0, lastHash: '' };
  while (chain.blocks === 0) {
    expect((await officer.post('/audit/seals')).status).toBe(204);
    await clinic.settleJobs();
    chain = (await officer.get('/audit/chain')).body;
  }
  expect(chain.lastHash).toMatch(/^[0-9a-f]{64}$/);
});

test('an attempt on a record that the actor does not reach is one of its accesses', async ({ clinic }) => {
  const patientId = clinic.ids.patients.otp;
  expect((await (await clinic.as('second-therapist')).get(`/patients/${patientId}`)).status).toBe(404);
  expect((await (await clinic.as('administrator')).get(`/patients/${patientId}`)).status).toBe(403);
  const { body } = await (await clinic.as('privacy-officer')).get(`/patients/${patientId}/accesses`);
  expect(body.items.map(({ outcome, reason }: { outcome: string; reason: string | null }) => [outcome, reason])).toEqual([
    ['denied', null],
    ['failed', 'not-found'],
  ]);
});

test('a refused act leaves its entry though nothing of it was kept', async ({ clinic }) => {
  const own = clinic.ids.staff.administrator;
  await (await clinic.as('administrator')).patch(`/staff/${own}`, { roles: ['therapist'] });
  const { body } = await (await clinic.as('privacy-officer')).get('/audit/entries?action=staff.change');
  expect(body.items).toMatchObject([{ outcome: 'failed', reason: 'staff.own-rights', actor: { id: own } }]);
});
