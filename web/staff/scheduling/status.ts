import type { AppointmentStatus } from '#server/scheduling/appointments/appointments.contract.ts';

/** How each status reads, and what may be done next from it, the likeliest first. */
interface StatusWords {
  readonly label: string;
  readonly next: readonly Step[];
}

/** A step of an appointment as the person at the desk thinks of it. `path` is the end of its route. */
export interface Step {
  readonly path: 'confirmation' | 'arrival' | 'start' | 'completion' | 'no-show' | 'cancellation';
  readonly label: string;
}

const confirm: Step = { path: 'confirmation', label: 'Confirm' };
const arrive: Step = { path: 'arrival', label: 'Arrived' };
const start: Step = { path: 'start', label: 'Start session' };
const complete: Step = { path: 'completion', label: 'Session done' };
const miss: Step = { path: 'no-show', label: 'Did not come' };
const cancel: Step = { path: 'cancellation', label: 'Cancel' };

export const statusWords: Readonly<Record<AppointmentStatus, StatusWords>> = {
  booked: { label: 'Booked', next: [arrive, confirm, miss, cancel] },
  confirmed: { label: 'Confirmed', next: [arrive, miss, cancel] },
  arrived: { label: 'Here', next: [start, cancel] },
  'in-session': { label: 'In session', next: [complete] },
  completed: { label: 'Done', next: [] },
  'no-show': { label: 'Did not come', next: [] },
  cancelled: { label: 'Cancelled', next: [] },
};

/** Reasons for which an appointment is called off, in words. */
export const cancelReasons = [
  { value: 'patient-asked', label: 'The patient asked' },
  { value: 'patient-ill', label: 'The patient is ill' },
  { value: 'clinician-away', label: 'The clinician is away' },
  { value: 'transport', label: 'No way to get here' },
  { value: 'weather', label: 'Weather' },
  { value: 'program-closed', label: 'The program is closed' },
  { value: 'booked-in-error', label: 'Booked in error' },
  { value: 'other', label: 'Something else' },
] as const;
