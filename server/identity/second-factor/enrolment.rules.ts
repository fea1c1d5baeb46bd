import type { Obstacle } from '#server/platform/index.ts';

/**
 * What stands against setting up an authenticator app. With a password alone no new factor may take the place of one that exists,
 * or the second factor would protect nothing.
 */
export function obstaclesToEnrolment({ hasAuthenticator, hasPasskey }: { hasAuthenticator: boolean; hasPasskey: boolean }, isPasswordOnly: boolean): Obstacle[] {
  if (hasAuthenticator)
    return [{ code: 'second-factor.exists', says: 'An authenticator app is set up already. To move to another phone, ask an administrator to reset it.' }];
  if (hasPasskey && isPasswordOnly) return [{ code: 'second-factor.use-passkey', says: 'Sign in with your passkey first.' }];
  return [];
}
