import type { Deadlines } from '../cosignatures/supervision.ts';

/** By when a note is to be signed: from the end of the service, by the program or by the form where that is stricter. */
export function signatureDue(endedAt: Temporal.Instant, programKind: string, formHours: number | null, { programs, otherwise }: Deadlines): Temporal.Instant {
  const hours = Math.min((programs[programKind] ?? otherwise).hours, formHours ?? Number.POSITIVE_INFINITY);
  return endedAt.add({ minutes: Math.round(hours * 60) });
}

/** The moment since which a signature is late; undefined when it is not. A note without a session is not late. */
export function lateSince(due: Temporal.Instant | null, now: Temporal.Instant): Temporal.Instant | undefined {
  return due !== null && Temporal.Instant.compare(now, due) > 0 ? due : undefined;
}
