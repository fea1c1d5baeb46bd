import { z } from 'zod';

export const SignIn = z.object({ email: z.email('Write your email address.').max(120), password: z.string().min(1, 'Write your password.').max(200) });

/**
 * How far the sign-in has come. `second-factor`: send a code to /auth/second-factor.
 * `enrol-second-factor`: the role needs one and none is set up; until it is, nothing else is answered.
 * What fails is a problem: 401 `sign-in.refused` (unknown address or wrong password alike), 401 `sign-in.locked`, 401 `second-factor.refused`.
 */
export const SignInState = z.object({ state: z.enum(['signed-in', 'second-factor', 'enrol-second-factor']) });

/** Six digits of the authenticator app. */
export const SecondFactorCode = z.object({
  code: z
    .string()
    .transform((written) => written.replaceAll(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'Write the six digits.')),
});

/** One of the recovery codes; each works once. */
export const RecoveryCode = z.object({ code: z.string().trim().min(8, 'Write the whole recovery code.').max(40) });

/** People whom the demo offers by name. Not there outside demo mode. */
export const Personas = z.object({
  items: z.array(
    z.object({ staffId: z.uuid(), displayName: z.string(), credential: z.string().nullable(), roles: z.array(z.object({ code: z.string(), name: z.string() })) }),
  ),
});

export const DemoSignIn = z.object({ staffId: z.uuid() });
