import type { Id, Obstacle } from '#server/platform/index.ts';
import type { Appointment, Modality } from './appointment.ts';
import { isMovable } from './status.rules.ts';

/** What somebody wants otherwise; what is left out stays. */
export interface PlanChange {
  readonly startsAt?: string | undefined;
  readonly endsAt?: string | undefined;
  readonly clinicianId?: string | undefined;
  readonly roomId?: string | null | undefined;
  readonly typeCode?: string | undefined;
  readonly modality?: Modality | undefined;
  readonly note?: string | undefined;
}

/** The appointment as it would be. Moving only the start keeps the length. */
export function changedPlan(before: Appointment, change: PlanChange): Appointment {
  const startsAt = change.startsAt === undefined ? before.startsAt : Temporal.Instant.from(change.startsAt);
  const endsAt = change.endsAt === undefined ? startsAt.add(before.startsAt.until(before.endsAt)) : Temporal.Instant.from(change.endsAt);
  return {
    ...before,
    startsAt,
    endsAt,
    clinicianId: (change.clinicianId as Id<'Staff'> | undefined) ?? before.clinicianId,
    roomId: change.roomId === undefined ? before.roomId : (change.roomId as Id<'Room'> | null),
    typeCode: change.typeCode ?? before.typeCode,
    modality: change.modality ?? before.modality,
    note: change.note ?? before.note,
    version: before.version + 1,
  };
}

/** Whether the change asks for time that the appointment does not hold yet. */
export function takesOtherTime(before: Appointment, after: Appointment): boolean {
  return !before.startsAt.equals(after.startsAt) || !before.endsAt.equals(after.endsAt) || before.clinicianId !== after.clinicianId || before.roomId !== after.roomId;
}

/** What stands against a change: once people have met or the appointment is off, only its line for the desk may change. */
export function obstaclesToChange(before: Appointment, after: Appointment): Obstacle[] {
  const roomOnly =
    before.startsAt.equals(after.startsAt) && before.endsAt.equals(after.endsAt) && before.clinicianId === after.clinicianId && before.typeCode === after.typeCode;
  if (isMovable(before.status) || (roomOnly && before.status !== 'cancelled' && before.status !== 'no-show')) return [];
  const says =
    before.status === 'cancelled' || before.status === 'no-show'
      ? 'Take back the cancellation or the absence first.'
      : 'It has begun: what happened stays. Only room and modality can still change.';
  return [{ code: 'appointment.not-movable', says, at: 'status' }];
}
