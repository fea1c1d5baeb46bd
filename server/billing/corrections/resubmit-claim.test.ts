import { expect } from 'vitest';
import type { z } from 'zod';
import { clinicTest as test } from '#testing/clinic.ts';
import { claimAcknowledgementText } from '../testing/acknowledgement-text.ts';
import type { Timeline } from '../claims/claims.contract.ts';
import { builtClaims, claimNow, handIn, owed, remit } from '../testing/claim-story.ts';
import type { ResubmittedClaimReply, VoidedClaimReply } from './corrections.contract.ts';

const denied = { charge: 15_000, paid: 0, status: '4', adjustments: [['CO', '197', 15_000]] } as const;
const paid = {
  charge: 15_000,
  paid: 9_000,
  adjustments: [
    ['CO', '45', 4_000],
    ['PR', '2', 2_000],
  ],
} as const;

test('a returned claim gives its charge back with the reason, and goes out again as an original under a new number', async ({ clinic }) => {
  const { biller, claims } = await builtClaims(clinic);
  const [claim] = claims;
  if (!claim) throw new Error('no claim');
  await clinic.sql('owner', `update billing.claim set state = 'sent'`);
  await handIn(clinic, claimAcknowledgementText([{ number: claim.number, status: 'A7:164' }]), 'answer.277');
  const held = await biller.get('/charges?state=held');
  expect(held.body.items).toMatchObject([{ holds: [{ code: 'claim.rejected', says: expect.stringContaining('277CA A7:164') }] }]);
  const before = await claimNow(clinic, claim.id);
  expect(before).toMatchObject({ state: 'rejected', resubmission: { frequency: '1', obstacle: null } });

  const { status, body } = await biller.post<ResubmittedClaimReply>(`/claims/${claim.id}/resubmission`, { priorAuthorization: 'AUTH-77' });
  expect(status, JSON.stringify(body)).toBe(200);
  expect(body).toMatchObject({ frequency: '1', holds: [], batchId: null });
  const again = await claimNow(clinic, body.claimId ?? '');
  expect(again).toMatchObject({ state: 'built', frequency: '1', originalNumber: null, priorAuthorization: 'AUTH-77' });
  expect(again.number).not.toBe(claim.number);
  expect(await owed(clinic)).toEqual({ patientCents: 0, insuranceCents: 15_000 });
  const story = await biller.get(`/claims/${claim.id}/timeline`);
  expect(story.body.items.at(-1)).toMatchObject({ kind: 'resubmitted', says: expect.stringContaining(again.number) });
  const audit = await clinic.sql('owner', `select actor_name, fields from audit.entry where action = 'claim.resubmit'`);
  expect(audit).toMatchObject([{ fields: ['state', 'priorAuthorization', 'referralNumber'] }]);
});

test('a denied claim is replaced under the number the payer gave it, and what is paid then is posted', async ({ clinic }) => {
  const { biller, claims } = await builtClaims(clinic);
  const [claim] = claims;
  if (!claim) throw new Error('no claim');
  await remit(clinic, { claims: [{ number: claim.number, payerNumber: 'ICN1', ...denied }] });
  const { body } = await biller.post<ResubmittedClaimReply>(`/claims/${claim.id}/resubmission`, { priorAuthorization: 'AUTH-78', reason: 'The authorization came' });
  expect(body).toMatchObject({ frequency: '7', holds: [] });
  const next = await claimNow(clinic, body.claimId ?? '');
  expect(next).toMatchObject({
    frequency: '7',
    originalNumber: 'ICN1',
    corrects: { number: claim.number },
    because: 'The authorization came',
    priorAuthorization: 'AUTH-78',
  });
  expect(await claimNow(clinic, claim.id)).toMatchObject({ state: 'replaced', resubmission: null });
  await remit(clinic, { trace: 'T2', control: 2, claims: [{ number: next.number, payerNumber: 'ICN2', ...paid }] });
  expect(await claimNow(clinic, next.id)).toMatchObject({ state: 'paid', paidCents: 9_000 });
  expect(await owed(clinic)).toEqual({ patientCents: 2_000, insuranceCents: 0 });
});

const takenBack = {
  charge: -15_000,
  paid: -9_000,
  status: '22',
  adjustments: [
    ['CO', '45', -4_000],
    ['PR', '2', -2_000],
  ],
} as const;

test('a correction of a paid claim is posted only once the payer has taken the first payment back', async ({ clinic }) => {
  const { biller, claims } = await builtClaims(clinic);
  const [claim] = claims;
  if (!claim) throw new Error('no claim');
  await remit(clinic, { claims: [{ number: claim.number, payerNumber: 'ICN1', ...paid }] });
  const { body } = await biller.post<ResubmittedClaimReply>(`/claims/${claim.id}/resubmission`, { reason: 'Wrong modifier' });
  const decision = { number: body.number ?? '', payerNumber: 'ICN2', charge: 15_000, paid: 15_000 };
  const early = await remit(clinic, { trace: 'T2', control: 2, claims: [decision] });
  expect(early).toMatchObject({ state: 'quarantined', reason: expect.stringContaining('has not taken back yet') });
  const reversal = { number: claim.number, payerNumber: 'ICN1', ...takenBack };
  expect(await remit(clinic, { trace: 'T3', control: 3, claims: [reversal, decision] })).toMatchObject({ state: 'posted', paymentCents: 6_000 });
  expect(await claimNow(clinic, claim.id)).toMatchObject({ state: 'replaced', paidCents: 0 });
  expect(await owed(clinic)).toEqual({ patientCents: 0, insuranceCents: 0 });
});

test('what is still on its way or not the biller’s to send is refused with words', async ({ clinic }) => {
  const { biller, claims } = await builtClaims(clinic);
  const path = `/claims/${claims[0]?.id}/resubmission`;
  expect(await biller.post(path)).toMatchObject({ status: 409, body: { code: 'claim.not-resubmittable' } });
  await clinic.sql('owner', `update billing.claim set state = 'denied'`);
  expect(await biller.post(path)).toMatchObject({ status: 422, body: { code: 'claim.no-payer-number' } });
  expect((await (await clinic.as('therapist')).post(path)).status).toBe(403);
});

test('a correction that still lacks something stays with the held charges and says what', async ({ clinic }) => {
  const { biller, claims } = await builtClaims(clinic);
  const [claim] = claims;
  await clinic.sql('owner', `update billing.claim set state = 'sent'`);
  await handIn(clinic, claimAcknowledgementText([{ number: claim?.number ?? '', status: 'A3:33' }]), 'answer.277');
  await clinic.sql('owner', 'update billing.payer set active = false');
  const { body } = await biller.post<ResubmittedClaimReply>(`/claims/${claim?.id}/resubmission`);
  expect(body).toMatchObject({ claimId: null, number: null, holds: [{ code: 'charge.payer-inactive' }] });
  expect((await biller.get('/charges?state=held')).body.items).toHaveLength(1);
});

test('a copayment taken on the day of service is told on the claim, once, and not after it was taken back', async ({ clinic }) => {
  const frontDesk = await clinic.as('front-desk');
  const { biller, claims } = await builtClaims(clinic, 2);
  const payment = await frontDesk.post(`/patients/${clinic.ids.patients.outpatient}/payments`, { amountCents: 2_500, method: 'cash' });
  expect(payment.status, JSON.stringify(payment.body)).toBeLessThan(300);
  const told = async () => {
    await clinic.sql('owner', `update billing.claim set state = 'rejected'`);
    await clinic.sql('owner', `update billing.charge set state = 'held', holds = '[]'`);
    for (const { id } of (await biller.get('/claims?state=rejected')).body.items) await biller.post(`/claims/${id}/resubmission`);
    const rows = await clinic.sql('owner', `select (facts ->> 'patientPaidCents')::integer as paid from billing.claim where state = 'built' order by paid`);
    return rows.map(({ paid }) => paid);
  };
  expect(claims).toHaveLength(2);
  expect(await told()).toEqual([0, 2_500]);
  await (await clinic.as('biller')).post(`/postings/${payment.body.id}/reversal`, { reason: 'Wrong patient' });
  expect(await told()).toEqual([0, 0]);
});

test('a paid claim is voided with a reason, is worth nothing once the payer took it back, and can be billed anew; a claim at the wrong plan waits for the right one; a correction before the decision waits for it', async ({
  clinic,
}) => {
  const { biller, claims } = await builtClaims(clinic, 3);
  const [first, second, third] = claims;
  if (!first || !second || !third) throw new Error('no claims');
  await clinic.sql('owner', `update billing.claim set state = 'sent'`);
  await handIn(clinic, claimAcknowledgementText([{ number: third.number, status: 'A2:20', payerNumber: 'ICN3' }], 11), 'taken.277');
  await remit(clinic, { claims: [first, second].map(({ number }, place) => ({ number, payerNumber: `ICN${place + 1}`, ...paid })) });
  expect(await claimNow(clinic, first.id)).toMatchObject({ state: 'paid', voiding: { obstacle: null, says: expect.stringContaining('ICN1') } });
  const path = `/claims/${first.id}/void`;
  expect(await biller.post(path, { reason: 'twice', because: '' })).toMatchObject({ status: 400, body: { errors: [{ at: 'because' }] } });
  expect((await (await clinic.as('therapist')).post(path, { reason: 'twice', because: 'Billed before' })).status).toBe(403);
  expect(await biller.post(`/claims/${first.id}/resubmission`)).toMatchObject({ status: 422, body: { code: 'claim.reason-missing' } });

  const { body: sent } = await biller.post<VoidedClaimReply>(path, { reason: 'twice', because: 'Billed before under another note' });
  const voided = await claimNow(clinic, sent.claimId);
  expect(voided).toMatchObject({
    state: 'built',
    frequency: '8',
    originalNumber: 'ICN1',
    corrects: { number: first.number },
    because: 'Billed before under another note',
  });
  expect(await claimNow(clinic, first.id)).toMatchObject({
    state: 'voided',
    paidCents: 9_000,
    correctedWith: { number: sent.number, frequency: '8' },
    voiding: null,
    resubmission: { frequency: '1', obstacle: expect.stringContaining('duplicate') },
  });
  expect(await biller.post(path, { reason: 'twice', because: 'Again' })).toMatchObject({ status: 409, body: { code: 'claim.not-voidable' } });
  // Worth nothing by now, while the payer's money is still here: two claims that stand for 15,000 each, one paid without a claim.
  expect(await owed(clinic)).toEqual({ patientCents: 4_000, insuranceCents: 0 });

  // The void itself is returned: it goes out once more as a void, and its charge stays as it is.
  await clinic.sql('owner', `update billing.claim set state = 'sent' where id = $1`, [sent.claimId]);
  await handIn(clinic, claimAcknowledgementText([{ number: sent.number, status: 'A7:464' }], 12), 'void.277');
  expect((await biller.get('/charges?state=held')).body.items).toEqual([]);
  const { body: again } = await biller.post<ResubmittedClaimReply>(`/claims/${sent.claimId}/resubmission`);
  expect(again).toMatchObject({ frequency: '8', holds: [] });
  const recouped = { trace: 'T2', control: 2, payment: 0, providerAdjustments: [['FB', -9_000]], claims: [{ number: again.number ?? '', ...takenBack }] } as const;
  expect(await remit(clinic, recouped)).toMatchObject({ state: 'posted', paymentCents: 0 });
  expect(await claimNow(clinic, again.claimId ?? '')).toMatchObject({ state: 'done', paidCents: 0 });
  expect(await claimNow(clinic, first.id)).toMatchObject({ state: 'voided', paidCents: 0, patientCents: 0, resubmission: { frequency: '1', obstacle: null } });
  expect(await owed(clinic)).toEqual({ patientCents: 2_000, insuranceCents: 15_000 });
  const { items } = (await biller.get<z.infer<typeof Timeline>>(`/claims/${first.id}/timeline`)).body;
  expect(items.slice(-3).map(({ kind }) => kind)).toEqual(['voided', 'voided', 'reversed']);

  // Billed after all: a new original.
  const { body: anew } = await biller.post<ResubmittedClaimReply>(`/claims/${first.id}/resubmission`);
  expect(anew).toMatchObject({ frequency: '1', holds: [] });
  expect(await owed(clinic)).toEqual({ patientCents: 2_000, insuranceCents: 30_000 });

  await biller.post(`/claims/${second.id}/void`, { reason: 'wrong-payer', because: 'Another plan comes first' });
  expect((await biller.get('/charges?state=held')).body.items).toMatchObject([{ holds: [{ code: 'claim.voided', says: expect.stringContaining('Note the coverage') }] }]);

  // Replaced while the payer was still looking at it: what it decides first is posted, and the correction once that is taken back.
  const { body: replaced } = await biller.post<ResubmittedClaimReply>(`/claims/${third.id}/resubmission`, { reason: 'Wrong place of service' });
  expect(replaced).toMatchObject({ frequency: '7' });
  expect(await remit(clinic, { trace: 'T3', control: 3, claims: [{ number: third.number, payerNumber: 'ICN3', ...paid }] })).toMatchObject({ state: 'posted' });
  expect(await claimNow(clinic, third.id)).toMatchObject({ state: 'replaced', paidCents: 9_000 });
  const corrected = { number: replaced.number ?? '', payerNumber: 'ICN4', charge: 15_000, paid: 15_000 };
  await remit(clinic, { trace: 'T4', control: 4, claims: [{ number: third.number, payerNumber: 'ICN3', ...takenBack }, corrected] });
  expect(await claimNow(clinic, replaced.claimId ?? '')).toMatchObject({ state: 'paid', paidCents: 15_000, corrects: { number: third.number } });
  expect(await claimNow(clinic, third.id)).toMatchObject({ state: 'replaced', paidCents: 0 });
  const [ledger] = await clinic.sql('owner', 'select coalesce(sum(amount_cents), 0)::integer as cents from billing.entry');
  expect(ledger).toEqual({ cents: 0 });
});
