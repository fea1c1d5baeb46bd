import { Group, Select, Stack, TextInput } from '@mantine/core';
import { PartyAdded, VerifyTreatment } from '#server/privacy/parties/parties.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { FormEnd } from '../../ui/form/fields.tsx';
import { tell } from '../../ui/form/tell.ts';
import { Panel } from '../../ui/table/panel.tsx';
import { useSharedPrograms } from './shared-programs.ts';

interface TreatingFormProps {
  readonly partyId: string;
  readonly patientId: string;
  readonly onDone: () => void;
}

/** Somebody checked that the recipient treats the patient: a claim alone is not enough (42 CFR 2.31(a)(4)(ii)(B)). */
export function TreatingForm({ partyId, patientId, onDone }: TreatingFormProps) {
  const programs = useSharedPrograms(patientId);
  const { form, submit, isPending, failure } = useContractForm({
    contract: VerifyTreatment,
    initial: { programId: '', verifiedHow: '' },
    prepare: ({ programId, verifiedHow }) => ({ patientId, programId: programId || (programs[0]?.value ?? ''), verifiedHow }),
    send: (body) => api.post(`/parties/${partyId}/treatments`, PartyAdded, body),
    onSent: () => {
      tell('Noted. Show again what would go.');
      onDone();
    },
  });
  return (
    <Panel title="Does the recipient treat this patient?" says="A consent to treating providers holds for those who were checked.">
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Group align="start" grow preventGrowOverflow={false}>
            {programs.length > 1 && (
              <Select
                label="Checked by"
                data={programs}
                allowDeselect={false}
                {...form.getInputProps('programId')}
                value={form.values.programId || (programs[0]?.value ?? null)}
              />
            )}
            <TextInput label="How it was checked" placeholder="Named by the patient, called back" required {...form.getInputProps('verifiedHow')} />
          </Group>
          <FormEnd failure={failure} isPending={isPending} label="It was checked" />
        </Stack>
      </form>
    </Panel>
  );
}
