import { describe, expect } from 'vitest';
import { clinicTest as test } from '#testing/clinic.ts';
import { builtClaims, claimNow, handIn, owed, remit, waiting } from '../testing/claim-story.ts';
import { remittanceText } from '../testing/remittance-text.ts';

const contracted = {
  paid: 9_000,
  adjustments: [
    ['CO', '45', 4_000],
    ['PR', '2', 2_000],
  ],
} as const;

describe('a remittance that balances', () => {
  test('pays the claim, writes off by contract and asks the patient for the rest', async ({ clinic }) => {
    const {
      claims: [claim],
    } = await builtClaims(clinic);
    if (!claim) throw new Error('no claim');
    expect(await owed(clinic)).toEqual({ patientCents: 0, insuranceCents: 15_000 });
    const posted = await remit(clinic, { claims: [{ number: claim.number, charge: 15_000, ...contracted }] });
    expect(posted).toMatchObject({ state: 'posted', paymentCents: 9_000, claimCount: 1, matchedCount: 1, reason: null });
    expect(await claimNow(clinic, claim.id)).toMatchObject({ state: 'paid', paidCents: 9_000, patientCents: 2_000, adjustedCents: 4_000 });
    expect(await owed(clinic)).toEqual({ patientCents: 2_000, insuranceCents: 0 });
  });

  test('never writes off a CO reason that no contract covers: it is a denial, and the insurer still owes', async ({ clinic }) => {
    const {
      claims: [claim],
    } = await builtClaims(clinic);
    if (!claim) throw new Error('no claim');
    await remit(clinic, { claims: [{ number: claim.number, charge: 15_000, paid: 0, status: '4', adjustments: [['CO', '197', 15_000]] }] });
    const judged = await claimNow(clinic, claim.id);
    expect(judged).toMatchObject({
      state: 'denied',
      adjustedCents: 0,
      judgements: [{ deniedCents: 15_000, adjustments: [{ reason: '197', says: 'No authorization' }] }],
    });
    expect(await owed(clinic)).toEqual({ patientCents: 0, insuranceCents: 15_000 });
  });

  test('takes a decision back by the exact contra entry, and the correction in the same file stands', async ({ clinic }) => {
    const {
      claims: [claim],
    } = await builtClaims(clinic);
    if (!claim) throw new Error('no claim');
    const { number } = claim;
    await remit(clinic, { claims: [{ number, charge: 15_000, ...contracted }] });
    const reversal = {
      number,
      charge: -15_000,
      paid: -9_000,
      status: '22',
      adjustments: [
        ['CO', '45', -4_000],
        ['PR', '2', -2_000],
      ],
    } as const;
    const correction = {
      number,
      charge: 15_000,
      paid: 10_000,
      adjustments: [
        ['CO', '45', 4_000],
        ['PR', '3', 1_000],
      ],
    } as const;
    expect(await remit(clinic, { trace: 'T2', control: 2, claims: [reversal, correction] })).toMatchObject({ state: 'posted', paymentCents: 1_000 });
    expect(await claimNow(clinic, claim.id)).toMatchObject({ state: 'paid', paidCents: 10_000, patientCents: 1_000, adjustedCents: 4_000 });
    expect(await owed(clinic)).toEqual({ patientCents: 1_000, insuranceCents: 0 });
    const contra = await clinic.sql('owner', `select o.kind from billing.journal r join billing.journal o on o.id = r.reversal_of`);
    expect(contra).toEqual([{ kind: 'remittance' }]);
  });

  test('keeps money that belongs to no claim of ours apart, and the cash posted is the payment to the cent', async ({ clinic }) => {
    const {
      claims: [claim],
    } = await builtClaims(clinic);
    if (!claim) throw new Error('no claim');
    const posted = await remit(clinic, {
      claims: [
        { number: claim.number, charge: 15_000, ...contracted },
        { number: 'STRANGER', charge: 500, paid: 500 },
      ],
      providerAdjustments: [['WO', 1_200]],
    });
    expect(posted).toMatchObject({ state: 'posted', paymentCents: 8_300, claimCount: 2, matchedCount: 1 });
    expect((await waiting(clinic)).unmatchedClaims).toMatchObject([{ claimNumber: 'STRANGER', paidCents: 500 }]);
    const [cash] = await clinic.sql(
      'owner',
      `select (select sum(amount_cents) from billing.entry where account = 'cash-insurance') + (select sum(amount_cents) from billing.clearing_entry where account = 'cash-insurance') as cents`,
    );
    expect(Number(cash?.['cents'])).toBe(8_300);
  });
});

describe('posted never twice', () => {
  test('the same bytes again are a duplicate', async ({ clinic }) => {
    const {
      claims: [claim],
    } = await builtClaims(clinic);
    if (!claim) throw new Error('no claim');
    const text = remittanceText({ claims: [{ number: claim.number, charge: 15_000, ...contracted }] });
    expect(await handIn(clinic, text)).toMatchObject({ state: 'received' });
    const after = await owed(clinic);
    expect(await handIn(clinic, text, 'again.835')).toMatchObject({ state: 'duplicate' });
    expect(await owed(clinic)).toEqual(after);
  });

  test('the same interchange with other bytes waits for a person', async ({ clinic }) => {
    const {
      claims: [claim],
    } = await builtClaims(clinic);
    if (!claim) throw new Error('no claim');
    const text = remittanceText({ claims: [{ number: claim.number, charge: 15_000, ...contracted }] });
    await handIn(clinic, text);
    await handIn(clinic, text.replaceAll('~\n', '~'), 'again.835');
    expect((await waiting(clinic)).files).toMatchObject([{ name: 'again.835', reason: expect.stringContaining('came before in remittance.835') }]);
    expect(await owed(clinic)).toEqual({ patientCents: 2_000, insuranceCents: 0 });
  });

  test('the same payment inside another file waits for a person', async ({ clinic }) => {
    const {
      claims: [claim],
    } = await builtClaims(clinic);
    if (!claim) throw new Error('no claim');
    const claims = [{ number: claim.number, charge: 15_000, ...contracted }];
    await remit(clinic, { claims });
    await remit(clinic, { claims, control: 2 });
    expect((await waiting(clinic)).remittances).toMatchObject([{ trace: 'T1', reason: expect.stringContaining('was posted before') }]);
    expect(await owed(clinic)).toEqual({ patientCents: 2_000, insuranceCents: 0 });
  });

  test('a second decision without a reversal waits, and is posted once the reversal has come', async ({ clinic }) => {
    const {
      claims: [claim],
    } = await builtClaims(clinic);
    if (!claim) throw new Error('no claim');
    const { number } = claim;
    await remit(clinic, { claims: [{ number, charge: 15_000, ...contracted }] });
    const second = await remit(clinic, { trace: 'T2', control: 2, claims: [{ number, charge: 15_000, paid: 15_000 }] });
    expect(second).toMatchObject({ state: 'quarantined', reason: expect.stringContaining('decided before') });
    await remit(clinic, {
      trace: 'T3',
      control: 3,
      payment: 0,
      providerAdjustments: [['FB', -9_000]],
      claims: [
        {
          number,
          charge: -15_000,
          paid: -9_000,
          status: '22',
          adjustments: [
            ['CO', '45', -4_000],
            ['PR', '2', -2_000],
          ],
        },
      ],
    });
    expect(await claimNow(clinic, claim.id)).toMatchObject({ state: 'reversed', paidCents: 0 });
    const retried = await (await clinic.as('biller')).post(`/remittances/${second?.id}/posting`);
    expect(retried.body).toEqual({ queued: true });
    await clinic.settleJobs();
    expect(await claimNow(clinic, claim.id)).toMatchObject({ state: 'paid', paidCents: 15_000 });
    expect(await owed(clinic)).toEqual({ patientCents: 0, insuranceCents: 0 });
  });
});

describe('what does not hold is kept apart with the reason', () => {
  test.for([
    ['payment', { payment: 9_100 }, {}],
    ['claim', {}, { paid: 8_900 }],
    ['charge', {}, { charge: 16_000, paid: 10_000 }],
  ] as const)('an 835 whose %s does not add up posts nothing', async ([, whole, part], { clinic }) => {
    const {
      claims: [claim],
    } = await builtClaims(clinic);
    if (!claim) throw new Error('no claim');
    const before = await owed(clinic);
    const kept = await remit(clinic, { ...whole, claims: [{ number: claim.number, charge: 15_000, ...contracted, ...part }] });
    expect(kept).toMatchObject({ state: 'quarantined', reason: expect.stringMatching(/\$\d/) });
    expect(await owed(clinic)).toEqual(before);
    expect(await claimNow(clinic, claim.id)).toMatchObject({ state: 'built', paidCents: 0 });
  });

  test.for([
    ['garbage', (): string => 'GIF89a\u0000\u0001 not a remittance'],
    ['half a file', (): string => remittanceText({ claims: [{ number: 'H1', charge: 100, paid: 100 }] }).slice(0, 500)],
    ['nothing', (): string => ''],
  ] as const)('%s is quarantined, whatever its name says', async ([, text], { clinic }) => {
    await handIn(clinic, text());
    expect((await waiting(clinic)).files).toMatchObject([{ name: 'remittance.835', kind: 'unreadable', reason: expect.stringContaining('damaged or incomplete') }]);
  });

  test('front desk may take payments but hand in no claim list', async ({ clinic }) => {
    const frontDesk = await clinic.as('front-desk');
    expect((await frontDesk.get('/billing/quarantine')).status).toBe(403);
    expect((await (await clinic.as('therapist')).upload('/remittances', { name: 'a', contentType: 'text/plain', bytes: Buffer.from('x') })).status).toBe(403);
  });
});
