/** What one person did with a record on one day for one purpose. */
export interface AccessLine {
  readonly day: Temporal.PlainDate;
  readonly actorName: string;
  readonly actorKind: string;
  readonly roles: string[];
  readonly purpose: string;
  /** The parts before the dot of what was done: `note`, `patient`. */
  readonly parts: string[];
  readonly times: number;
  readonly firstAt: Temporal.Instant;
}
