import { Checkbox, Stack, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { KeepAftercare, type Aftercare } from '#server/stays/aftercare/aftercare.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { ChoiceField, FormEnd } from '../../ui/form/fields.tsx';
import { tell } from '../../ui/form/tell.ts';
import { moment } from '../../ui/format/words.ts';
import { Panel } from '../../ui/table/panel.tsx';

const naloxone = [
  { code: 'given', says: 'Given or prescribed' },
  { code: 'declined', says: 'Offered, declined' },
  { code: 'not-indicated', says: 'Not indicated' },
];

/** What follows the stay. A later plan stands beside the earlier one. */
export function AftercareForm({ episodeId, current }: { readonly episodeId: string; readonly current: Aftercare['current'] }) {
  const queries = useQueryClient();
  const { form, submit, isPending, failure } = useContractForm({
    contract: KeepAftercare,
    initial: {
      declined: current?.declined ?? false,
      plan: current?.plan ?? '',
      appointment: current?.appointment ?? '',
      risk: current?.risk ?? '',
      naloxone: current?.naloxone ?? '',
    },
    keepAs: `aftercare:${episodeId}`,
    send: (body) => api.put(`/episodes/${episodeId}/aftercare`, undefined, body),
    onSent: () => {
      tell('The aftercare is kept.');
      void queries.invalidateQueries({ queryKey: ['stays'] });
    },
  });
  return (
    <Panel title="Aftercare" says={current ? `Last kept ${moment(current.writtenAt)} by ${current.writtenByName}` : 'Not written yet'}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Textarea label="What follows" autosize minRows={3} {...form.getInputProps('plan')} />
          <TextInput label="First appointment elsewhere" {...form.getInputProps('appointment')} />
          <TextInput label="Risk at the end of the stay" {...form.getInputProps('risk')} />
          <ChoiceField label="Naloxone" required choices={naloxone} {...form.getInputProps('naloxone')} />
          <Checkbox label="The person declined aftercare" {...form.getInputProps('declined', { type: 'checkbox' })} />
          <FormEnd failure={failure} isPending={isPending} label="Keep the aftercare" />
        </Stack>
      </form>
    </Panel>
  );
}
