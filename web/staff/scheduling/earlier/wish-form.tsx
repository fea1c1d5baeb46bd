import { Checkbox, Group, NumberInput, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { WishEarlier } from '#server/scheduling/earlier-times/earlier-times.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { useContractForm } from '../../../ui/form/contract-form.ts';
import { FormEnd } from '../../../ui/form/fields.tsx';
import { tell } from '../../../ui/form/tell.ts';
import { requestId } from '../../patients/request-id.ts';
import { weekdayNames } from './earlier-words.ts';

/** Within which limits somebody would come earlier than this appointment. */
export function WishForm({ appointmentId, onDone }: { readonly appointmentId: string; readonly onDone: () => void }) {
  const queries = useQueryClient();
  const [id] = useState(requestId);
  const { form, submit, isPending, failure } = useContractForm({
    contract: WishEarlier,
    initial: { id, anyClinician: false, weekdays: [] as string[], notBefore: '', notAfter: '', noticeHours: 24 as number | string },
    prepare: ({ weekdays, notBefore, notAfter, noticeHours, ...values }) => ({
      ...values,
      weekdays: weekdays.map(Number),
      noticeHours: Number(noticeHours),
      ...(notBefore ? { notBefore } : {}),
      ...(notAfter ? { notAfter } : {}),
    }),
    send: (body) => api.post(`/appointments/${appointmentId}/earlier-wish`, undefined, body),
    onSent: () => {
      void queries.invalidateQueries({ queryKey: ['earlier-times'] });
      tell('A freed time that suits is shown at the desk.');
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Checkbox.Group label="Days" description="None chosen: any day" {...form.getInputProps('weekdays')}>
          <SimpleGrid cols={{ base: 2, xs: 3 }} spacing={6} mt={6}>
            {weekdayNames.map((name, index) => (
              <Checkbox key={name} value={String(index + 1)} label={name} />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
        <Group grow align="start">
          <TextInput type="time" label="Not before" {...form.getInputProps('notBefore')} />
          <TextInput type="time" label="Not after" {...form.getInputProps('notAfter')} />
        </Group>
        <NumberInput label="Hours of notice" min={0} max={336} {...form.getInputProps('noticeHours')} />
        <Checkbox label="Any clinician of the program" {...form.getInputProps('anyClinician', { type: 'checkbox' })} />
        <Text size="xs" c="dimmed">
          When a time is given back, the first who suits is shown at the desk with how they allow to be reached. Who says yes is moved.
        </Text>
        <FormEnd failure={failure} isPending={isPending} label="Keep the wish" onCancel={onDone} />
      </Stack>
    </form>
  );
}
