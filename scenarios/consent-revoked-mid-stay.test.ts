import { expect } from 'vitest';
import { clinicTest, type Client, type Clinic } from '#testing/clinic.ts';
import { openMailbox } from '#testing/mailbox.ts';
import { done, recordsOfIop, signedNoteOf, tpoConsentOf } from '#testing/released-records.ts';

interface Rehearsal {
  readonly packetId: string | null;
  readonly outcome: string;
  readonly reason: string;
}

const treatment = (officer: Client, patientId: string, partyId: string) =>
  done<Rehearsal>(officer.post('/packets', { patientId, partyId, lane: 'treatment', classes: ['diagnosis', 'progress-note'] }));

async function knownDoctor(clinic: Clinic, patientId: string, programId: string): Promise<string> {
  const partyId = clinic.ids.parties['Cedar Family Medicine'] ?? '';
  await done((await clinic.as('privacy-officer')).post(`/parties/${partyId}/treatments`, { patientId, programId, verifiedHow: 'Named by the patient, called back' }));
  return partyId;
}

/** What the plan is sent of the services that are ready: how many claims were built, how many held back. */
async function builds(clinic: Clinic): Promise<{ built: number; held: number }> {
  return done((await clinic.again('biller')).post<{ built: number; held: number }>('/claims/builds'));
}

async function emergency(clinic: Clinic, patientId: string, facts: object): Promise<Partial<Rehearsal>> {
  const partyId = clinic.ids.parties["St. Mary's Emergency Department"] ?? '';
  const asked = { patientId, partyId, lane: 'emergency', classes: ['diagnosis'], facts };
  const { status, body } = await (await clinic.again('privacy-officer')).post<Rehearsal>('/packets', asked);
  return status === 200 ? body : { packetId: null };
}

clinicTest('a consent is taken back in the middle of a stay: what went stands, nothing more goes, care and the emergency door go on', async ({ clinic }) => {
  const mailbox = await openMailbox(clinic);
  try {
    const { patientId, programId } = await recordsOfIop(clinic);
    const doctor = await knownDoctor(clinic, patientId, programId);
    const consentId = await tpoConsentOf(await clinic.as('front-desk'), patientId);

    // The first fortnight: the doctor is told, the plan is billed.
    const told = await treatment(await clinic.as('privacy-officer'), patientId, doctor);
    expect(told).toMatchObject({ outcome: 'permit', reason: 'TPO_OK' });
    await done((await clinic.as('privacy-officer')).post(`/packets/${told.packetId}/release`, { channel: 'mail' }));
    await clinic.settleJobs();
    expect(mailbox.letters()).toHaveLength(1);
    expect(await builds(clinic)).toMatchObject({ built: 1, held: 0 });

    clinic.advance({ hours: 24 * 14 });
    await signedNoteOf(clinic, patientId, programId, '2026-12-07T16:00:00Z');
    const queued = await treatment(await clinic.again('privacy-officer'), patientId, doctor);
    await done((await clinic.again('privacy-officer')).post(`/packets/${queued.packetId}/release`, { channel: 'mail' }));
    await done((await clinic.again('front-desk')).post(`/consents/${consentId}/revocation`, { how: 'letter', words: 'I take this back.' }));
    await clinic.settleJobs();

    // What waited stayed; the later service waits for a person; nobody may ask again.
    expect(mailbox.letters()).toHaveLength(1);
    expect(await builds(clinic)).toMatchObject({ built: 0, held: 1 });
    expect(await treatment(await clinic.again('privacy-officer'), patientId, doctor)).toMatchObject({ packetId: null, outcome: 'deny', reason: 'REVOKED' });

    // Care goes on inside the program, and what left is still accounted for.
    expect((await (await clinic.again('therapist')).get(`/patients/${patientId}/notes`)).body.items).toHaveLength(2);
    const accounting = await done((await clinic.again('privacy-officer')).get<{ items: { recipientName: string }[] }>(`/patients/${patientId}/accounting`));
    expect(accounting.items.filter(({ recipientName }) => recipientName === 'Cedar Family Medicine')).toHaveLength(1);

    // The emergency door needs no consent but its five facts (42 CFR 2.51(c)).
    expect(await emergency(clinic, patientId, {})).toMatchObject({ packetId: null });
    const opened = await emergency(clinic, patientId, {
      recipientName: 'Dr. Ines Roe',
      recipientFacility: "St. Mary's",
      discloserName: 'Judith Cox',
      nature: 'Found unconscious',
      consentUnobtainable: 'yes',
    });
    expect(opened).toMatchObject({ outcome: expect.stringMatching(/permit|redact/) });
    expect(opened.packetId).not.toBeNull();
  } finally {
    await mailbox.close();
  }
});
