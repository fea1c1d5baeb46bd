/** The value of a cookie that holds a secret of its own, looked up in the database; undefined when the request has none. */
export function cookieOf(cookieHeader: string | undefined, name: string): string | undefined {
  const line = cookieHeader?.split(';').find((part) => part.trimStart().startsWith(`${name}=`));
  const value = line?.slice(line.indexOf('=') + 1).trim();
  return value === '' ? undefined : value;
}

/** The line that sets such a cookie for so many seconds; zero takes it away. No script of the page reads it, and no other site sends it. */
export function plainCookie(name: string, value: string, seconds: number, isSecure: boolean): string {
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${isSecure ? '; Secure' : ''}`;
}
