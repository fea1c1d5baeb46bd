import { Alert, Anchor, Avatar, Button, Divider, Group, PasswordInput, Stack, Text, TextInput, Title, UnstyledButton } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { SetUpState } from '#server/identity/set-up/set-up.contract.ts';
import { Personas, SignInState } from '#server/identity/sign-in/sign-in.contract.ts';
import { api } from '../../ui/api/api.ts';
import { wordsOf } from '../../ui/api/problem.ts';
import { Failed } from '../../ui/states/states.tsx';
import { initials } from '../shell/initials.ts';
import { Harbor } from './harbor.tsx';
import { PasskeyButton } from './passkey-button.tsx';
import { SecondFactor } from './second-factor.tsx';
import { useNewSession } from './session.ts';
import classes from './sign-in.module.css';

type Stage = 'password' | 'second-factor' | 'enrol-second-factor';

function PersonaTiles({ onDone }: { readonly onDone: () => void }) {
  const setUp = useQuery({ queryKey: ['set-up'], queryFn: () => api.get('/set-up', SetUpState, {}, { quiet: true }) });
  const personas = useQuery({ queryKey: ['personas'], queryFn: () => api.get('/demo/personas', Personas), enabled: setUp.data?.demo === true });
  const enter = useMutation({ mutationFn: (staffId: string) => api.post('/demo/sign-in', SignInState, { staffId }), onSuccess: onDone });
  if (!personas.data) return null;
  return (
    <Stack gap="sm">
      <Divider label="Demo: step in as" labelPosition="left" />
      <div className={classes.personas}>
        {personas.data.items.map((persona) => (
          <UnstyledButton key={persona.staffId} className={classes.persona} disabled={enter.isPending} onClick={() => enter.mutate(persona.staffId)}>
            <Avatar size={34} color="tide" variant="light">
              {initials(persona.displayName)}
            </Avatar>
            <div>
              <Text size="sm" fw={600} truncate lh={1.3}>
                {persona.displayName}
              </Text>
              <Text size="xs" c="dimmed" truncate lh={1.3}>
                {persona.roles.map(({ name }) => name).join(', ')}
              </Text>
            </div>
          </UnstyledButton>
        ))}
      </div>
      {enter.isError && <Failed error={enter.error} />}
    </Stack>
  );
}

function PasswordForm({ onStage }: { readonly onStage: (state: 'signed-in' | Stage) => void }) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({ mutationFn: () => api.post('/auth/sign-in', SignInState, { email, password }), onSuccess: ({ state }) => onStage(state) });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        signIn.mutate();
      }}
    >
      <Stack gap="sm">
        <TextInput label="Email" type="email" autoComplete="username webauthn" required value={email} onChange={(event) => setEmail(event.currentTarget.value)} />
        <PasswordInput label="Password" autoComplete="current-password" required value={password} onChange={(event) => setPassword(event.currentTarget.value)} />
        {signIn.isError && (
          <Alert color="orange" role="alert">
            {wordsOf(signIn.error).title}
          </Alert>
        )}
        <Group grow>
          <Button type="submit" loading={signIn.isPending}>
            Sign in
          </Button>
          <PasskeyButton onDone={() => onStage('signed-in')} />
        </Group>
        <Text size="xs" c="dimmed">
          Forgotten your password? Ask an administrator for a new link.
        </Text>
      </Stack>
    </form>
  );
}

/** The way in: password and second factor, a passkey, or, in the demo, a person by name. */
export function SignInScreen({ reached = 'password' }: { readonly reached?: Stage }) {
  const [stage, setStage] = useState<Stage>(reached);
  const renew = useNewSession();
  const advance = (state: 'signed-in' | Stage) => (state === 'signed-in' ? void renew() : setStage(state));
  return (
    <Harbor>
      <Stack gap="lg">
        <div>
          <Title order={1}>{stage === 'password' ? 'Sign in' : 'One more step'}</Title>
          <Text c="dimmed" size="sm">
            {stage === 'password' ? 'Whatever you were writing is still here.' : 'Your role needs a second factor.'}
          </Text>
        </div>
        {stage === 'password' ? <PasswordForm onStage={advance} /> : <SecondFactor enrol={stage === 'enrol-second-factor'} onDone={() => advance('signed-in')} />}
        {stage === 'password' ? (
          <PersonaTiles onDone={() => void renew()} />
        ) : (
          <Anchor component="button" type="button" size="sm" onClick={() => setStage('password')}>
            Back to the password
          </Anchor>
        )}
      </Stack>
    </Harbor>
  );
}
