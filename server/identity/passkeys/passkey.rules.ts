import type { Obstacle } from '#server/platform/index.ts';

/** What stands against adding a passkey: a session that gave only its password must first use the factor that exists. */
export function obstaclesToPasskey({ hasAuthenticator, hasPasskey }: { hasAuthenticator: boolean; hasPasskey: boolean }, isPasswordOnly: boolean): Obstacle[] {
  if (isPasswordOnly && (hasAuthenticator || hasPasskey))
    return [{ code: 'passkey.second-factor-first', says: 'Sign in with your second factor before you add another.' }];
  return [];
}
