/** Where the time comes from: the machine's clock in life, a virtual one in scenarios and tests. */
export interface Clock {
  now(): Temporal.Instant;
}

// Milliseconds: finer times would come back from PostgreSQL (microseconds) and from browsers (milliseconds) as others.
export const machineClock: Clock = { now: () => Temporal.Now.instant().round('millisecond') };

/** A clock that moves only when told to. */
export class VirtualClock implements Clock {
  #now: Temporal.Instant;
  constructor(start: Temporal.Instant) {
    this.#now = start;
  }
  now(): Temporal.Instant {
    return this.#now;
  }
  advance(by: Temporal.DurationLike): void {
    this.#now = this.#now.add(by);
  }
  set(to: Temporal.Instant): void {
    this.#now = to;
  }
}
