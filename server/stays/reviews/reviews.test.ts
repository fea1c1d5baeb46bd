import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { clinicTest as test } from '#testing/clinic.ts';
import type { Aftercare } from '../aftercare/aftercare.contract.ts';
import type { Teds } from '../teds/teds.contract.ts';
import type { Reviews } from './reviews.contract.ts';

const done = async <Body = any>(reply: Promise<{ status: number; body: Body }>): Promise<Body> => {
  const { status, body } = await reply;
  expect(status, JSON.stringify(body)).toBeLessThan(300);
  return body;
};

test('a review falls due by the clock of the program or of the payer, a signed one moves it; TEDS of one stay pairs admission and discharge; strangers see none of it', async ({
  clinic,
}) => {
  const { programs, patients, payers, staff } = clinic.ids;
  const [programId, patientId] = [programs.residential, patients.residential];
  const nurse = await clinic.as('nurse');
  const { id: episodeId } = await done(nurse.post('/episodes', { patientId, programId, referredOn: '2026-11-08', source: 'court' }));
  await done(nurse.post(`/episodes/${episodeId}/admission`, { on: '2026-11-10' }));
  const review = async () => (await done(nurse.get<Reviews>(`/stays/reviews?programId=${programId}`))).items.find((one) => one.episodeId === episodeId);
  // Fourteen days of a residential level, unless the payer has approved less.
  expect(await review()).toMatchObject({ dueOn: '2026-11-24', because: 'program', state: 'soon', reviewDays: 14, lastReviewOn: null, authorizedThrough: null });
  const approved = { state: 'approved', number: 'R-1', counts: 'days', allowed: 14, validFrom: '2026-11-10', validThrough: '2026-11-24' };
  await done(nurse.post(`/patients/${patientId}/authorizations`, { id: randomUUID(), programId, payerId: Object.values(payers)[0], ...approved }));
  expect(await review()).toMatchObject({ dueOn: '2026-11-21', because: 'payer', state: 'overdue', authorizedThrough: '2026-11-24' });
  // The note is the review: what the table holds is the signature, so a row like that of a signed note is enough here.
  await clinic.sql(
    'owner',
    `insert into charting.note (id, patient_id, program_id, kind, template_id, title, content, seal_version, digest, signed_by, signed_at)
     select uuidv7(), $1, $2, 'note', v.id, 'Review', '{}', 1, repeat('0', 64), $3, '2026-11-23T17:30:00Z' from charting.template_version v where v.code = 'asam-continued-stay' limit 1`,
    [patientId, programId, staff.nurse],
  );
  expect(await review()).toMatchObject({ lastReviewOn: '2026-11-23', because: 'payer', dueOn: '2026-11-21' });

  const teds = async () => done(nurse.get<Teds>(`/episodes/${episodeId}/teds`));
  expect((await teds()).derived).toEqual({ referral: '07', daysWaiting: 2, reason: null });
  const answers = { 'prior-episodes': '1', education: '12', employment: '03', 'substance-1': '02', 'route-1': '01', 'frequency-1': '05', 'first-use-1': '15', moud: '2' };
  expect((await nurse.put(`/episodes/${episodeId}/teds/admission`, { answers: { ...answers, education: '99' } })).body).toMatchObject({
    obstacles: [{ at: 'answers.education' }],
  });
  const kept = await done(nurse.put<Teds>(`/episodes/${episodeId}/teds/admission`, { answers }));
  expect(kept.records[0]).toMatchObject({ moment: 'admission', missing: ['Lives', 'Arrests in the past 30 days', 'Mutual help groups in the past 30 days'] });

  expect((await nurse.put(`/episodes/${episodeId}/aftercare`, { naloxone: 'given' })).body).toMatchObject({ errors: [{ at: 'plan' }] });
  await done(nurse.put(`/episodes/${episodeId}/aftercare`, { naloxone: 'given', plan: 'Evenings at the IOP', appointment: 'December 1, 5 pm', risk: 'Low, denies' }));
  await done(nurse.post(`/episodes/${episodeId}/discharge`, { on: '2026-11-23', reason: 'left-against-advice' }));
  await clinic.settleJobs();
  expect(await review()).toBeUndefined();
  const last = { 'last-contact': '2026-11-23', employment: '03', 'substance-1': '02', 'frequency-1': '01', living: '03', arrests: '0', 'self-help': '01' };
  const after = await done(nurse.put<Teds>(`/episodes/${episodeId}/teds/discharge`, { answers: last }));
  expect(after).toMatchObject({ derived: { reason: '02' }, records: [{ answers: { education: '12' } }, { missing: [], answers: last }] });
  expect((await done(nurse.get<Aftercare>(`/episodes/${episodeId}/aftercare`))).current).toMatchObject({ plan: 'Evenings at the IOP', naloxone: 'given' });

  await clinic.sql('owner', 'delete from identity.program_membership where staff_id = $1 and program_id <> $2', [staff['otp-therapist'], programs.otp]);
  const stranger = await clinic.asStaff(staff['otp-therapist']);
  for (const path of ['teds', 'aftercare']) expect((await stranger.get(`/episodes/${episodeId}/${path}`)).status, path).toBe(404);
  expect((await done(stranger.get<Reviews>('/stays/reviews'))).items.map((one) => one.patientId)).not.toContain(patientId);
  expect((await (await clinic.as('front-desk')).get(`/episodes/${episodeId}/teds`)).status).toBe(403);
  for (const table of ['teds', 'aftercare']) expect(await clinic.sql('app', `select id from stays.${table}`), table).toEqual([]);
  await expect(clinic.sql('app', "update stays.teds set answers = '{}'")).rejects.toThrow(/permission denied/);
});
