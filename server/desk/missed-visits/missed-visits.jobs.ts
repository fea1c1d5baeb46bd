import { z } from 'zod';
import { reverseFee } from '#server/billing/index.ts';
import { job } from '#server/platform/index.ts';
import { CancelReason } from '#server/scheduling/appointments/appointments.contract.ts';
import { decideMissed, lockMissed, missedOfVisit } from './missed-visits.store.ts';
import { judgeMissed } from './note-missed.action.ts';

const missed = ['no-show', 'cancelled'];

/** Whoever sets a visit to missed or calls it off, by whichever way: what is owed is judged once. Heard twice it happens once. */
export const judgeFee = job(
  'desk.judge-fee',
  {
    on: 'appointment.status-changed',
    payload: z.looseObject({
      appointmentId: z.uuid(),
      status: z.string(),
      fromStatus: z.string(),
      calledOff: z.object({ at: z.iso.datetime({ offset: true }), reason: CancelReason }).optional(),
    }),
  },
  async (tx, { appointmentId, status, fromStatus, calledOff }) => {
    if ((status !== 'no-show' && status !== 'cancelled') || missed.includes(fromStatus)) return;
    await judgeMissed.within(tx, {
      appointmentId,
      status,
      ...(calledOff ? { calledOff: { at: Temporal.Instant.from(calledOff.at), reason: calledOff.reason } } : {}),
    });
  },
);

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
