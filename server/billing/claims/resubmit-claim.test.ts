import { expect } from 'vitest';
import { clinicTest as test } from '#testing/clinic.ts';
import { claimAcknowledgementText } from '../testing/acknowledgement-text.ts';
import { builtClaims, claimNow, handIn, owed, remit } from '../testing/claim-story.ts';
import type { ResubmittedClaimReply } from './claims.contract.ts';

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
  const { body } = await biller.post<ResubmittedClaimReply>(`/claims/${claim.id}/resubmission`, { priorAuthorization: 'AUTH-78' });
  expect(body).toMatchObject({ frequency: '7', holds: [] });
  const next = await claimNow(clinic, body.claimId ?? '');
  expect(next).toMatchObject({ frequency: '7', originalNumber: 'ICN1', priorAuthorization: 'AUTH-78' });
  expect(await claimNow(clinic, claim.id)).toMatchObject({ state: 'replaced', resubmission: null });
  await remit(clinic, { trace: 'T2', control: 2, claims: [{ number: next.number, payerNumber: 'ICN2', ...paid }] });
  expect(await claimNow(clinic, next.id)).toMatchObject({ state: 'paid', paidCents: 9_000 });
  expect(await owed(clinic)).toEqual({ patientCents: 2_000, insuranceCents: 0 });
});

test('a correction of a paid claim is posted only once the payer has taken the first payment back', async ({ clinic }) => {
  const { biller, claims } = await builtClaims(clinic);
  const [claim] = claims;
  if (!claim) throw new Error('no claim');
  await remit(clinic, { claims: [{ number: claim.number, payerNumber: 'ICN1', ...paid }] });
  const { body } = await biller.post<ResubmittedClaimReply>(`/claims/${claim.id}/resubmission`);
  const decision = { number: body.number ?? '', payerNumber: 'ICN2', charge: 15_000, paid: 15_000 };
  const early = await remit(clinic, { trace: 'T2', control: 2, claims: [decision] });
  expect(early).toMatchObject({ state: 'quarantined', reason: expect.stringContaining('has not taken back yet') });
  const reversal = {
    number: claim.number,
    payerNumber: 'ICN1',
    charge: -15_000,
    paid: -9_000,
    status: '22',
    adjustments: [
      ['CO', '45', -4_000],
      ['PR', '2', -2_000],
    ],
  } as const;
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
