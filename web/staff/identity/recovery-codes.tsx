import { Button, Code, PasswordInput, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { RecoveryCodes as Renewed, WithPassword } from '#server/identity/second-factor/second-factor.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { FormEnd } from '../../ui/form/fields.tsx';
import { Panel } from '../../ui/table/panel.tsx';

/** New recovery codes in place of the old, shown once; the password is asked for again. */
export function RecoveryCodesPanel() {
  const [codes, setCodes] = useState<readonly string[]>([]);
  const { form, submit, isPending, failure, putAside } = useContractForm({
    contract: WithPassword,
    initial: { password: '' },
    prepare: (values) => values,
    send: (body) => api.post('/auth/recovery-codes', Renewed, body),
    onSent: ({ recoveryCodes }) => {
      setCodes(recoveryCodes);
      putAside();
    },
  });
  return (
    <Panel title="Recovery codes" says="For the day your phone is lost. New ones end the old ones.">
      {codes.length > 0 ? (
        <Stack gap="sm" role="status">
          <Text size="sm">Keep these in a safe place. They are shown this once, and each works once.</Text>
          <SimpleGrid cols={2} spacing={4}>
            {codes.map((code) => (
              <Code key={code}>{code}</Code>
            ))}
          </SimpleGrid>
          <Button variant="default" onClick={() => setCodes([])}>
            I have kept them
          </Button>
        </Stack>
      ) : (
        <form onSubmit={submit} noValidate>
          <Stack gap="sm">
            <PasswordInput label="Your password once more" autoComplete="current-password" {...form.getInputProps('password')} />
            <FormEnd failure={failure} isPending={isPending} label="Make new codes" />
          </Stack>
        </form>
      )}
    </Panel>
  );
}
