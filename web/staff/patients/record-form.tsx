import { Stack } from '@mantine/core';
import { PatientChanges, type PatientReply } from '#server/patients/demographics/demographics.contract.ts';
import { api } from '../../ui/api/api.ts';
import { blanksAsNull, changesBetween } from '../../ui/form/blanks.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { FormEnd } from '../../ui/form/fields.tsx';
import { AboutFields, NameFields, ReachFields } from './demographic-fields.tsx';
import { useRefreshPatient } from './patient-queries.ts';
import { emptyRegistration, type Registration } from './registration.ts';

/** The record as the form holds it: nothing known is the empty text. */
export function recordValues(record: PatientReply): Registration {
  const known = Object.fromEntries(Object.entries(record).filter(([name, value]) => name in emptyRegistration && value !== null));
  const { address } = record;
  return { ...emptyRegistration, phoneKind: '', ...known, address: { ...emptyRegistration.address, ...address, line2: address?.line2 ?? '' } } as Registration;
}

/** Corrects what is told of a person. Only what changed is sent; former names and addresses are kept by the server. */
export function RecordForm({ record, onDone }: { readonly record: PatientReply; readonly onDone: () => void }) {
  const refresh = useRefreshPatient(record.id);
  const initial = recordValues(record);
  const { form, submit, isPending, failure } = useContractForm({
    contract: PatientChanges,
    initial,
    prepare: (values) => blanksAsNull(changesBetween(initial, values)),
    send: (body) => api.patch(`/patients/${record.id}`, undefined, body),
    onSent: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <NameFields form={form} />
        <ReachFields form={form} />
        <AboutFields form={form} />
        <FormEnd failure={failure} isPending={isPending} label="Save" onCancel={onDone} />
      </Stack>
    </form>
  );
}
