import { expect } from 'vitest';
import { clinicTest, type Clinic } from '#testing/clinic.ts';
import { done, signedNoteOf } from '#testing/released-records.ts';
import { day, daysPass, steer, withOutsideWorld } from './outside-world.ts';

interface Claim {
  readonly id: string;
  readonly number: string;
  readonly state: string;
}

/** The member of the staff again: by now every session has ended. */
const later = (clinic: Clinic) => clinic.again('biller');

async function claimOf(clinic: Clinic, id: string): Promise<Record<string, unknown>> {
  return done((await later(clinic)).get<Record<string, unknown>>(`/claims/${id}`));
}

async function insured(clinic: Clinic, patientId: string): Promise<void> {
  const coverages = `/patients/${patientId}/coverages`;
  const desk = await clinic.as('front-desk');
  const { items } = await done(desk.get<{ items: unknown[] }>(coverages));
  if (items.length > 0) return;
  const coverage = { payerId: clinic.ids.payers['evergreen'], rank: 1, memberId: 'W123456789', relationship: '18', validFrom: '2026-01-01' };
  await done(desk.post(coverages, coverage));
}

clinicTest('a claim is denied for want of an authorization, corrected, paid, and the rest is paid by the patient: a month, to the cent', async ({ clinic }) => {
  const { outpatient } = clinic.ids.patients;
  await withOutsideWorld(clinic, async (sandbox) => {
    await steer(sandbox, '/clearinghouse/clock', { delays: { '277CA': 3_600, '835': 10 * day } });
    await steer(sandbox, '/clearinghouse/orders', { kind: 'deny', reason: '197' });
    await insured(clinic, outpatient);
    await done((await clinic.as('therapist')).post(`/patients/${outpatient}/diagnoses`, { programId: clinic.ids.programs.outpatient, code: 'F33.1' }));
    await signedNoteOf(clinic, outpatient, clinic.ids.programs.outpatient, '2026-11-23T15:00:00Z');

    const biller = await clinic.as('biller');
    await done(biller.post('/claims/submissions', {}));
    await clinic.settleJobs();
    const [first] = (await done(biller.get<{ items: Claim[] }>('/claims'))).items;
    if (!first) throw new Error('The signature made no claim');
    expect(first.state).toBe('sent');

    await daysPass(clinic, sandbox, 1);
    expect(await claimOf(clinic, first.id)).toMatchObject({ state: 'accepted' });
    // The money comes no sooner than the payer pays: the answer of day one is not yet the decision.
    await daysPass(clinic, sandbox, 10);
    expect(await claimOf(clinic, first.id)).toMatchObject({ state: 'denied', judgements: [{ adjustments: [{ reason: '197' }] }] });
    const balance = `/patients/${outpatient}/balance`;
    expect(await done((await later(clinic)).get(balance))).toEqual({ patientCents: 0, insuranceCents: 15_000 });

    const again = await done(
      (await later(clinic)).post<{ claimId: string; frequency: string }>(`/claims/${first.id}/resubmission`, {
        priorAuthorization: 'AUTH-9',
        reason: 'The authorization came',
      }),
    );
    expect(again.frequency).toBe('7');
    await done((await later(clinic)).post('/claims/submissions', {}));
    await clinic.settleJobs();
    await daysPass(clinic, sandbox, 11);
    const paid = await claimOf(clinic, again.claimId);
    expect(paid).toMatchObject({ state: 'paid', priorAuthorization: 'AUTH-9' });
    expect(await claimOf(clinic, first.id)).toMatchObject({ state: 'replaced' });
    const owed = Number(paid['patientCents']);
    expect(Number(paid['paidCents']) + Number(paid['adjustedCents']) + owed).toBe(15_000);
    expect(await done((await later(clinic)).get(balance))).toEqual({ patientCents: owed, insuranceCents: 0 });

    await done((await clinic.again('front-desk')).post(`/patients/${outpatient}/payments`, { amountCents: owed, method: 'card' }));
    expect(await done((await later(clinic)).get(balance))).toEqual({ patientCents: 0, insuranceCents: 0 });
    const [ledger] = await clinic.sql('owner', 'select coalesce(sum(amount_cents), 0)::integer as cents from billing.entry');
    expect(ledger).toEqual({ cents: 0 });
  });
});
