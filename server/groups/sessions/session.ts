import type { SeatReply, SessionReply } from './sessions.contract.ts';

/** One member in one session, with the name forms by which others must not meet them. */
export interface Seat {
  readonly patientId: string;
  readonly name: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly attendance: SeatReply['attendance'];
  readonly arrivedAt: Temporal.Instant | null;
  readonly leftAt: Temporal.Instant | null;
  readonly absence: SeatReply['absence'];
  readonly chips: SeatReply['chips'];
  readonly risk: SeatReply['risk'];
  readonly line: string;
  readonly riskNote: string;
  readonly lastLine: string | null;
  readonly noteId: string | null;
}

/** One meeting with what all share. */
export interface Session {
  readonly id: string;
  readonly groupId: string;
  readonly groupName: string;
  readonly kind: SessionReply['kind'];
  readonly programId: string;
  readonly service: string;
  readonly facilitatorId: string;
  readonly facilitatorName: string;
  readonly cofacilitators: SessionReply['cofacilitators'];
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly modality: 'in-person' | 'video' | 'audio';
  readonly topic: string;
  readonly narrative: string;
  readonly version: number;
  readonly signedAt: Temporal.Instant | null;
}
