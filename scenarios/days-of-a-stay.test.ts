import { expect } from 'vitest';
import type { ClaimReply } from '#server/billing/claims/claims.contract.ts';
import type { ClaimToCorrectReply } from '#server/billing/corrections/corrections.contract.ts';
import { admitted, allowed, biller, chargesOf, dailyNote, daysOf, director, groupOf, housed, insured, owedFor, session, timeGoesTo } from '#testing/day-story.ts';
import { clinicTest, type Clinic } from '#testing/clinic.ts';
import { done, signedNoteOf } from '#testing/released-records.ts';
import { day, daysPass, steer, withOutsideWorld } from './outside-world.ts';

interface Stay {
  readonly id: string;
  readonly programId: string;
  readonly state: string;
}

interface Step {
  readonly from: string;
  readonly to: string;
  readonly at: string;
  readonly reason?: string;
}

let moves = 0;

/** A move at a moment, made at that moment; answers its id. */
async function moved(clinic: Clinic, patientId: string, { from, to, at, reason = 'goals-met' }: Step): Promise<string> {
  clinic.clock.set(Temporal.Instant.from(at));
  moves += 1;
  const id = `01990000-0000-7000-8000-0000000000${String(moves).padStart(2, '0')}`;
  const ruth = await director(clinic);
  const { items } = await done(ruth.get<{ items: Stay[] }>(`/patients/${patientId}/episodes`));
  const episodeId = items.find(({ programId }) => programId === from)?.id;
  await done(ruth.post('/transitions', { id, episodeId, toProgramId: to, at, reason, clinicianId: clinic.ids.staff['clinical-director'] }));
  await clinic.settleJobs();
  return id;
}

clinicTest(
  'a path from the house over day program and evenings to practice and back, each day charged once and for what it was: sent, accepted and paid, to the cent',
  async ({ clinic }) => {
    const { residential, php, iop, outpatient } = clinic.ids.programs;
    const patientId = clinic.ids.patients.residential;
    const payerId = await insured(clinic, patientId);
    const [bedId] = await housed(clinic, residential, 1);
    const ruth = await director(clinic);
    const episodeId = await admitted(clinic, { patientId, programId: residential, on: '2026-11-23' });
    await clinic.settleJobs();
    expect(await daysOf(clinic, patientId)).toEqual([]);

    // Three nights, one of them on leave.
    await allowed(clinic, { patientId, programId: residential, payerId, number: 'RES-1', allowed: 14 });
    const { residencyId } = await done(ruth.post<{ residencyId: string }>('/residence/residencies', { episodeId, bedId }));
    clinic.clock.set(Temporal.Instant.from('2026-11-24T05:00:00Z'));
    await dailyNote(clinic, patientId, residential, '2026-11-24T03:00:00Z');
    await timeGoesTo(clinic, '2026-11-24T08:00:00Z');
    await done((await director(clinic)).post(`/residence/residencies/${residencyId}/leaves`, { kind: 'therapeutic' }));
    await timeGoesTo(clinic, '2026-11-25T08:00:00Z');
    clinic.clock.set(Temporal.Instant.from('2026-11-25T18:00:00Z'));
    await done((await director(clinic)).post(`/residence/residencies/${residencyId}/return`, {}));
    clinic.clock.set(Temporal.Instant.from('2026-11-26T05:00:00Z'));
    await dailyNote(clinic, patientId, residential, '2026-11-26T03:00:00Z');
    await timeGoesTo(clinic, '2026-11-26T08:00:00Z');
    const nights = ['2026-11-23 H0018 ready 52000', '2026-11-24 day.leave', '2026-11-25 H0018 ready 52000'];
    expect(await daysOf(clinic, patientId)).toEqual(nights);

    // A step taken too early and taken back: the night is slept in the house and charged there.
    const early = await moved(clinic, patientId, { from: residential, to: php, at: '2026-11-26T18:00:00Z' });
    await done((await director(clinic)).post(`/transitions/${early}/undoing`));
    clinic.clock.set(Temporal.Instant.from('2026-11-27T05:00:00Z'));
    await dailyNote(clinic, patientId, residential, '2026-11-27T03:00:00Z');
    await timeGoesTo(clinic, '2026-11-27T08:00:00Z');
    const house = [...nights, '2026-11-26 H0018 ready 52000'];
    expect(await daysOf(clinic, patientId)).toEqual(house);

    await moved(clinic, patientId, { from: residential, to: php, at: '2026-11-27T17:00:00Z' });
    await allowed(clinic, { patientId, programId: php, payerId, number: 'PHP-1', allowed: 5 });
    // What the house found stays with it: 42 CFR 2.13. The day program has a diagnosis of its own.
    await done((await director(clinic)).post(`/patients/${patientId}/diagnoses`, { programId: php, code: 'F33.1' }));
    const day1 = await groupOf(clinic, php, [patientId], '2026-11-27');
    clinic.clock.set(Temporal.Instant.from('2026-11-28T01:00:00Z'));
    await session(clinic, day1, { startsAt: '2026-11-27T20:00:00Z', endsAt: '2026-11-28T00:00:00Z' }, [patientId]);
    await timeGoesTo(clinic, '2026-11-28T08:00:00Z');
    const both = [...house, '2026-11-27 H0035 ready 36000', '2026-11-27 day.discharge'];
    expect(await daysOf(clinic, patientId)).toEqual(both);

    await moved(clinic, patientId, { from: php, to: iop, at: '2026-11-30T16:00:00Z' });
    await allowed(clinic, { patientId, programId: iop, payerId, number: 'IOP-1', allowed: 9 });
    const evenings = await groupOf(clinic, iop, [patientId], '2026-11-30');
    for (const date of ['11-30', '12-02', '12-04']) {
      clinic.clock.set(Temporal.Instant.from(`2026-${date}T23:30:00Z`));
      await session(clinic, evenings, { startsAt: `2026-${date}T20:00:00Z`, endsAt: `2026-${date}T23:00:00Z` }, [patientId]);
    }
    const week = ['2026-11-30 H0015 ready 24500', '2026-12-02 H0015 ready 24500', '2026-12-04 H0015 ready 24500'];
    expect(await daysOf(clinic, patientId)).toEqual([...both, ...week]);

    // In practice services are charged and no days.
    await moved(clinic, patientId, { from: iop, to: outpatient, at: '2026-12-07T17:00:00Z' });
    await signedNoteOf(clinic, patientId, outpatient, '2026-12-07T15:00:00Z');
    expect((await chargesOf(clinic, patientId, 'ready')).filter(({ dayId }) => dayId === null)).toMatchObject([{ codes: ['90834'], servedOn: '2026-12-07' }]);
    const practice = (await done((await director(clinic)).get<{ items: Stay[] }>(`/patients/${patientId}/episodes`))).items.find(
      ({ programId }) => programId === outpatient,
    );
    clinic.clock.set(Temporal.Instant.from('2026-12-08T20:00:00Z'));
    await done((await director(clinic)).post(`/episodes/${practice?.id}/discharge`, { on: '2026-12-08', reason: 'completed' }));

    await moved(clinic, patientId, { from: outpatient, to: residential, at: '2026-12-08T22:00:00Z', reason: 'return' });
    const back = (await done((await director(clinic)).get<{ items: Stay[] }>(`/patients/${patientId}/episodes`))).items.find(
      ({ programId, state }) => programId === residential && state === 'admitted',
    );
    const again = await done(
      (await director(clinic)).post<{ residencyId: string }>('/residence/residencies', { episodeId: back?.id, bedId, override: 'The bed was cleaned' }),
    );
    clinic.clock.set(Temporal.Instant.from('2026-12-09T05:00:00Z'));
    await dailyNote(clinic, patientId, residential, '2026-12-09T03:00:00Z');
    await timeGoesTo(clinic, '2026-12-09T08:00:00Z');
    // The authorization of the first stay ended with it.
    expect((await chargesOf(clinic, patientId, 'held')).flatMap(({ servedOn, holds }) => [servedOn, ...holds.map(({ code }) => code)])).toEqual([
      '2026-12-08',
      'charge.authorization',
    ]);
    await allowed(clinic, { patientId, programId: residential, payerId, number: 'RES-2', allowed: 7, validFrom: '2026-12-08' });
    await clinic.settleJobs();
    clinic.clock.set(Temporal.Instant.from('2026-12-10T05:00:00Z'));
    await dailyNote(clinic, patientId, residential, '2026-12-10T03:00:00Z');
    await timeGoesTo(clinic, '2026-12-10T08:00:00Z');
    expect(await daysOf(clinic, patientId)).toEqual([...both, ...week, '2026-12-08 H0018 ready 52000', '2026-12-09 H0018 ready 52000']);
    const charged = 5 * 52_000 + 36_000 + 3 * 24_500 + 15_000;
    expect(await owedFor(clinic, patientId)).toEqual({ patientCents: 0, insuranceCents: charged });

    await withOutsideWorld(clinic, async (sandbox) => {
      await steer(sandbox, '/clearinghouse/clock', { delays: { '277CA': 3_600, '835': 2 * day } });
      await done((await biller(clinic)).post('/claims/submissions', {}));
      await clinic.settleJobs();
      expect(await clinic.sql('owner', `select diagnoses from billing.charge where day_id is not null and program_id = $1`, [php])).toEqual([{ diagnoses: ['F33.1'] }]);
      const claims = async () =>
        (await done((await biller(clinic)).get<{ items: ClaimReply[] }>('/claims'))).items.toSorted((one, other) => one.number.localeCompare(other.number));
      await daysPass(clinic, sandbox, 1);
      expect((await claims()).map(({ servedOn, codes, amountCents, state }) => [servedOn, codes.join(' '), amountCents, state])).toEqual([
        ['2026-11-23', 'H0018', 52_000, 'accepted'],
        ['2026-11-25', 'H0018', 104_000, 'accepted'],
        ['2026-11-27', 'H0035', 36_000, 'accepted'],
        ['2026-11-30', 'H0015 H0015 H0015', 73_500, 'accepted'],
        ['2026-12-07', '90834', 15_000, 'accepted'],
        ['2026-12-08', 'H0018', 104_000, 'accepted'],
      ]);
      await daysPass(clinic, sandbox, 3);
      const judged = await claims();
      expect(judged.map(({ state }) => state)).toEqual(judged.map(() => 'paid'));
      for (const { amountCents, paidCents, patientCents, adjustedCents } of judged) expect(paidCents + patientCents + adjustedCents).toBe(amountCents);
      const patientShare = (of: readonly ClaimReply[]) => of.reduce((sum, { patientCents }) => sum + patientCents, 0);
      expect(await owedFor(clinic, patientId)).toEqual({ patientCents: patientShare(judged), insuranceCents: 0 });

      // One paid night turns out to have been slept elsewhere, then the other too: the claim is replaced by one night, and that one is voided.
      const sleptElsewhere = async (night: string, left: string, back: string) => {
        const stay = `/residence/residencies/${again.residencyId}`;
        const ruth = await director(clinic);
        await done(ruth.post(`${stay}/leaves`, { kind: 'pass', at: left }));
        await done(ruth.post(`/residence/sites/${clinic.ids.sites['cedar-house']}/census/${night}/corrections`, { reason: 'Slept at the sister’s' }));
        await done(ruth.post(`${stay}/return`, { at: back }));
        await clinic.settleJobs();
        const [proposed] = (await done((await biller(clinic)).get<{ items: ClaimToCorrectReply[] }>('/claims/corrections'))).items;
        return proposed;
      };
      const correct = async (claimId: string | undefined) => {
        const sent = await done((await biller(clinic)).post<{ frequency: string; number: string }>(`/claims/${claimId}/resubmission`, { reason: 'Slept elsewhere' }));
        await clinic.settleJobs();
        await daysPass(clinic, sandbox, 1);
        await daysPass(clinic, sandbox, 3);
        return sent;
      };
      const half = await sleptElsewhere('2026-12-08', '2026-12-09T07:00:00Z', '2026-12-09T16:00:00Z');
      expect(half).toMatchObject({ act: 'replace', amountCents: 104_000, becomesCents: 52_000, days: [{ day: '2026-12-08', isGone: true }] });
      const replacement = await correct(half?.id);
      expect(replacement.frequency).toBe('7');
      const corrected = (await claims()).filter(({ state }) => state !== 'replaced');
      expect(corrected.find(({ number }) => number === replacement.number)).toMatchObject({ state: 'paid', servedOn: '2026-12-09', amountCents: 52_000 });
      expect(await owedFor(clinic, patientId)).toEqual({ patientCents: patientShare(corrected), insuranceCents: 0 });
      const whole = await sleptElsewhere('2026-12-09', '2026-12-10T07:00:00Z', '2026-12-10T16:00:00Z');
      expect(whole).toMatchObject({ number: replacement.number, act: 'void', becomesCents: 0 });
      const voiding = await correct(whole?.id);
      expect(voiding.frequency).toBe('8');
      const left = await claims();
      expect(left.find(({ number }) => number === voiding.number)).toMatchObject({ state: 'done', frequency: '8' });
      expect(left.find(({ number }) => number === replacement.number)).toMatchObject({ state: 'voided', paidCents: 0 });
      expect(await owedFor(clinic, patientId)).toEqual({ patientCents: patientShare(left), insuranceCents: 0 });
      expect((await daysOf(clinic, patientId)).slice(-2)).toEqual(['2026-12-08 day.leave', '2026-12-09 day.leave']);
    });
  },
);
