import { action, id, NotFound, refuseIf, type Action, type Tx } from '#server/platform/index.ts';
import { appointmentStatusChanged } from '../events.ts';
import type { Appointment, Step } from './appointment.ts';
import { appointmentWithNames, lockAppointment, recordStatusChange, updateAppointment, type NamedAppointment } from './appointments.store.ts';
import { claimTime } from './claim-time.action.ts';
import { placesFor } from './places.store.ts';
import { afterStep, holdsTime, obstaclesToStep, steps } from './status.rules.ts';

/** What a step may bring with it: when, and why. */
export interface StepInput {
  readonly appointmentId: string;
  readonly at?: string | undefined;
  readonly startedAt?: string | undefined;
  readonly endedAt?: string | undefined;
  readonly reason?: string | undefined;
  readonly text?: string | undefined;
}

function instant(text: string | undefined): Temporal.Instant | undefined {
  return text === undefined ? undefined : Temporal.Instant.from(text);
}

/** Someone who was absent or had cancelled comes after all: their time must still be free. */
async function claimTimeBack(tx: Tx, appointment: Appointment): Promise<void> {
  const { clinicianName, timeZone } = await placesFor(tx, appointment);
  await claimTime.within(tx, { ...appointment, clinicianName: clinicianName ?? 'The clinician', timeZone: timeZone ?? 'UTC', except: appointment.id });
}

async function take(tx: Tx, step: Step, input: StepInput): Promise<NamedAppointment> {
  const before = await lockAppointment(tx, id('Appointment', input.appointmentId));
  if (!before) throw new NotFound('Appointment');
  // Pressed twice, or sent again after a broken connection: the step is already taken.
  if (before.status !== steps[step].to) {
    const facts = { at: instant(input.at) ?? tx.now, startedAt: instant(input.startedAt), endedAt: instant(input.endedAt), reason: input.reason };
    refuseIf(obstaclesToStep(before, step, facts), 409);
    const after = afterStep(before, step, facts);
    if (!holdsTime(before.status) && holdsTime(after.status)) await claimTimeBack(tx, after);
    await updateAppointment(tx, after);
    await recordStatusChange(tx, after, before.status, tx.now, [input.reason, input.text].filter(Boolean).join(': ') || null);
    await tx.record(appointmentStatusChanged(after, before, step === 'cancel' && input.reason !== undefined ? { at: facts.at, reason: input.reason } : undefined));
  }
  tx.touch({ kind: 'appointment', id: before.id, patientId: before.patientId, programId: before.programId, fields: ['status'] });
  const now = await appointmentWithNames(tx, before.id);
  if (!now) throw new NotFound('Appointment');
  return now;
}

function stepAction(step: Step): Action<StepInput, NamedAppointment> {
  return action(`appointment.${step}`, (tx, input: StepInput) => take(tx, step, input));
}

/** One verb for each arrow of the status machine; taking a step twice is the same as taking it once. */
export const confirmAppointment = stepAction('confirm');
export const arriveForAppointment = stepAction('arrive');
export const startAppointment = stepAction('start');
export const completeAppointment = stepAction('complete');
export const missAppointment = stepAction('miss');
export const cancelAppointment = stepAction('cancel');
export const reinstateAppointment = stepAction('reinstate');
