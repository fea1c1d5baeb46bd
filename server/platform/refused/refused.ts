/** One thing that stands in the way, for a program (`code`), a person (`says`) and a field (`at`, e.g. `lines.2`). */
export interface Obstacle {
  readonly code: string;
  readonly says: string;
  readonly at?: string;
}

/** What is wrong with one field of a request. */
export interface FieldFault {
  readonly at: string;
  readonly says: string;
}

/** A rule says no. Answered as 409 when the state of things stands against it, else 422. */
export class Refused extends Error {
  readonly code: string;
  readonly obstacles: readonly Obstacle[];
  readonly status: 409 | 422;
  constructor(code: string, obstacles: Obstacle | readonly Obstacle[], status: 409 | 422 = 422) {
    const all = Array.isArray(obstacles) ? (obstacles as readonly Obstacle[]) : [obstacles as Obstacle];
    super(all.map((obstacle) => obstacle.says).join(' '));
    this.name = 'Refused';
    this.code = code;
    this.obstacles = all;
    this.status = status;
  }
}

/** Nothing there, or nothing that this person may know of: both are answered with the same bytes. */
export class NotFound extends Error {
  constructor(what: string) {
    super(`${what} not found`);
    this.name = 'NotFound';
  }
}

/** The request itself cannot be read; names each field and the remedy. */
export class Invalid extends Error {
  readonly faults: readonly FieldFault[];
  constructor(faults: readonly FieldFault[]) {
    super(faults.map((fault) => `${fault.at}: ${fault.says}`).join(' '));
    this.name = 'Invalid';
    this.faults = faults;
  }
}

/** The session is missing, over, or lacks its second factor. */
export class NotSignedIn extends Error {
  readonly code: string;
  constructor(code = 'session.missing', says = 'Please sign in.') {
    super(says);
    this.name = 'NotSignedIn';
    this.code = code;
  }
}

/** The person is known, the act is not theirs to do. */
export class Forbidden extends Error {
  readonly permission: string;
  constructor(permission: string) {
    super('Your role does not include this. Ask an administrator if it should.');
    this.name = 'Forbidden';
    this.permission = permission;
  }
}

/** An outside system does not answer; says what happens next. */
export class Unavailable extends Error {
  readonly system: string;
  readonly retryAfterSeconds: number | undefined;
  constructor(system: string, says: string, retryAfterSeconds?: number) {
    super(says);
    this.name = 'Unavailable';
    this.system = system;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Throws `Refused` with all the obstacles, or does nothing when there are none. */
export function refuseIf(obstacles: readonly Obstacle[], status: 409 | 422 = 422): void {
  const first = obstacles[0];
  if (first) throw new Refused(first.code, obstacles, status);
}
