import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { SetUpState } from '#server/identity/set-up/set-up.contract.ts';
import { api, onSessionEnd } from '../../ui/api/api.ts';
import { Failed, Waiting } from '../../ui/states/states.tsx';
import { useSession } from './session.ts';
import { SetUpScreen } from './set-up-screen.tsx';
import { SignInScreen } from './sign-in-screen.tsx';

function BeforeSignIn({ pendingFactor }: { readonly pendingFactor: boolean }) {
  const setUp = useQuery({ queryKey: ['set-up'], queryFn: () => api.get('/set-up', SetUpState, {}, { quiet: true }) });
  if (setUp.isPending) return <Waiting />;
  return setUp.data?.needed ? <SetUpScreen /> : <SignInScreen pendingFactor={pendingFactor} />;
}

/** Lets in who is signed in. A session that ends shows the sign-in over the same address: after it, one is back where one was. */
export function Gate({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient();
  const session = useSession();
  useEffect(() => onSessionEnd(() => void queries.invalidateQueries({ queryKey: ['session'] })), [queries]);
  if (session.isPending) return <Waiting />;
  if (session.isError) return <Failed error={session.error} retry={() => void session.refetch()} />;
  return session.data.state === 'signed-in' ? children : <BeforeSignIn pendingFactor={session.data.state === 'second-factor'} />;
}
