import { action, id, newId, type Tx } from '#server/platform/index.ts';
import type { Appointment, Step } from '../appointments/appointment.ts';
import { recordStatusChange, updateAppointment } from '../appointments/appointments.store.ts';
import { afterStep, isMovable, type StepFacts } from '../appointments/status.rules.ts';
import { appointmentBooked, appointmentMoved, appointmentStatusChanged } from '../events.ts';
import { insertHolds, insertSeats, lockSeatsIn, lockSeatsOf, updateHolds } from './session-time.store.ts';
import type { SessionTime } from './session-time.ts';

/** Takes one step of a seat, with the reason in its history. */
async function take(tx: Tx, before: Appointment, step: Step, facts: StepFacts, text?: string): Promise<void> {
  const after = afterStep(before, step, facts);
  await updateAppointment(tx, after);
  await recordStatusChange(tx, after, before.status, tx.now, [facts.reason, text].filter(Boolean).join(': ') || null);
  await tx.record(appointmentStatusChanged(after, before));
}

/** Holds the time of sessions for their leader and room, before anybody has a seat in them. */
export const holdSessions = action('group-session.hold-time', async (tx, { sessions }: { sessions: readonly SessionTime[] }): Promise<void> => insertHolds(tx, sessions));

/** Gives sessions another end: the time held for them, and the seats still to come in them. The caller has looked at what stands against it. */
export const stretchSeats = action('group-session.stretch-time', async (tx, { sessions }: { sessions: readonly SessionTime[] }): Promise<void> => {
  await updateHolds(tx, sessions);
  for (const { sessionId, endsAt } of sessions) {
    for (const before of await lockSeatsIn(tx, sessionId)) {
      if (!isMovable(before.status) || before.endsAt.equals(endsAt)) continue;
      const after = { ...before, endsAt, version: before.version + 1 };
      await updateAppointment(tx, after);
      await tx.record(appointmentMoved(after, before));
    }
  }
});

function seatOf(patientId: string, { sessionId, programId, siteId, clinicianId, roomId, startsAt, endsAt, modality }: SessionTime): Appointment {
  return {
    id: newId<'Appointment'>(),
    patientId: id('Patient', patientId),
    programId: id('Program', programId),
    siteId: id('Site', siteId),
    clinicianId: id('Staff', clinicianId),
    roomId: roomId === null ? null : id('Room', roomId),
    sessionId: id('Session', sessionId),
    typeCode: 'group',
    startsAt,
    endsAt,
    modality,
    status: 'booked',
    cancelReason: null,
    arrivedAt: null,
    startedAt: null,
    endedAt: null,
    note: '',
    version: 1,
  };
}

/** Books a person into sessions to come. A seat that was called off is taken up again rather than booked anew; one that stands is left alone. */
export const bookSeats = action('appointment.book-seats', async (tx, { patientId, sessions }: { patientId: string; sessions: readonly SessionTime[] }): Promise<void> => {
  const known = new Map(
    (
      await lockSeatsOf(
        tx,
        patientId,
        sessions.map(({ sessionId }) => sessionId),
        tx.now,
      )
    ).map((one) => [String(one.sessionId), one]),
  );
  const seats = sessions.filter(({ sessionId }) => !known.has(sessionId)).map((session) => seatOf(patientId, session));
  await insertSeats(tx, seats);
  for (const seat of seats) await tx.record(appointmentBooked(seat));
  for (const one of known.values()) if (one.status === 'cancelled') await take(tx, one, 'reinstate', { at: tx.now, reason: 'Taken up again' });
});

/** Calls off what a person still has to come in these sessions. What was attended or missed stays. */
export const callOffSeats = action(
  'appointment.call-off-seats',
  async (tx, { patientId, sessionIds, reason, text }: { patientId: string; sessionIds: readonly string[]; reason: string; text: string }): Promise<void> => {
    for (const seat of await lockSeatsOf(tx, patientId, sessionIds, tx.now)) if (isMovable(seat.status)) await take(tx, seat, 'cancel', { at: tx.now, reason }, text);
  },
);

/** When somebody was in a session; nothing for who was not there, excused or not. */
export interface Attended {
  readonly patientId: string;
  readonly times: { readonly from: Temporal.Instant; readonly to: Temporal.Instant } | null;
  readonly isExcused: boolean;
}

/** Brings the seats of a session to what its signed board says: met, with the person's own times, missed, or called off for who was excused. */
export const settleSeats = action(
  'appointment.settle-seats',
  async (tx, { sessionId, attended }: { sessionId: string; attended: readonly Attended[] }): Promise<void> => {
    const byPatient = new Map(attended.map((one) => [one.patientId, one]));
    for (const seat of await lockSeatsIn(tx, sessionId)) {
      const one = byPatient.get(seat.patientId);
      if (one?.times) await take(tx, seat, 'complete', { at: one.times.to, startedAt: one.times.from, endedAt: one.times.to });
      else if (one?.isExcused && isMovable(seat.status)) await take(tx, seat, 'cancel', { at: tx.now, reason: 'patient-asked' });
      else if (one && isMovable(seat.status)) await take(tx, seat, 'miss', { at: tx.now });
    }
  },
);
