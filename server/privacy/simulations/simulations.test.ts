import { expect } from 'vitest';
import { clinicTest as test, type Clinic } from '#testing/clinic.ts';

/** A patient of the OTP with an appointment and a diagnosis there. */
async function lifeInTheOtp(clinic: Clinic): Promise<string> {
  const [patientId, programId, therapistId] = [clinic.ids.patients.otp, clinic.ids.programs.otp, clinic.ids.staff['otp-therapist']];
  const therapist = await clinic.asStaff(therapistId);
  expect((await therapist.post(`/patients/${patientId}/diagnoses`, { programId, code: 'F11.20' })).status).toBeLessThan(300);
  const booked = { patientId, programId, clinicianId: therapistId, typeCode: 'therapy-50', startsAt: '2026-11-24T16:00:00Z' };
  expect((await (await clinic.as('front-desk')).post('/appointments', booked)).status).toBeLessThan(300);
  return patientId;
}

const kept = (clinic: Clinic) =>
  clinic.sql('owner', 'select (select count(*) from privacy.decision)::int as decisions, (select count(*) from privacy.disclosure)::int as disclosures');

test('what if: the same facts decide otherwise for another actor, recipient or moment, and nothing is kept but the entry of the audit', async ({ clinic }) => {
  const patientId = await lifeInTheOtp(clinic);
  const officer = await clinic.as('privacy-officer');
  const before = await kept(clinic);
  const suppose = async (asked: object) => {
    const { status, body } = await officer.post(`/patients/${patientId}/simulations`, { purpose: 'TREAT', ...asked });
    expect(status, JSON.stringify(body)).toBe(200);
    return body;
  };
  const own = await suppose({ actor: { kind: 'staff', staffId: clinic.ids.staff['otp-therapist'] } });
  expect(own.records.map((record: { class: string; goes: boolean }) => [record.class, record.goes])).toEqual([
    ['schedule', true],
    ['diagnosis', true],
  ]);
  expect(own.chain.map(({ says }: { says: string }) => says).join(' ')).toContain('Treats the patient');
  const stranger = await suppose({ actor: { kind: 'staff', staffId: clinic.ids.staff['second-therapist'] } });
  expect(stranger.records.filter(({ goes }: { goes: boolean }) => goes)).toEqual([]);
  const self = await suppose({ actor: { kind: 'patient' }, partyId: patientId, purpose: 'PATRQT' });
  expect(self.decision.outcome).toBe('permit');
  const partyId = Object.values(clinic.ids.parties)[0];
  const outside = await suppose({ actor: { kind: 'outside' }, partyId });
  const beforeAnyConsent = await suppose({ actor: { kind: 'outside' }, partyId, at: '2020-01-01T12:00:00Z' });
  expect(beforeAnyConsent.decision.outcome).not.toBe('permit');
  expect(outside.chain.some(({ about }: { about: string }) => about === 'recipient')).toBe(true);
  expect(await kept(clinic)).toEqual(before);
  const looked = await clinic.sql(
    'owner',
    `select purpose, subject_kind, details ->> 'actor' as actor from audit.entry where action = 'decision.simulate' order by seq limit 1`,
  );
  expect(looked).toEqual([{ purpose: 'HOPERAT', subject_kind: 'simulation', actor: clinic.ids.staff['otp-therapist'] }]);
});

test('a simulation decides as the rehearsal of a release does, for every party and purpose', async ({ clinic }) => {
  const patientId = await lifeInTheOtp(clinic);
  const officer = await clinic.as('privacy-officer');
  const outcomes = new Set<string>();
  const short = ({ id, reason }: { id: string; reason?: string }) => `${id} ${reason ?? ''}`;
  for (const partyId of Object.values(clinic.ids.parties)) {
    for (const [lane, purpose] of [
      ['treatment', 'TREAT'],
      ['payment', 'HPAYMT'],
      ['operations', 'HOPERAT'],
    ]) {
      const supposed = { purpose, partyId, actor: { kind: 'staff', staffId: clinic.ids.staff['privacy-officer'] } };
      const simulated = (await officer.post(`/patients/${patientId}/simulations`, supposed)).body;
      const rehearsed = (await officer.post('/packets', { patientId, partyId, lane, classes: ['diagnosis', 'schedule'] })).body;
      expect(simulated.decision.outcome).toBe(rehearsed.outcome);
      const stays = simulated.records.filter(({ goes }: { goes: boolean }) => !goes);
      expect(stays.map(short).toSorted()).toEqual(rehearsed.withheld.map(short).toSorted());
      outcomes.add(rehearsed.outcome);
    }
  }
  expect(outcomes.size).toBeGreaterThan(1);
});
