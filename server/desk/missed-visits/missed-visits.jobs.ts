import { z } from 'zod';
import { reverseFee } from '#server/billing/index.ts';
import { job } from '#server/platform/index.ts';
import { decideMissed, lockMissed, missedOfVisit } from './missed-visits.store.ts';

const missed = ['no-show', 'cancelled'];

/** A step that is taken back, or somebody who comes after all, takes the fee back with it. Heard twice it happens once. */
export const takeBackFee = job(
  'desk.take-back-fee',
  { on: 'appointment.status-changed', payload: z.looseObject({ appointmentId: z.uuid(), status: z.string(), fromStatus: z.string() }) },
  async (tx, { appointmentId, status, fromStatus }) => {
    if (!missed.includes(fromStatus) || missed.includes(status)) return;
    const noted = await missedOfVisit(tx, appointmentId);
    const one = noted && (await lockMissed(tx, noted.id));
    if (!one || one.because === 'taken-back') return;
    if (one.state === 'posted' && one.journalId !== null)
      await reverseFee.within(tx, { journalId: one.journalId, memo: 'Fee taken back with its visit', on: tx.now.toZonedDateTimeISO('UTC').toPlainDate() });
    await decideMissed(tx, {
      ...one,
      state: one.feeCents === 0 ? 'none' : 'waived',
      because: 'taken-back',
      journalId: null,
      waivedReason: one.waivedReason ?? 'taken-back',
    });
    tx.touch({ kind: 'missed-visit', id: one.id, patientId: one.patientId, programId: one.programId });
  },
);
