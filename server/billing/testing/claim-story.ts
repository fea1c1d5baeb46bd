import { expect } from 'vitest';
import type { Client, Clinic } from '#testing/clinic.ts';
import type { ClaimDetailReply, ClaimReply } from '../claims/claims.contract.ts';
import type { QuarantineReply } from '../inbound/inbound.contract.ts';
import type { RemittanceReply } from '../remittances/remittances.contract.ts';
import { remittanceText, type RemittanceUnderTest } from './remittance-text.ts';

const words = { goal: 'Sleep through the night.', data: 'Slept five hours.', assessment: 'Improving.', plan: 'Again next week.' };

async function sign(clinic: Clinic, therapist: Client, startsAt: string): Promise<void> {
  const [patientId, programId] = [clinic.ids.patients.outpatient, clinic.ids.programs.outpatient];
  const appointment = await therapist.post<{ id: string }>('/appointments', {
    patientId,
    programId,
    clinicianId: clinic.ids.staff.therapist,
    typeCode: 'therapy-50',
    startsAt,
  });
  const draft = await therapist.post<{ id: string }>('/drafts', { appointmentId: appointment.body.id });
  const sections = Object.fromEntries(Object.entries(words).map(([key, text]) => [key, { text, baseVersion: 1, sequence: 1 }]));
  await therapist.patch(`/drafts/${draft.body.id}`, { deviceId: 'laptop', sections, header: { risk: 'denied' } });
  const signature = await therapist.post(`/drafts/${draft.body.id}/signature`);
  expect(signature.status, JSON.stringify(signature.body)).toBe(200);
}

async function insure(clinic: Clinic): Promise<void> {
  const { patients, payers } = clinic.ids;
  const [held] = await clinic.sql('owner', 'select count(*)::integer as n from patients.coverage where patient_id = $1', [patients.outpatient]);
  if (held?.['n'] > 0) return;
  const frontDesk = await clinic.as('front-desk');
  const { status, body } = await frontDesk.post(`/patients/${patients.outpatient}/coverages`, {
    payerId: payers['evergreen'],
    rank: 1,
    memberId: 'W123456789',
    relationship: '18',
    validFrom: '2026-01-01',
  });
  expect(status, JSON.stringify(body)).toBeLessThan(300);
}

/** Signs so many hours of therapy of one insured patient and builds a claim of each. Answers the biller and the claims. */
export async function builtClaims(clinic: Clinic, count = 1): Promise<{ biller: Client; claims: ClaimReply[] }> {
  await insure(clinic);
  const therapist = await clinic.as('therapist');
  await therapist.post(`/patients/${clinic.ids.patients.outpatient}/diagnoses`, { programId: clinic.ids.programs.outpatient, code: 'F41.1' });
  for (let hour = 0; hour < count; hour += 1) await sign(clinic, therapist, `2026-11-23T${String(8 + hour).padStart(2, '0')}:00:00Z`);
  await clinic.settleJobs();
  const biller = await clinic.as('biller');
  const built = await biller.post('/claims/builds');
  expect(built.body, JSON.stringify(built.body)).toMatchObject({ built: count, held: 0 });
  const { body } = await biller.get<{ items: ClaimReply[] }>('/claims?state=built');
  return { biller, claims: body.items.toSorted((one, other) => one.number.localeCompare(other.number)) };
}

/** Hands in any bytes as a file of a payer and lets the jobs work it. */
export async function handIn(clinic: Clinic, bytes: string, name = 'remittance.835'): Promise<{ fileId: string; state: string }> {
  const biller = await clinic.as('biller');
  const reply = await biller.upload<{ fileId: string; state: string }>('/remittances', { name, contentType: 'application/edi-x12', bytes: Buffer.from(bytes) });
  expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(300);
  await clinic.settleJobs();
  return reply.body;
}

/** Hands in a remittance and answers how it is listed. */
export async function remit(clinic: Clinic, remittance: RemittanceUnderTest): Promise<RemittanceReply | undefined> {
  await handIn(clinic, remittanceText(remittance), `${remittance.trace ?? 'T1'}.835`);
  const biller = await clinic.as('biller');
  const { body } = await biller.get<{ items: RemittanceReply[] }>('/remittances');
  return body.items.find(({ trace }) => trace === (remittance.trace ?? 'T1'));
}

/** What the biller sees of a claim now. */
export async function claimNow(clinic: Clinic, id: string): Promise<ClaimDetailReply> {
  return (await (await clinic.as('biller')).get<ClaimDetailReply>(`/claims/${id}`)).body;
}

/** What is owed for the patient of the story, in cents. */
export async function owed(clinic: Clinic): Promise<{ patientCents: number; insuranceCents: number }> {
  return (await (await clinic.as('biller')).get(`/patients/${clinic.ids.patients.outpatient}/balance`)).body;
}

/** What waits for a person. */
export async function waiting(clinic: Clinic): Promise<QuarantineReply> {
  return (await (await clinic.as('biller')).get<QuarantineReply>('/billing/quarantine')).body;
}
