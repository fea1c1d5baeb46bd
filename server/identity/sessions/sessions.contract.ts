import { z } from 'zod';

/** Who is signed in, and what they may do now. */
export const Me = z.object({
  staff: z.object({
    id: z.uuid(),
    displayName: z.string(),
    givenName: z.string(),
    familyName: z.string(),
    email: z.string(),
    credential: z.string().nullable(),
    npi: z.string().nullable(),
  }),
  roles: z.array(z.object({ code: z.string(), name: z.string() })),
  permissions: z.array(z.string()),
  /** Programs in which the person works today; their names come from GET /programs. */
  programIds: z.array(z.uuid()),
  sites: z.array(z.object({ id: z.uuid(), name: z.string(), timeZone: z.string() })),
  organisation: z.object({ name: z.string(), timeZone: z.string(), allowsDictation: z.boolean() }),
  /** The server ends a session without activity after this; send `mooring-activity: none` with requests that no person caused. */
  idleMinutes: z.int(),
  hasSecondFactor: z.boolean(),
  demo: z.boolean(),
});

/** How far the sign-in of this browser has come. */
export const SessionState = z.object({ state: z.enum(['signed-out', 'signed-in', 'second-factor', 'enrol-second-factor']) });

export const SessionParams = z.object({ sessionId: z.uuid() });

export const SessionList = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      device: z.string().nullable(),
      address: z.string().nullable(),
      startedAt: z.iso.datetime(),
      lastActiveAt: z.iso.datetime(),
      isThisOne: z.boolean(),
    }),
  ),
});

export type MeReply = z.infer<typeof Me>;
