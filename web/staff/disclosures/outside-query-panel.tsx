import { Blockquote, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ConstantReply, OutsideQuery } from '#server/disclosures/packets/packets.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { FormEnd } from '../../ui/form/fields.tsx';
import { Panel } from '../../ui/table/panel.tsx';

/** Somebody calls and asks about somebody: the words to say, the same for patients and for everybody else. */
export function OutsideQueryPanel() {
  const [says, setSays] = useState<string | null>(null);
  const { form, submit, isPending, failure } = useContractForm({
    contract: OutsideQuery,
    initial: { asker: '', about: '' },
    send: (body) => api.post('/outside-queries', ConstantReply, body),
    onSent: (reply) => setSays(reply.says),
  });
  return (
    <Panel title="Somebody outside asks" says="By telephone or letter, without a consent. Nobody is looked up; that it was asked is kept.">
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Group align="start" grow preventGrowOverflow={false}>
            <TextInput label="Who asks" required {...form.getInputProps('asker')} />
            <TextInput label="About whom" required {...form.getInputProps('about')} />
          </Group>
          <FormEnd failure={failure} isPending={isPending} label="What to say" />
          {says && (
            <Blockquote p="sm" role="status">
              {says}
            </Blockquote>
          )}
        </Stack>
      </form>
    </Panel>
  );
}
