import { hash, verify } from '@node-rs/argon2';

// OWASP password storage: argon2id (the default of the library) with 19 MiB, two passes, one lane. Runs in the thread pool, not on the event loop.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The argon2id hash of a password, with its salt and cost in it. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** Whether the password is the one of the hash. */
export function isPassword(password: string, hashed: string): Promise<boolean> {
  return verify(hashed, password);
}
