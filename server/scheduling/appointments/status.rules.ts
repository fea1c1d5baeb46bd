import type { Obstacle } from '#server/platform/index.ts';
import type { Appointment, Status, Step } from './appointment.ts';

/** The whole machine: from where each step may be taken, and where it leads. */
export const steps: Readonly<Record<Step, { readonly from: readonly Status[]; readonly to: Status }>> = {
  confirm: { from: ['booked'], to: 'confirmed' },
  // Someone noted as absent may still come through the door.
  arrive: { from: ['booked', 'confirmed', 'no-show'], to: 'arrived' },
  // Over video nobody checks in at the desk.
  start: { from: ['booked', 'confirmed', 'arrived'], to: 'in-session' },
  complete: { from: ['booked', 'confirmed', 'arrived', 'in-session'], to: 'completed' },
  miss: { from: ['booked', 'confirmed'], to: 'no-show' },
  cancel: { from: ['booked', 'confirmed', 'arrived'], to: 'cancelled' },
  reinstate: { from: ['arrived', 'in-session', 'no-show', 'cancelled'], to: 'booked' },
};

/** Whether the appointment holds its clinician's time. The database decides the same in `scheduling.shadow_appointment`. */
export function holdsTime(status: Status): boolean {
  return status !== 'cancelled' && status !== 'no-show';
}

/** Whether its time, clinician or room may still be changed: once people sit together, facts take over. */
export function isMovable(status: Status): boolean {
  return status === 'booked' || status === 'confirmed';
}

const says: Readonly<Record<Status, string>> = {
  booked: 'booked',
  confirmed: 'confirmed',
  arrived: 'checked in',
  'in-session': 'in session',
  completed: 'completed',
  'no-show': 'marked as not attended',
  cancelled: 'cancelled',
};

const remedies: Readonly<Record<Step, string>> = {
  confirm: 'Only a booked appointment can be confirmed.',
  arrive: 'Only an appointment that is still to come can be checked in.',
  start: 'Only an appointment that is still to come or checked in can start.',
  complete: 'Take back the absence or the cancellation first.',
  miss: 'Only an appointment that is still to come can be marked as not attended.',
  cancel: 'Only an appointment that has not started can be cancelled.',
  reinstate: 'There is nothing to take back.',
};

/** When a step happened, and for a completion when people sat together. */
export interface StepFacts {
  readonly at: Temporal.Instant;
  readonly startedAt?: Temporal.Instant | undefined;
  readonly endedAt?: Temporal.Instant | undefined;
  readonly reason?: string | undefined;
}

function timesOfSession(appointment: Appointment, { at, startedAt, endedAt }: StepFacts) {
  return { startedAt: startedAt ?? appointment.startedAt ?? appointment.startsAt, endedAt: endedAt ?? appointment.endedAt ?? at };
}

function obstaclesInTime(appointment: Appointment, step: Step, facts: StepFacts): Obstacle[] {
  if (step === 'miss' && Temporal.Instant.compare(facts.at, appointment.startsAt) < 0) {
    return [{ code: 'appointment.not-due', says: 'It has not begun yet. Mark it as not attended once its time has come.', at: 'at' }];
  }
  if (step !== 'complete') return [];
  const { startedAt, endedAt } = timesOfSession(appointment, facts);
  if (Temporal.Instant.compare(startedAt, endedAt) < 0) return [];
  return [{ code: 'appointment.ends-before-start', says: 'The end must come after the start. Give both times as they were.', at: 'endedAt' }];
}

/** What stands against a step; empty when it can be taken. */
export function obstaclesToStep(appointment: Appointment, step: Step, facts: StepFacts): Obstacle[] {
  if (!steps[step].from.includes(appointment.status)) {
    return [{ code: 'appointment.wrong-status', says: `This appointment is ${says[appointment.status]}. ${remedies[step]}`, at: 'status' }];
  }
  return obstaclesInTime(appointment, step, facts);
}

/** The appointment after a step that nothing stands against. */
export function afterStep(appointment: Appointment, step: Step, facts: StepFacts): Appointment {
  const next = { ...appointment, status: steps[step].to, version: appointment.version + 1 };
  switch (step) {
    case 'confirm':
    case 'miss':
      return next;
    case 'arrive':
      return { ...next, arrivedAt: facts.at };
    case 'start':
      return { ...next, startedAt: facts.startedAt ?? facts.at };
    case 'complete':
      return { ...next, ...timesOfSession(appointment, facts) };
    case 'cancel':
      return { ...next, cancelReason: facts.reason ?? 'other' };
    case 'reinstate':
      return { ...next, cancelReason: null, arrivedAt: null, startedAt: null, endedAt: null };
  }
}
