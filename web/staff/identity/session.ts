import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { Me, SessionState, type MeReply } from '#server/identity/sessions/sessions.contract.ts';
import { api } from '../../ui/api/api.ts';

/** Where a sign-in stands: known, or what is still to be done. */
export type Session = { readonly state: 'signed-in'; readonly me: MeReply } | { readonly state: 'signed-out' | 'second-factor' | 'enrol-second-factor' };

async function askWhoAmI(): Promise<Session> {
  const { state } = await api.get('/auth/session', SessionState, {}, { quiet: true });
  return state === 'signed-in' ? { state, me: await api.get('/me', Me, {}, { quiet: true }) } : { state };
}

/** The session of this browser. */
export function useSession() {
  return useQuery({ queryKey: ['session'], queryFn: askWhoAmI, staleTime: 60_000 });
}

/** Who was signed in when the gate was last drawn. A screen that is drawn once more while a session ends still knows whose it was. */
export const SignedIn = createContext<MeReply | null>(null);

/** Who is signed in; for screens behind the sign-in. Throws outside the gate, which is a bug of the router. */
export function useMe(): MeReply {
  const me = useContext(SignedIn);
  if (me === null) throw new Error('This screen needs a session');
  return me;
}

/** Whether the signed-in person may do this. */
export function useMay(): (permission: string) => boolean {
  const { permissions } = useMe();
  return (permission) => permissions.includes(permission);
}

/** Forgets everything that was loaded for the last person and asks anew who is here. */
export function useNewSession(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    await queries.resetQueries({ queryKey: ['session'] });
  };
}
