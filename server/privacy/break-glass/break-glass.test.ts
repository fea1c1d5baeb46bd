import { describe, expect } from 'vitest';
import { clinicTest as test, type Client, type Clinic } from '#testing/clinic.ts';

const whole = {
  recipientName: 'Dr. Ines Falk',
  recipientAffiliation: "St. Mary's Hospital",
  discloserName: 'Ana Rivera',
  disclosedAt: '2026-11-23T17:58:00Z',
  nature: 'Found unconscious, suspected overdose; dose of methadone needed',
  consentCannotBeHad: true,
  toOutside: true,
};

/** A call of somebody who holds a chart open in an emergency, as the web app makes it. */
async function inEmergency(clinic: Clinic, client: Client, patientId: string, path: string) {
  const reply = await clinic.product.http.inject({ method: 'GET', url: `/api${path}`, headers: { cookie: client.cookie, 'mooring-emergency': patientId } });
  return { status: reply.statusCode, body: reply.json() as any };
}

/** A second therapist of outpatient stands before the chart of somebody whom only the OTP knows. */
async function atTheDoor(clinic: Clinic) {
  const patientId = clinic.ids.patients.otp;
  await clinic.sql(
    'owner',
    `insert into patients.alert (patient_id, program_id, kind, severity, says, since) values ($1, $2, 'clinical', 'danger', 'Methadone 80 mg', now())`,
    [patientId, clinic.ids.programs.otp],
  );
  return { patientId, therapist: await clinic.as('second-therapist') };
}

describe('finding somebody in an emergency', () => {
  test('takes the record number, or the full name with the birth date', async ({ clinic }) => {
    const { patientId, therapist } = await atTheDoor(clinic);
    const [person = {}] = await clinic.sql('owner', `select mrn, given_name, family_name, birth_date::text from patients.patient where id = $1`, [patientId]);
    const found = async (said: object) => (await therapist.post('/emergency-searches', said)).body;
    const expected = { items: [expect.objectContaining({ id: patientId, mrn: person['mrn'] })] };
    expect(await found({ mrn: person['mrn'] })).toEqual(expected);
    expect(await found({ givenName: person['given_name'].toUpperCase(), familyName: ` ${person['family_name']}`, birthDate: person['birth_date'] })).toEqual(expected);
  });

  test('answers the same bytes for nobody, for half a name, and for a name without its birth date', async ({ clinic }) => {
    const { patientId, therapist } = await atTheDoor(clinic);
    const [person = {}] = await clinic.sql('owner', `select mrn, given_name, family_name, birth_date::text from patients.patient where id = $1`, [patientId]);
    const { given_name: givenName, family_name: familyName, birth_date: birthDate, mrn } = person;
    const replies = [];
    for (const said of [
      { mrn: '99999990' },
      { mrn: String(mrn).slice(0, -1) },
      { givenName, familyName },
      { familyName, birthDate },
      { givenName: givenName.slice(0, 2), familyName, birthDate },
      { givenName, familyName, birthDate: '1901-01-01' },
      {},
    ]) {
      const reply = await therapist.post('/emergency-searches', said);
      replies.push(`${reply.status} ${reply.bytes.toString()}`);
    }
    expect(new Set(replies)).toEqual(new Set(['200 {"items":[]}']));
  });
});

describe('breaking the glass', () => {
  test.for(['recipientName', 'recipientAffiliation', 'discloserName', 'disclosedAt', 'nature'] as const)(
    'with %s left blank opens nothing, and the attempt stands in the audit',
    async (blank, { clinic }) => {
      const { patientId, therapist } = await atTheDoor(clinic);
      const refused = await therapist.post(`/patients/${patientId}/emergencies`, { ...whole, [blank]: ' ' });
      expect(refused.status).toBe(422);
      expect(refused.body).toMatchObject({ code: 'emergency.incomplete', obstacles: [{ at: blank }] });
      expect((await inEmergency(clinic, therapist, patientId, `/patients/${patientId}`)).status).toBe(404);
      expect(await clinic.sql('owner', 'select * from privacy.emergency_access')).toEqual([]);
      expect(await clinic.sql('owner', `select * from privacy.access_grant where kind = 'break-glass'`)).toEqual([]);
      const { body } = await (await clinic.as('privacy-officer')).get(`/patients/${patientId}/accesses`);
      expect(body.items).toContainEqual(expect.objectContaining({ action: 'emergency.open', outcome: 'failed', reason: 'emergency.incomplete' }));
    },
  );

  test('opens the chart for its hour and no longer, for that person and that purpose only', async ({ clinic }) => {
    const { patientId, therapist } = await atTheDoor(clinic);
    expect((await therapist.get(`/patients/${patientId}/banner`)).status).toBe(404);
    const opened = await therapist.post(`/patients/${patientId}/emergencies`, whole);
    expect(opened.body).toMatchObject({ patientId, endsAt: '2026-11-23T19:00:00Z' });
    const banner = await inEmergency(clinic, therapist, patientId, `/patients/${patientId}/banner`);
    expect(banner.body.alerts).toMatchObject([{ says: 'Methadone 80 mg' }]);
    // Without the word of an emergency it is an ordinary request, and so it is for another patient.
    expect((await therapist.get(`/patients/${patientId}/banner`)).status).toBe(404);
    expect((await inEmergency(clinic, therapist, patientId, `/patients/${clinic.ids.patients.iop}/banner`)).status).toBe(404);
    expect((await inEmergency(clinic, await clinic.as('case-manager'), patientId, `/patients/${clinic.ids.patients.residential}`)).status).not.toBe(500);
    clinic.advance({ minutes: 59, seconds: 59 });
    expect((await inEmergency(clinic, await clinic.again('second-therapist'), patientId, `/patients/${patientId}/banner`)).status).toBe(200);
    clinic.advance({ seconds: 1 });
    expect((await inEmergency(clinic, await clinic.again('second-therapist'), patientId, `/patients/${patientId}/banner`)).status).toBe(404);
  });

  test('leaves no one else in, and each look stands in the audit as one of an emergency', async ({ clinic }) => {
    const { patientId, therapist } = await atTheDoor(clinic);
    await therapist.post(`/patients/${patientId}/emergencies`, whole);
    await inEmergency(clinic, therapist, patientId, `/patients/${patientId}/alerts`);
    expect((await inEmergency(clinic, await clinic.as('therapist'), patientId, `/patients/${patientId}/banner`)).status).toBe(404);
    const { body } = await (await clinic.as('privacy-officer')).get(`/patients/${patientId}/accesses`);
    const looks = body.items.filter(({ purpose, outcome }: { purpose: string; outcome: string }) => purpose === 'ETREAT' && outcome === 'done');
    expect(looks.map(({ action, actor }: { action: string; actor: { id: string } }) => [action, actor.id])).toEqual([
      ['patient.list-alerts', clinic.ids.staff['second-therapist']],
      ['emergency.open', clinic.ids.staff['second-therapist']],
    ]);
  });

  test('writes the five facts into the chart of the program whose records were opened, for good', async ({ clinic }) => {
    const { patientId, therapist } = await atTheDoor(clinic);
    await therapist.post(`/patients/${patientId}/emergencies`, whole);
    const { body } = await (await clinic.as('otp-therapist')).get(`/patients/${patientId}/emergency-records`);
    expect(body.items).toEqual([
      {
        id: expect.any(String),
        programId: clinic.ids.programs.otp,
        recipientName: whole.recipientName,
        recipientAffiliation: whole.recipientAffiliation,
        discloserName: whole.discloserName,
        disclosedAt: whole.disclosedAt,
        nature: whole.nature,
      },
    ]);
    expect(await clinic.sql('owner', `select labels from privacy.emergency_record`)).toEqual([{ labels: ['part2'] }]);
    expect((await therapist.get(`/patients/${patientId}/emergency-records`)).body.items).toEqual([]);
    for (const table of ['emergency_access', 'emergency_record']) {
      await expect(clinic.sql('owner', `update privacy.${table} set nature = 'Something else'`)).rejects.toThrow('only ever added');
      await expect(clinic.sql('owner', `delete from privacy.${table}`)).rejects.toThrow('only ever added');
      await expect(clinic.sql('app', `insert into privacy.${table} (patient_id) values (uuidv7())`)).rejects.toThrow('permission denied');
    }
  });

  test('works while jobs and mail are down: nothing of it waits in a queue', async ({ clinic }) => {
    const { patientId, therapist } = await atTheDoor(clinic);
    await clinic.sql('owner', 'revoke execute on all functions in schema graphile_worker from public, mooring_app');
    expect((await therapist.post(`/patients/${patientId}/emergencies`, whole)).status).toBe(200);
    expect((await inEmergency(clinic, therapist, patientId, `/patients/${patientId}/banner`)).status).toBe(200);
    expect((await (await clinic.as('privacy-officer')).get('/emergency-reviews')).body.items).toHaveLength(1);
  });

  test('is not for those whose role does not include it, nor for somebody who does not exist', async ({ clinic }) => {
    const { patientId } = await atTheDoor(clinic);
    for (const role of ['front-desk', 'biller', 'administrator', 'privacy-officer'] as const) {
      expect((await (await clinic.as(role)).post(`/patients/${patientId}/emergencies`, whole)).status).toBe(403);
    }
    expect((await (await clinic.as('nurse')).post('/patients/019aaaaa-0000-7000-8000-000000000000/emergencies', whole)).status).toBe(404);
  });

  test('leaves the vaults closed', async ({ clinic }) => {
    const { patientId, therapist } = await atTheDoor(clinic);
    await clinic.sql(
      'owner',
      `insert into patients.alert (patient_id, program_id, labels, kind, severity, says, since) values ($1, $2, '{psychotherapy-note}', 'clinical', 'note', 'Of the vault', now())`,
      [patientId, clinic.ids.programs.otp],
    );
    await therapist.post(`/patients/${patientId}/emergencies`, whole);
    const { body } = await inEmergency(clinic, therapist, patientId, `/patients/${patientId}/alerts`);
    expect(body.items.map(({ says }: { says: string }) => says)).toEqual(['Methadone 80 mg']);
    await expect(clinic.sql('owner', `update privacy.oversight_policy set emergency_labels = '{part2,sud-counseling-note}'`)).rejects.toThrow('vaults_stay_closed');
    await expect(clinic.sql('owner', `update privacy.access_grant set labels = '{sud-counseling-note}' where kind = 'break-glass'`)).rejects.toThrow('broken_glass');
  });

  test('cannot be had from the database without its record', async ({ clinic }) => {
    await expect(
      clinic.sql(
        'owner',
        `insert into privacy.access_grant (patient_id, grantee_staff_id, kind, reason, purposes, valid_to) values ($1, $2, 'break-glass', 'x', '{ETREAT}', now() + interval '1 hour')`,
        [clinic.ids.patients.otp, clinic.ids.staff.therapist],
      ),
    ).rejects.toThrow('broken_glass_is_written_down');
    const entry = { id: '019aaaaa-0000-7000-8000-000000000001', patientId: clinic.ids.patients.otp, staffName: 'x', ...whole };
    await expect(clinic.sql('app', 'select privacy.open_emergency($1::jsonb, $2::uuid[])', [JSON.stringify(entry), [clinic.ids.patients.otp]])).rejects.toThrow(
      'needs the permission',
    );
  });

  test('ends when its holder says so, and a stranger cannot end it', async ({ clinic }) => {
    const { patientId, therapist } = await atTheDoor(clinic);
    const { body: opened } = await therapist.post(`/patients/${patientId}/emergencies`, whole);
    clinic.advance({ seconds: 30 });
    expect((await (await clinic.as('nurse')).post(`/emergencies/${opened.id}/end`)).status).toBe(404);
    expect((await therapist.get('/emergencies')).body.items).toHaveLength(1);
    expect((await therapist.post(`/emergencies/${opened.id}/end`)).status).toBe(204);
    expect((await therapist.get('/emergencies')).body.items).toEqual([]);
    expect((await inEmergency(clinic, therapist, patientId, `/patients/${patientId}/banner`)).status).toBe(404);
  });

  test('opens the records that were merged into the person too', async ({ clinic }) => {
    const { patientId, therapist } = await atTheDoor(clinic);
    const merged = clinic.ids.patients.residential;
    await clinic.sql('owner', 'update patients.patient set merged_into = $1 where id = $2', [patientId, merged]);
    await therapist.post(`/patients/${merged}/emergencies`, whole);
    expect((await inEmergency(clinic, therapist, patientId, `/patients/${patientId}/banner`)).body.id).toBe(patientId);
  });
});

describe('the review of an emergency', () => {
  test('waits for the privacy officer, who finds it appropriate', async ({ clinic }) => {
    const { patientId, therapist } = await atTheDoor(clinic);
    const { body: opened } = await therapist.post(`/patients/${patientId}/emergencies`, whole);
    const officer = await clinic.as('privacy-officer');
    expect((await officer.get('/emergency-reviews')).body.items).toMatchObject([
      { id: opened.id, patientId, nature: whole.nature, verdict: null, dueAt: '2026-11-26T18:00:00Z' },
    ]);
    expect((await officer.post(`/emergencies/${opened.id}/review`, { verdict: 'appropriate' })).body).toEqual({ incidentId: null });
    expect((await officer.get('/emergency-reviews')).body.items).toEqual([]);
    expect((await officer.get('/emergency-reviews?state=reviewed')).body.items).toMatchObject([
      { verdict: 'appropriate', reviewedBy: clinic.ids.staff['privacy-officer'] },
    ]);
    expect((await officer.post(`/emergencies/${opened.id}/review`, { verdict: 'appropriate' })).body.code).toBe('emergency.reviewed');
  });

  test('that finds it not appropriate needs a reason and can open an incident in the same step', async ({ clinic }) => {
    const { patientId, therapist } = await atTheDoor(clinic);
    const { body: opened } = await therapist.post(`/patients/${patientId}/emergencies`, whole);
    const officer = await clinic.as('privacy-officer');
    const review = (verdict: object) => officer.post(`/emergencies/${opened.id}/review`, verdict);
    expect((await review({ verdict: 'not-appropriate' })).body.code).toBe('emergency.reason');
    const { body } = await review({ verdict: 'not-appropriate', reason: 'The patient is a neighbour', opensIncident: true });
    const { body: incident } = await officer.get(`/incidents/${body.incidentId}`);
    expect(incident).toMatchObject({ sourceKind: 'emergency-review', sourceId: opened.id, involvesPart2: true, individuals: 1, state: 'open' });
  });

  test("is nobody else's, and nobody judges their own emergency", async ({ clinic }) => {
    const { patientId, therapist } = await atTheDoor(clinic);
    const { body: opened } = await therapist.post(`/patients/${patientId}/emergencies`, whole);
    expect((await therapist.post(`/emergencies/${opened.id}/review`, { verdict: 'appropriate' })).status).toBe(403);
    await clinic.sql('owner', `insert into identity.staff_role (staff_id, role_code) values ($1, 'privacy-officer')`, [clinic.ids.staff['second-therapist']]);
    const both = await clinic.again('second-therapist');
    expect((await both.post(`/emergencies/${opened.id}/review`, { verdict: 'appropriate' })).body.code).toBe('emergency.own');
  });
});

test('the policy is decided by the privacy officer, from now on, and every decision stays on record', async ({ clinic }) => {
  const { patientId, therapist } = await atTheDoor(clinic);
  const officer = await clinic.as('privacy-officer');
  const decided = { emergencyMinutes: 15, reviewHours: 24, namesStaffToPatients: false, source: 'Privacy committee, 2026-11-23' };
  expect((await therapist.put('/oversight-policy', decided)).status).toBe(403);
  expect((await officer.put('/oversight-policy', decided)).body).toMatchObject(decided);
  expect((await therapist.post(`/patients/${patientId}/emergencies`, whole)).body.endsAt).toBe('2026-11-23T18:15:00Z');
  expect(await clinic.sql('owner', 'select 1 from privacy.oversight_policy')).toHaveLength(2);
});
