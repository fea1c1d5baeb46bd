import { Select, Stack, Text, Textarea } from '@mantine/core';
import { RevokeConsent, type ConsentPage } from '#server/privacy/consents/consents.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { useContractForm } from '../../../ui/form/contract-form.ts';
import { FormEnd } from '../../../ui/form/fields.tsx';
import { tell } from '../../../ui/form/tell.ts';

interface RevokeFormProps {
  readonly consent: ConsentPage;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Takes a consent back in writing. */
export function RevokeForm({ consent, onDone, onCancel }: RevokeFormProps) {
  const { form, submit, isPending, failure } = useContractForm({
    contract: RevokeConsent,
    initial: { how: 'written-here', words: '' },
    send: (body) => api.post(`/consents/${consent.id}/revocation`, undefined, body),
    onSent: () => {
      tell('The consent is taken back. Nothing leaves under it any more.');
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Text size="sm">It ends at once: what is queued stays here. What was shared before cannot be called back.</Text>
        <Select
          label="How did the patient say it?"
          allowDeselect={false}
          data={[
            { value: 'written-here', label: 'Written here, today' },
            { value: 'letter', label: 'By letter' },
          ]}
          {...form.getInputProps('how')}
        />
        <Textarea label="What the patient wrote" required autosize minRows={3} {...form.getInputProps('words')} />
        <FormEnd failure={failure} isPending={isPending} label="Take it back" onCancel={onCancel} />
      </Stack>
    </form>
  );
}
