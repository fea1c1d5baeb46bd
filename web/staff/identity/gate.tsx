import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { SetUpState } from '#server/identity/set-up/set-up.contract.ts';
import { api, onSessionEnd } from '../../ui/api/api.ts';
import { claimForms } from '../../ui/form/kept-values.ts';
import { Failed, Waiting } from '../../ui/states/states.tsx';
import { ChoosePasswordScreen } from './choose-password-screen.tsx';
import { SignedIn, useSession, type Session } from './session.ts';
import { SetUpScreen } from './set-up-screen.tsx';
import { SignInScreen } from './sign-in-screen.tsx';

type Unfinished = Exclude<Session['state'], 'signed-in'>;

function BeforeSignIn({ state }: { readonly state: Unfinished }) {
  const setUp = useQuery({ queryKey: ['set-up'], queryFn: () => api.get('/set-up', SetUpState, {}, { quiet: true }) });
  if (setUp.isPending) return <Waiting />;
  return setUp.data?.needed ? <SetUpScreen /> : <SignInScreen key={state} reached={state === 'signed-out' ? 'password' : state} />;
}

/** Lets in who is signed in. A session that ends shows the sign-in over the same address: after it, one is back where one was. */
export function Gate({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient();
  const session = useSession();
  useEffect(() => onSessionEnd(() => void queries.invalidateQueries({ queryKey: ['session'] })), [queries]);
  // The mailed link comes from outside any session.
  if (window.location.pathname === '/choose-password') return <ChoosePasswordScreen />;
  if (session.isPending) return <Waiting />;
  if (session.isError) return <Failed error={session.error} retry={() => void session.refetch()} />;
  if (session.data.state !== 'signed-in') return <BeforeSignIn state={session.data.state} />;
  // Before anything is drawn, so that no form opens with the words of the last person at this desk.
  claimForms(session.data.me.staff.id);
  return <SignedIn value={session.data.me}>{children}</SignedIn>;
}
