import type { Client, Clinic } from './clinic.ts';

/** Fails with the answer when a call did not succeed. */
export async function done<Body>(reply: Promise<{ status: number; body: Body }>): Promise<Body> {
  const { status, body } = await reply;
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
}

/** Words of the signed note below, to look for in what leaves. */
export const narrative = 'She has not used for two weeks';

/** An hour of therapy that began then, with its note signed by the therapist and its charge made. Answers the id of the note. */
export async function signedNoteOf(clinic: Clinic, patientId: string, programId: string, startsAt: string): Promise<string> {
  // Signed in anew: in a long story the session of the beginning has ended.
  const therapist = await clinic.again('therapist');
  const booked = { patientId, programId, clinicianId: clinic.ids.staff.therapist, typeCode: 'therapy-50', startsAt };
  const appointment = await done(therapist.post('/appointments', booked));
  const draft = await done(therapist.post('/drafts', { appointmentId: appointment.id }));
  const words = { goal: 'Stay sober.', data: narrative, assessment: 'Improving.', plan: 'Again next week.' };
  const sections = Object.fromEntries(Object.entries(words).map(([key, text]) => [key, { text, baseVersion: 1, sequence: 1 }]));
  await done(therapist.patch(`/drafts/${draft.id}`, { deviceId: 'laptop', sections, header: { risk: 'denied' } }));
  const note = await done(therapist.post(`/drafts/${draft.id}/signature`));
  await clinic.settleJobs();
  return note.id;
}

/** A diagnosis and a signed note of the Part 2 program for its patient, written by its therapist. Answers their ids. */
export async function recordsOfIop(clinic: Clinic): Promise<{ patientId: string; programId: string; diagnosisId: string; noteId: string }> {
  const [patientId, programId] = [clinic.ids.patients.iop, clinic.ids.programs.iop];
  const therapist = await clinic.as('therapist');
  const diagnosis = await done(therapist.post(`/patients/${patientId}/diagnoses`, { programId, code: 'F10.20' }));
  const noteId = await signedNoteOf(clinic, patientId, programId, '2026-11-23T17:00:00Z');
  return { patientId, programId, diagnosisId: diagnosis.id, noteId };
}

/** The consent to treatment, payment and operations on which the Part 2 program may disclose. */
export async function tpoConsentOf(client: Client, patientId: string): Promise<string> {
  const { items } = await done(client.get(`/patients/${patientId}/consents`));
  return String(items.find(({ kind, state }: { kind: string; state: string }) => kind === 'tpo' && state === 'active').id);
}
