/** How many failures lock, within which time and for how long; a dated row of identity.sign_in_policy. */
export interface LockoutPolicy {
  readonly accountFailures: number;
  readonly addressFailures: number;
  readonly windowMinutes: number;
  readonly lockMinutes: number;
}

/**
 * Until when sign-in is locked; undefined when it is not. Locked from the failure that was the `allowed`-th within the window.
 * Tries during a lock are no failures, so that nobody can keep another locked out without end. NIST SP 800-63B-4 section 3.2.2.
 */
export function lockedUntil(failures: readonly Temporal.Instant[], allowed: number, policy: LockoutPolicy, now: Temporal.Instant): Temporal.Instant | undefined {
  const newestFirst = failures.toSorted((a, b) => Temporal.Instant.compare(b, a));
  const last = newestFirst[0];
  const first = newestFirst[allowed - 1];
  if (!last || !first) return undefined;
  if (Temporal.Instant.compare(first.add({ minutes: policy.windowMinutes }), last) < 0) return undefined;
  const until = last.add({ minutes: policy.lockMinutes });
  return Temporal.Instant.compare(until, now) > 0 ? until : undefined;
}
