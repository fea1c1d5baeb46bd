import { expect } from 'vitest';
import { clinicTest as test, type Client, type Clinic } from '#testing/clinic.ts';

/** John of the OTP, whom the psychiatry clinic of the same organisation has taken in; the OTP wrote a diagnosis and a private note about him. */
async function sharedPatient(clinic: Clinic, { appointment = true } = {}) {
  const { patients, programs, staff } = clinic.ids;
  const [patientId, programId] = [patients.otp, programs.otp];
  const [desk, counselor, psychiatrist] = [await clinic.as('front-desk'), await clinic.asStaff(staff['otp-therapist']), await clinic.as('prescriber')];
  const done = async (reply: Promise<{ status: number; body: { id: string } }>) => {
    const { status, body } = await reply;
    expect(status, JSON.stringify(body)).toBeLessThan(300);
    return body;
  };
  await done(desk.post('/episodes', { patientId, programId: programs.psychiatry, referredOn: '2026-11-20', source: 'self' }));
  const { id: diagnosisId } = await done(counselor.post(`/patients/${patientId}/diagnoses`, { programId, code: 'F11.20' }));
  const { id: vaultNoteId } = await done(counselor.post(`/patients/${patientId}/vault-notes`, { programId, text: 'Apart from the chart' }));
  if (appointment)
    await done(
      desk.post('/appointments', {
        patientId,
        programId: programs.psychiatry,
        clinicianId: staff.prescriber,
        typeCode: 'medication',
        startsAt: '2026-11-24T18:00:00Z',
      }),
    );
  const [consent] = await clinic.sql('owner', 'select id from privacy.consent where patient_id = $1', [patientId]);
  return { patientId, programId, desk, counselor, psychiatrist, diagnosisId, vaultNoteId, consentId: String(consent?.['id']) };
}

const diagnosesSeenBy = async (client: Client, patientId: string) =>
  (await client.get(`/patients/${patientId}/diagnoses`)).body.items.map(({ code }: { code: string }) => code);

test('who treats the patient in another program opens the chart on the signed consent, with notice, scope and accounting; private notes stay closed', async ({
  clinic,
}) => {
  const { patientId, programId, psychiatrist, counselor, vaultNoteId, consentId } = await sharedPatient(clinic);
  expect(await diagnosesSeenBy(psychiatrist, patientId)).toEqual([]);
  expect((await psychiatrist.get(`/patients/${patientId}/openings`)).body).toMatchObject({ items: [{ programId, open: null }] });
  const opened = await psychiatrist.post(`/patients/${patientId}/openings`, { programId });
  expect(opened.status, JSON.stringify(opened.body)).toBe(200);
  expect(opened.body).toMatchObject({ endsAt: '2026-11-24T06:00:00Z', notice: expect.stringContaining('42 CFR part 2'), scope: expect.stringContaining('may share') });
  expect(await diagnosesSeenBy(psychiatrist, patientId)).toEqual(['F11.20']);
  const notes = async (client: Client) => (await client.get(`/patients/${patientId}/vault-notes`)).body.items.map(({ id }: { id: string }) => id);
  expect([await notes(counselor), await notes(psychiatrist)]).toEqual([[vaultNoteId], []]);
  expect((await psychiatrist.get(`/patients/${patientId}/openings`)).body).toMatchObject({ items: [{ programId, open: { endsAt: '2026-11-24T06:00:00Z' } }] });
  const left = await clinic.sql(
    'owner',
    'select channel, purpose, basis, reason, rests_on, part2_accounting, hipaa_accounting, recipient_name, labels, notice_id is not null as noticed from privacy.disclosure',
  );
  expect(left).toMatchObject([
    {
      channel: 'inside',
      purpose: 'TREAT',
      basis: 'consent',
      reason: 'TPO_OK',
      rests_on: [consentId],
      part2_accounting: true,
      hipaa_accounting: false,
      labels: ['part2'],
      noticed: true,
    },
  ]);
  expect(left[0]?.['recipient_name']).toContain('Psychiatry');
  const [decision] = await clinic.sql('owner', 'select outcome, result from privacy.decision');
  expect(decision).toMatchObject({
    outcome: 'redact',
    result: {
      obligations: ['notice', 'consent-copy', 'part2-accounting', 'labels-stay', 'proceedings-ban-stays'],
      withheld: [{ recordId: 'vault', reason: 'CN_CONSENT_REQUIRED' }],
    },
  });
  clinic.advance({ hours: 12 });
  expect(await diagnosesSeenBy(await clinic.again('prescriber'), patientId)).toEqual([]);
});

test('revoking the consent shuts the open chart in the same moment, in the session that is reading it', async ({ clinic }) => {
  const { patientId, programId, psychiatrist, desk, consentId } = await sharedPatient(clinic);
  await psychiatrist.post(`/patients/${patientId}/openings`, { programId });
  expect(await diagnosesSeenBy(psychiatrist, patientId)).toEqual(['F11.20']);
  expect((await desk.post(`/consents/${consentId}/revocation`, { how: 'written-here', words: 'I take it back' })).status).toBe(204);
  expect(await diagnosesSeenBy(psychiatrist, patientId)).toEqual([]);
  expect((await psychiatrist.get(`/patients/${patientId}/openings`)).body).toEqual({ items: [] });
  expect((await psychiatrist.post(`/patients/${patientId}/openings`, { programId })).status).toBe(404);
  // What was shared before stands, and stays accounted for.
  expect(await clinic.sql('owner', 'select channel from privacy.disclosure')).toEqual([{ channel: 'inside' }]);
});

test('a restriction that is agreed to shuts it, and it does not open again', async ({ clinic }) => {
  const { patientId, programId, psychiatrist, counselor } = await sharedPatient(clinic);
  await psychiatrist.post(`/patients/${patientId}/openings`, { programId });
  const { body } = await counselor.post(`/patients/${patientId}/restrictions`, { programId, kind: 'ordinary', words: 'Not the psychiatrist', purposes: ['TREAT'] });
  expect(await diagnosesSeenBy(psychiatrist, patientId)).toEqual(['F11.20']);
  expect((await (await clinic.as('privacy-officer')).post(`/restrictions/${body.id}/answer`, { agreed: true })).status).toBe(204);
  expect(await diagnosesSeenBy(psychiatrist, patientId)).toEqual([]);
  expect((await psychiatrist.post(`/patients/${patientId}/openings`, { programId })).status).toBe(404);
});

test('without a consent, without treating, for a patient without records and for nobody the answer is the same', async ({ clinic }) => {
  const { patientId, programId, psychiatrist, desk } = await sharedPatient(clinic, { appointment: false });
  const nobody = '01990000-0000-7000-8000-000000000001';
  const answers = async (person: string) => {
    const [list, open] = [await psychiatrist.get(`/patients/${person}/openings`), await psychiatrist.post(`/patients/${person}/openings`, { programId })];
    return [list.status, list.body, open.status, { ...open.body, instance: '', traceId: '' }];
  };
  // Referred to psychiatry, but nobody there has met them yet.
  const untreated = await answers(patientId);
  expect(untreated.slice(0, 3)).toEqual([200, { items: [] }, 404]);
  expect(await answers(nobody)).toEqual(untreated);
  expect(await answers(clinic.ids.patients.psychiatry)).toEqual(untreated);
  const { programs, staff } = clinic.ids;
  const booked = { patientId, programId: programs.psychiatry, clinicianId: staff.prescriber, typeCode: 'medication', startsAt: '2026-11-24T18:00:00Z' };
  expect((await desk.post('/appointments', booked)).status).toBeLessThan(300);
  expect((await psychiatrist.get(`/patients/${patientId}/openings`)).body.items).toHaveLength(1);
  await clinic.sql('owner', `update privacy.consent set state = 'revoked', revoked_at = signed_at, revocation = '{}' where patient_id = $1`, [patientId]);
  expect(await answers(patientId)).toEqual(untreated);
});

test('the day on which a consent ends comes before its time, and a consent to some records only opens nothing', async ({ clinic }) => {
  const { patientId, programId, psychiatrist, counselor, consentId } = await sharedPatient(clinic);
  const sign = async (client: Client, asked: object) => {
    const { body } = await client.post(`/patients/${patientId}/consents`, { programId, ...asked });
    const signed = await client.post(`/consents/${body.id}/signature`, { signatures: [{ signer: 'patient', name: 'John Doe', drawing: null }] });
    expect(signed.status, JSON.stringify([body, signed.body])).toBe(204);
    return String(body.id);
  };
  const today = { kind: 'tpo', expiry: { kind: 'date', lastDay: '2026-11-23' } };
  const later = await sign(counselor, { ...today, supersedes: consentId });
  const opened = await psychiatrist.post(`/patients/${patientId}/openings`, { programId });
  // 18:00 UTC is ten in the morning in Tacoma: twelve hours would reach into the next day's first hours in UTC, not in Tacoma.
  expect(opened.body.endsAt).toBe('2026-11-24T06:00:00Z');
  clinic.advance({ hours: 3 });
  const [again, writer] = [await clinic.again('prescriber'), await clinic.again('otp-therapist')];
  expect((await again.post(`/patients/${patientId}/openings`, { programId })).body.endsAt).toBe('2026-11-24T08:00:00Z');
  const party = { kind: 'named', partyId: clinic.ids.staff.prescriber, name: 'Dr. Okafor' };
  await writer.post(`/consents/${later}/revocation`, { how: 'written-here', words: 'Not so wide' });
  await sign(writer, { kind: 'specific', recipients: [party], classes: ['diagnosis'], purposes: ['TREAT'], expiry: { kind: 'date', lastDay: '2027-01-31' } });
  expect((await again.get(`/patients/${patientId}/openings`)).body).toEqual({ items: [] });
  await sign(writer, { kind: 'specific', recipients: [party], classes: 'all', purposes: ['TREAT'], expiry: { kind: 'date', lastDay: '2027-01-31' } });
  expect((await again.get(`/patients/${patientId}/openings`)).body).toMatchObject({ items: [{ programId }] });
});
