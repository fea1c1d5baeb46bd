import type { DomainEvent } from '#server/platform/index.ts';

/** A person is new on record. */
export function patientRegistered(payload: { patientId: string; programId: string }): DomainEvent {
  return { name: 'patient.registered', payload };
}

/** Facts by which a person is found have changed. */
export function patientChanged(payload: { patientId: string }): DomainEvent {
  return { name: 'patient.changed', payload };
}

/** Two records were found to be of one person. */
export function patientsMerged(payload: { mergeId: string; survivorId: string; duplicateId: string }): DomainEvent {
  return { name: 'patient.merged', payload };
}

/** A merge was taken back. */
export function mergeUndone(payload: { mergeId: string; survivorId: string; duplicateId: string }): DomainEvent {
  return { name: 'patient.merge-undone', payload };
}

/** What pays for a person has changed from a day on (YYYY-MM-DD). */
export function coverageChanged(payload: { patientId: string; from: string }): DomainEvent {
  return { name: 'coverage.changed', payload };
}

/** All that this context announces. */
export const patientEvents = ['patient.registered', 'patient.changed', 'coverage.changed', 'patient.merged', 'patient.merge-undone'];
