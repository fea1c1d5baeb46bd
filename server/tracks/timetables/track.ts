/** The hours of one group on one weekday, on the clock of the site. Monday is 1. */
export interface Slot {
  readonly id: string;
  readonly weekday: number;
  readonly starts: Temporal.PlainTime;
  readonly minutes: number;
  readonly groupId: string;
  readonly roomId: string | null;
}

/** One coming together of one group, as the timetable has it. */
export interface Occurrence {
  readonly slot: Slot;
  readonly day: Temporal.PlainDate;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
}

/** A track without its slots. */
export interface Track {
  readonly id: string;
  readonly programId: string;
  readonly programName: string;
  readonly name: string;
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
  readonly timeZone: string;
  readonly siteId: string;
}

/** A meeting with its group as it is now, and how many hold a seat. */
export interface Meeting {
  readonly sessionId: string;
  readonly trackId: string;
  readonly slotId: string;
  readonly groupId: string;
  readonly groupName: string;
  readonly facilitatorId: string;
  readonly facilitatorName: string;
  readonly roomId: string | null;
  readonly roomName: string | null;
  readonly modality: 'in-person' | 'video' | 'audio';
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly capacity: number;
  readonly taken: number;
  readonly signed: boolean;
}
