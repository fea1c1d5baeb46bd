import { describe, expect } from 'vitest';
import pg from 'pg';
import { newId } from '#server/platform/index.ts';
import { clinicTest as test, type Clinic } from '#testing/clinic.ts';
import { builtClaims, owed } from '../testing/claim-story.ts';

const asOwner = (clinic: Clinic, text: string) => clinic.sql('owner', text);
const source = `select patient_id, program_id, labels from billing.journal limit 1`;

describe('the ledger itself', () => {
  test.for([
    [
      'does not sum to zero',
      `insert into billing.entry (journal_id, account, patient_id, program_id, amount_cents) select id, 'revenue', patient_id, program_id, -5 from j`,
    ],
    ['has no lines', 'select'],
  ] as const)('refuses a journal that %s, even from the owner of the database', async ([, lines], { clinic }) => {
    await builtClaims(clinic);
    const attempt = asOwner(
      clinic,
      `with j as (insert into billing.journal (patient_id, program_id, kind, memo, effective_on, posted_at) select patient_id, program_id, 'remittance', 'x', '2026-11-11', now() from (${source}) s returning *) ${lines}`,
    );
    await expect(attempt).rejects.toThrow(/is off by/);
  });

  test.for([
    ['changed', 'update billing.entry set amount_cents = 1'],
    ['deleted', 'delete from billing.journal'],
    ['emptied', 'truncate billing.journal, billing.entry cascade'],
    ['forgotten in the story of a claim', 'delete from billing.claim_event'],
  ] as const)('is never %s', async ([, statement], { clinic }) => {
    await builtClaims(clinic);
    await expect(asOwner(clinic, statement)).rejects.toThrow(pg.DatabaseError);
  });

  test('takes no further lines into a journal that stands', async ({ clinic }) => {
    await builtClaims(clinic);
    const late = `insert into billing.entry (journal_id, account, patient_id, program_id, amount_cents) select id, unnest(array['contractual', 'cash-patient']), patient_id, program_id, unnest(array[7, -7]) from billing.journal limit 2`;
    await expect(asOwner(clinic, late)).rejects.toThrow(/takes lines only in the transaction that makes it/);
  });

  test('posts a payment once, however often its request comes', async ({ clinic }) => {
    await builtClaims(clinic);
    const before = await owed(clinic);
    const frontDesk = await clinic.as('front-desk');
    const { patients } = clinic.ids;
    const payment = { id: newId<'Journal'>(), amountCents: 2_500, method: 'cash' };
    const replies = await Promise.all([1, 2, 3, 4].map(() => frontDesk.post(`/patients/${patients.outpatient}/payments`, payment)));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await owed(clinic)).patientCents).toBe(before.patientCents - 2_500);
    const reversals = await Promise.all([1, 2].map(() => frontDesk.post(`/postings/${payment.id}/reversal`, { reason: 'Wrong patient' })));
    expect(reversals.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409]);
    expect(await owed(clinic)).toEqual(before);
  });

  test('gives back what a desk payment took when it is reversed, once', async ({ clinic }) => {
    await builtClaims(clinic);
    const before = await owed(clinic);
    const frontDesk = await clinic.as('front-desk');
    const paid = await frontDesk.post<{ id: string }>(`/patients/${clinic.ids.patients.outpatient}/payments`, { amountCents: 2_500, method: 'cash' });
    expect(paid.status, JSON.stringify(paid.body)).toBeLessThan(300);
    expect((await owed(clinic)).patientCents).toBe(before.patientCents - 2_500);
    expect((await frontDesk.post(`/postings/${paid.body.id}/reversal`, { reason: 'Wrong patient' })).status).toBeLessThan(300);
    expect(await owed(clinic)).toEqual(before);
    expect((await frontDesk.post(`/postings/${paid.body.id}/reversal`, { reason: 'Again' })).status).toBe(409);
  });
});
