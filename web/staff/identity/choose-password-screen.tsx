import { Anchor, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ChoosePassword, LinkOwner } from '#server/identity/passwords/passwords.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { FormEnd } from '../../ui/form/fields.tsx';
import { Failed, Waiting } from '../../ui/states/states.tsx';
import { Harbor } from './harbor.tsx';

function PasswordForm({ token, onDone }: { readonly token: string; readonly onDone: () => void }) {
  const { form, submit, isPending, failure } = useContractForm({
    contract: ChoosePassword,
    initial: { password: '' },
    prepare: ({ password }) => ({ token, password }),
    send: (body) => api.post('/auth/password', undefined, body),
    onSent: onDone,
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <PasswordInput
          label="New password"
          description="At least 12 characters; a short sentence is fine"
          autoComplete="new-password"
          required
          {...form.getInputProps('password')}
        />
        <FormEnd failure={failure} isPending={isPending} label="Keep this password" />
      </Stack>
    </form>
  );
}

/** Where a mailed one-time link leads. The token stands after the #, so that it reaches no log of a server. */
export function ChoosePasswordScreen() {
  const token = window.location.hash.slice(1);
  const [done, setDone] = useState(false);
  const owner = useQuery({ queryKey: ['link', token], queryFn: () => api.post('/auth/links', LinkOwner, { token }), retry: false });
  return (
    <Harbor>
      <Stack gap="md">
        <Title order={1}>Choose a password</Title>
        {owner.isPending && <Waiting />}
        {owner.isError && <Failed error={owner.error} />}
        {owner.data && !done && (
          <>
            <Text size="sm">
              For {owner.data.displayName}, {owner.data.email}
            </Text>
            <PasswordForm token={token} onDone={() => setDone(true)} />
          </>
        )}
        {done && <Text size="sm">Your password is set.</Text>}
        <Anchor href="/" size="sm">
          To the sign-in
        </Anchor>
      </Stack>
    </Harbor>
  );
}
