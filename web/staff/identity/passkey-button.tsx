import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFingerprint } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { startAuthentication, type PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';
import { PasskeyChallenge } from '#server/identity/passkeys/passkeys.contract.ts';
import { api } from '../../ui/api/api.ts';
import { wordsOf } from '../../ui/api/problem.ts';

async function signInByPasskey(): Promise<void> {
  const { challengeId, options } = await api.post('/auth/passkey/options', PasskeyChallenge);
  const response = await startAuthentication({ optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON });
  await api.post('/auth/passkey', undefined, { challengeId, response });
}

/** Signs in by the device: fingerprint, face or security key. Counts as both factors. */
export function PasskeyButton({ onDone }: { readonly onDone: () => void }) {
  const signIn = useMutation({
    mutationFn: signInByPasskey,
    onSuccess: onDone,
    onError: (error) => notifications.show({ color: 'orange', message: wordsOf(error).title }),
  });
  return (
    <Button variant="default" leftSection={<IconFingerprint size={16} />} loading={signIn.isPending} onClick={() => signIn.mutate()}>
      Passkey
    </Button>
  );
}
