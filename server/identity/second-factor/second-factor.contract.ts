import { z } from 'zod';

/** The password once more, before the keys of an account change. */
export const WithPassword = z.object({ password: z.string().min(1, 'Write your password.').max(200) });

/** What the authenticator app needs (`uri` as a QR code, `secret` to type), and the recovery codes, shown this once. */
export const Enrolment = z.object({ uri: z.string(), secret: z.string(), recoveryCodes: z.array(z.string()) });

export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });
