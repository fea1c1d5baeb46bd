import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId } from '#server/platform/index.ts';
import type { Appointment, Step } from './appointment.ts';
import { afterStep, holdsTime, obstaclesToStep, steps } from './status.rules.ts';

const start = Temporal.Instant.from('2026-11-24T17:00:00Z');
const booked: Appointment = {
  id: newId<'Appointment'>(),
  patientId: newId<'Patient'>(),
  programId: newId<'Program'>(),
  siteId: newId<'Site'>(),
  clinicianId: newId<'Staff'>(),
  roomId: null,
  sessionId: null,
  typeCode: 'therapy-50',
  startsAt: start,
  endsAt: start.add({ minutes: 50 }),
  modality: 'in-person',
  status: 'booked',
  cancelReason: null,
  arrivedAt: null,
  startedAt: null,
  endedAt: null,
  note: '',
  version: 1,
};

const stepAt = fc.record({ step: fc.constantFrom(...(Object.keys(steps) as Step[])), minutes: fc.integer({ min: -60, max: 120 }) });

/** Takes each step in turn, those that are refused left out, and shows every appointment on the way. */
function lives(walk: readonly { step: Step; minutes: number }[]): Appointment[] {
  const passed = [booked];
  for (const { step, minutes } of walk) {
    const now = passed.at(-1) ?? booked;
    const facts = { at: start.add({ minutes }), reason: 'patient-ill' };
    if (obstaclesToStep(now, step, facts).length === 0) passed.push(afterStep(now, step, facts));
  }
  return passed;
}

describe('the statuses of an appointment', () => {
  test('whatever people press, the facts agree with the status', () => {
    fc.assert(
      fc.property(fc.array(stepAt, { maxLength: 12 }), (walk) => {
        for (const appointment of lives(walk)) {
          expect(appointment.status === 'cancelled').toBe(appointment.cancelReason !== null);
          if (appointment.status === 'arrived') expect(appointment.arrivedAt).not.toBeNull();
          if (appointment.status === 'in-session') expect(appointment.startedAt).not.toBeNull();
          if (appointment.status === 'completed') expect(appointment.endedAt).not.toBeNull();
          if (appointment.startedAt && appointment.endedAt) expect(Temporal.Instant.compare(appointment.startedAt, appointment.endedAt)).toBe(-1);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('the version grows by one with each step taken and with nothing else', () => {
    fc.assert(
      fc.property(fc.array(stepAt), (walk) => {
        expect(lives(walk).map((each) => each.version)).toEqual(lives(walk).map((_each, index) => index + 1));
      }),
    );
  });

  test('what is completed stays completed: its facts are those of a session that took place', () => {
    fc.assert(
      fc.property(stepAt, ({ step, minutes }) => {
        const completed = { ...booked, status: 'completed' as const, startedAt: start, endedAt: start.add({ minutes: 50 }) };
        expect(obstaclesToStep(completed, step, { at: start.add({ minutes }) }).map((each) => each.code)).toEqual(['appointment.wrong-status']);
      }),
    );
  });

  test('nobody is marked absent before the hour has come', () => {
    expect(obstaclesToStep(booked, 'miss', { at: start.subtract({ minutes: 1 }) }).map((each) => each.code)).toEqual(['appointment.not-due']);
    expect(obstaclesToStep(booked, 'miss', { at: start })).toEqual([]);
  });

  test('a cancelled appointment and a missed one give their time back', () => {
    expect((['booked', 'confirmed', 'arrived', 'in-session', 'completed'] as const).every(holdsTime)).toBe(true);
    expect(holdsTime('cancelled') || holdsTime('no-show')).toBe(false);
  });

  test('a session cannot be completed before it began', () => {
    const obstacles = obstaclesToStep(booked, 'complete', { at: start, startedAt: start.add({ minutes: 5 }), endedAt: start });
    expect(obstacles.map((each) => each.code)).toEqual(['appointment.ends-before-start']);
  });
});
