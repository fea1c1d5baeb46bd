import { Alert, Anchor, Box, Button, Divider, Group, Paper, PasswordInput, SimpleGrid, Stack, Text, TextInput, Title, UnstyledButton } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Personas, SignInState } from '#server/identity/sign-in/sign-in.contract.ts';
import { api } from '../../ui/api/api.ts';
import { wordsOf } from '../../ui/api/problem.ts';
import { PasskeyButton } from './passkey-button.tsx';
import { SecondFactor } from './second-factor.tsx';
import { useNewSession } from './session.ts';
import classes from './sign-in.module.css';

type Stage = 'password' | 'second-factor' | 'enrol-second-factor';

function PersonaTiles({ onDone }: { readonly onDone: () => void }) {
  const personas = useQuery({ queryKey: ['personas'], queryFn: () => api.get('/demo/personas', Personas), retry: false });
  const enter = useMutation({ mutationFn: (staffId: string) => api.post('/demo/sign-in', undefined, { staffId }), onSuccess: onDone });
  if (!personas.data) return null;
  return (
    <Stack gap="xs">
      <Divider label="Or look around the demo as" labelPosition="center" />
      <SimpleGrid cols={2} spacing={8}>
        {personas.data.items.map((persona) => (
          <UnstyledButton key={persona.staffId} className={classes.persona} disabled={enter.isPending} onClick={() => enter.mutate(persona.staffId)}>
            <Text size="sm" fw={600}>
              {persona.displayName}
            </Text>
            <Text size="xs" c="dimmed">
              {[persona.roles.map(({ name }) => name).join(', '), persona.credential].filter(Boolean).join(' · ')}
            </Text>
          </UnstyledButton>
        ))}
      </SimpleGrid>
      {enter.isError && <Alert color="orange">{wordsOf(enter.error).title}</Alert>}
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
export function SignInScreen({ pendingFactor = false }: { readonly pendingFactor?: boolean }) {
  const [stage, setStage] = useState<Stage>(pendingFactor ? 'second-factor' : 'password');
  const renew = useNewSession();
  const advance = (state: 'signed-in' | Stage) => (state === 'signed-in' ? void renew() : setStage(state));
  return (
    <Box className={classes.harbor}>
      <Paper component="main" className={classes.card} withBorder>
        <Stack gap="lg">
          <div>
            <Title order={1}>Mooring</Title>
            <Text c="dimmed" size="sm">
              {stage === 'password' ? 'Sign in to your organisation' : 'One more step'}
            </Text>
          </div>
          {stage === 'password' ? <PasswordForm onStage={advance} /> : <SecondFactor enrol={stage === 'enrol-second-factor'} onDone={() => advance('signed-in')} />}
          {stage === 'password' ? <PersonaTiles onDone={() => void renew()} /> : <Anchor component="button" size="sm" onClick={() => setStage('password')}>Back to the password</Anchor>}
        </Stack>
      </Paper>
    </Box>
  );
}
