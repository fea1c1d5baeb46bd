import { z } from 'zod';

/** WebAuthn options and responses are passed between the browser and @simplewebauthn as they are. */
const WebAuthn = z.record(z.string(), z.unknown());

export const PasskeyParams = z.object({ passkeyId: z.uuid() });

export const PasskeyChallenge = z.object({ challengeId: z.uuid(), options: WebAuthn });

export const NewPasskey = z.object({ challengeId: z.uuid(), name: z.string().trim().min(1, 'Name the device.').max(60), response: WebAuthn });

export const PasskeySignIn = z.object({ challengeId: z.uuid(), response: WebAuthn });

export const PasskeyList = z.object({
  items: z.array(z.object({ id: z.uuid(), name: z.string(), createdAt: z.iso.datetime(), lastUsedAt: z.iso.datetime().nullable() })),
});
