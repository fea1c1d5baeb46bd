import { Alert, Anchor, Button, Code, Image, PasswordInput, PinInput, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { toDataURL } from 'qrcode';
import { useState } from 'react';
import { Enrolment } from '#server/identity/second-factor/second-factor.contract.ts';
import { api } from '../../ui/api/api.ts';
import { wordsOf } from '../../ui/api/problem.ts';

function Failure({ error }: { readonly error: unknown }) {
  return (
    <Alert color="orange" role="alert">
      {wordsOf(error).title}
    </Alert>
  );
}

/** Six digits of the authenticator app; sends them by itself when all are there. */
function CodeForm({ path, onDone }: { readonly path: string; readonly onDone: () => void }) {
  const check = useMutation({ mutationFn: (code: string) => api.post(path, undefined, { code }), onSuccess: onDone });
  return (
    <Stack gap="sm">
      <Text size="sm">Enter the six digits that your authenticator app shows.</Text>
      <PinInput
        length={6}
        type="number"
        oneTimeCode
        autoFocus
        getInputProps={(index) => ({ 'aria-label': `Digit ${index + 1} of 6` })}
        onComplete={(code) => check.mutate(code)}
        disabled={check.isPending}
      />
      {check.isError && <Failure error={check.error} />}
    </Stack>
  );
}

function RecoveryForm({ onDone }: { readonly onDone: () => void }) {
  const [code, setCode] = useState('');
  const check = useMutation({ mutationFn: () => api.post('/auth/recovery-code', undefined, { code }), onSuccess: onDone });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        check.mutate();
      }}
    >
      <Stack gap="sm">
        <TextInput label="Recovery code" description="Each works once." value={code} onChange={(event) => setCode(event.currentTarget.value)} />
        {check.isError && <Failure error={check.error} />}
        <Button type="submit" loading={check.isPending}>
          Continue
        </Button>
      </Stack>
    </form>
  );
}

function QrCode({ uri }: { readonly uri: string }) {
  const picture = useQuery({ queryKey: ['qr', uri], queryFn: () => toDataURL(uri, { margin: 1, width: 200 }), staleTime: Number.POSITIVE_INFINITY });
  return picture.data ? <Image src={picture.data} w={200} h={200} alt="QR code for your authenticator app" /> : null;
}

/** Sets up an authenticator app: once more the password, the picture to scan, recovery codes to keep, a first code. */
function Enrol({ onDone }: { readonly onDone: () => void }) {
  const [password, setPassword] = useState('');
  const enrol = useMutation({ mutationFn: () => api.post('/auth/second-factor/enrolment', Enrolment, { password }) });
  if (!enrol.data) {
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault();
          enrol.mutate();
        }}
      >
        <Stack gap="sm">
          <Text size="sm">Your role needs a second factor. You will need an authenticator app on your phone.</Text>
          <PasswordInput label="Your password again" autoComplete="current-password" value={password} onChange={(event) => setPassword(event.currentTarget.value)} />
          {enrol.isError && <Failure error={enrol.error} />}
          <Button type="submit" loading={enrol.isPending}>
            Set up the app
          </Button>
        </Stack>
      </form>
    );
  }
  return (
    <Stack gap="sm">
      <QrCode uri={enrol.data.uri} />
      <Text size="xs" c="dimmed">
        Or type this key: <Code>{enrol.data.secret}</Code>
      </Text>
      <Text size="sm">Keep these recovery codes in a safe place. They are shown this once.</Text>
      <SimpleGrid cols={2} spacing={4}>
        {enrol.data.recoveryCodes.map((code) => (
          <Code key={code}>{code}</Code>
        ))}
      </SimpleGrid>
      <CodeForm path="/auth/second-factor/confirmation" onDone={onDone} />
    </Stack>
  );
}

/** The second factor: a code, a recovery code, or setting one up. */
export function SecondFactor({ enrol, onDone }: { readonly enrol: boolean; readonly onDone: () => void }) {
  const [recovering, setRecovering] = useState(false);
  if (enrol) return <Enrol onDone={onDone} />;
  return (
    <Stack gap="sm">
      {recovering ? <RecoveryForm onDone={onDone} /> : <CodeForm path="/auth/second-factor" onDone={onDone} />}
      <Anchor component="button" type="button" size="sm" onClick={() => setRecovering(!recovering)}>
        {recovering ? 'Use the app instead' : 'Use a recovery code'}
      </Anchor>
    </Stack>
  );
}
