import { expect } from 'vitest';
import { action, newId, perform, systemActor, type Actor } from '#server/platform/index.ts';
import { clinicTest as test, type Clinic } from '#testing/clinic.ts';
import { decide } from './decide.ts';
import { keepDecisions } from './decision.store.ts';
import { readFacts } from './facts-file.ts';

/** A claim to a plan without consent. */
function facts(patientId: string) {
  return readFacts({
    jurisdiction: 'ca',
    at: '2026-11-23T18:00:00Z',
    timeZone: 'America/Los_Angeles',
    purpose: 'HPAYMT',
    actor: { kind: 'system', id: null },
    recipient: { partyId: 'plan', name: 'A plan', kind: 'health-plan', status: 'covered-entity' },
    patient: { id: patientId, birthDate: '1990-05-05' },
    records: [{ id: 'claim', class: 'claim', programId: 'P', part2: 'yes', labels: ['part2'], date: '2026-11-20' }],
  });
}

const keep = action('decision.keep-for-a-test', async (tx, asked: ReturnType<typeof facts>) => {
  tx.touch({ kind: 'decision', patientId: asked.patient.id });
  const id = newId<'Decision'>();
  await keepDecisions(tx, [{ id, facts: asked, decision: decide(asked) }]);
  return id;
});

function kept(clinic: Clinic, actor: Actor, patientId: string): Promise<string> {
  return perform(clinic.product.workshop, { actor, purpose: 'HOPERAT', traceId: 'test' }, keep, facts(patientId));
}

test('a stored decision gives the same hash and the same decision again, to who reviews and to nobody else', async ({ clinic }) => {
  const patientId = Object.values(clinic.ids.patients)[0] as string;
  const id = await kept(clinic, systemActor, patientId);
  const officer = await clinic.as('privacy-officer');
  const { status, body } = await officer.get<{ sameHash: boolean; sameDecision: boolean; samePolicy: boolean; decision: { reason: string } }>(`/decisions/${id}/replay`);
  expect({ status, ...body }).toMatchObject({ status: 200, sameHash: true, sameDecision: true, samePolicy: true, decision: { reason: 'NO_CONSENT' } });
  expect((await (await clinic.as('therapist')).get(`/decisions/${id}/replay`)).status).toBe(403);
  const tamper = `update privacy.decision set facts = jsonb_set(facts, '{purpose}', '"TREAT"') where id = $1`;
  await expect(clinic.sql('owner', tamper, [id])).rejects.toThrow('only ever added');
  await clinic.sql('owner', `alter table privacy.decision disable trigger decided_stays_decided`);
  await clinic.sql('owner', tamper, [id]);
  const tampered = await officer.get<{ sameHash: boolean; sameDecision: boolean }>(`/decisions/${id}/replay`);
  expect(tampered.body).toMatchObject({ sameHash: false, sameDecision: false });
});

test('the application cannot change a stored decision', async ({ clinic }) => {
  const patientId = Object.values(clinic.ids.patients)[0] as string;
  await kept(clinic, systemActor, patientId);
  await expect(clinic.sql('app', `update privacy.decision set outcome = 'permit'`)).rejects.toThrow('permission denied');
  await expect(clinic.sql('app', `delete from privacy.decision`)).rejects.toThrow('permission denied');
  expect(await clinic.sql('app', `select * from privacy.decision`)).toEqual([]);
});
