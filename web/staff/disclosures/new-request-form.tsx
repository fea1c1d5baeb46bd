import { Select, Stack, Textarea } from '@mantine/core';
import { NewRequest, RequestMade } from '#server/disclosures/requests/requests.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { DayField, FormEnd } from '../../ui/form/fields.tsx';
import { tell } from '../../ui/form/tell.ts';
import { today } from '../../ui/format/today.ts';
import { day } from '../../ui/format/words.ts';
import { useMe } from '../identity/session.ts';
import { useSharedPrograms } from './shared-programs.ts';
import { useRefreshDisclosures } from './disclosure-queries.ts';
import { requestKinds } from './disclosure-words.ts';

/** Takes in what a patient asked for; its clock starts with the day of receipt. */
export function NewRequestForm({ patientId, onDone }: { readonly patientId: string; readonly onDone: () => void }) {
  const programs = useSharedPrograms(patientId);
  const { organisation } = useMe();
  const refresh = useRefreshDisclosures();
  const { form, submit, isPending, failure } = useContractForm({
    contract: NewRequest,
    initial: { kind: 'access', programId: '', receivedOn: today(organisation.timeZone), details: '' },
    prepare: (values) => ({ ...values, patientId, programId: values.programId || (programs[0]?.value ?? '') }),
    keepAs: `request:${patientId}`,
    send: (body) => api.post('/patient-requests', RequestMade, body),
    onSent: ({ dueOn }) => {
      tell(`It is due on ${day(dueOn)}.`);
      refresh();
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Select label="Asked for" data={[...requestKinds]} allowDeselect={false} {...form.getInputProps('kind')} />
        {programs.length > 1 && (
          <Select
            label="Of which program"
            data={programs}
            allowDeselect={false}
            {...form.getInputProps('programId')}
            value={form.values.programId || (programs[0]?.value ?? null)}
          />
        )}
        <DayField label="Received on" required {...form.getInputProps('receivedOn')} />
        <Textarea label="In the patient’s words" autosize minRows={3} {...form.getInputProps('details')} />
        <FormEnd failure={failure} isPending={isPending} label="Take it in" onCancel={onDone} />
      </Stack>
    </form>
  );
}
