import { api } from '../../ui/api/api.ts';

/** The address that opens the questions of a token. What stands behind # is never sent to a server, nor written to its logs. */
export function linkOf(token: string): string {
  return `${window.location.origin}/questions#${token}`;
}

/** Gives this device to the patient: the session ends here first, the chart is gone from the page, and the way back leads to the sign-in. */
export async function handOver(token: string): Promise<void> {
  sessionStorage.setItem('mooring-back-to', window.location.pathname);
  await api.post('/auth/sign-out', undefined);
  // A browser may keep the page as it stood for its Back button: it is asked anew, by nobody who is signed in.
  window.addEventListener('pageshow', ({ persisted }) => persisted && window.location.reload());
  window.location.replace(linkOf(token));
}
