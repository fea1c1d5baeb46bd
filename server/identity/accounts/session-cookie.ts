import { createHmac } from 'node:crypto';

/** The cookie of a session: better-auth's token and its signature. */
export const sessionCookieName = 'mooring_session';
/** The cookie of a sign-in that waits for its second factor. */
export const secondFactorCookieName = 'mooring_second_factor';

/** The signed value of a cookie without its signature; undefined when the request has none. The value is a secret of its own, looked up in the database. */
export function cookieValue(cookieHeader: string | undefined, name: string): string | undefined {
  const line = cookieHeader?.split(';').find((part) => part.trimStart().startsWith(`${name}=`));
  if (line === undefined) return undefined;
  const value = line.slice(line.indexOf('=') + 1).trim();
  const end = value.lastIndexOf('.');
  return end > 0 ? value.slice(0, end) : undefined;
}

/** A session cookie as better-auth signs it: HMAC-SHA-256, base64. It ends with the browser; the server ends it sooner. */
export function signedSessionCookie(token: string, secret: string, isSecure: boolean): string {
  const signature = createHmac('sha256', secret).update(token).digest('base64');
  return `${sessionCookieName}=${encodeURIComponent(`${token}.${signature}`)}; Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
}

/** The line that takes a cookie away. */
export function expiredCookie(name: string): string {
  return `${name}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`;
}
