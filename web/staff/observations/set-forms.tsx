import { Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ChangeVitalSet, VitalSetReply, type SignReply, type VitalCode } from '#server/observations/vitals/vitals.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { FormEnd } from '../../ui/form/fields.tsx';
import { useRefreshPatient } from '../patients/patient-queries.ts';
import { observationQueries } from './observation-queries.ts';
import { bloodPressure, measuredIn, shownValue } from './vital-words.ts';
import { SignFields } from './sign-fields.tsx';
import { VersionHistory } from './version-history.tsx';

interface FormProps {
  readonly set: VitalSetReply;
  readonly patientId: string;
  readonly onDone: () => void;
}

/** Corrects values of a set: what was written first stays in its history. */
export function ChangeSetForm({ set, signs, patientId, onDone }: FormProps & { readonly signs: readonly SignReply[] }) {
  const refresh = useRefreshPatient(patientId);
  const [row, setRow] = useState(() => ({
    values: Object.fromEntries(Object.entries(set.measured).map(([code, taken]) => [code, taken.value])) as Partial<Record<VitalCode, string>>,
    units: Object.fromEntries(Object.entries(set.measured).map(([code, taken]) => [code, taken.unit])) as Partial<Record<VitalCode, string>>,
  }));
  const { form, submit, isPending, failure } = useContractForm({
    contract: ChangeVitalSet,
    initial: { note: set.note, reason: '' },
    prepare: (values) => ({ ...values, version: set.version, position: set.position, measured: measuredIn(signs, row) }),
    send: (body) => api.patch(`/vitals/${set.id}`, VitalSetReply, body),
    onSent: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <SignFields
          signs={signs}
          row={row}
          errorOf={(code) => {
            const said = form.errors[`measured.${code}.value`] ?? form.errors[`measured.${code}`];
            return typeof said === 'string' ? said : undefined;
          }}
          onChange={setRow}
        />
        <Textarea label="Why it is corrected" required autosize minRows={2} {...form.getInputProps('reason')} />
        <FormEnd failure={failure} isPending={isPending} label="Save the correction" onCancel={onDone} />
      </Stack>
    </form>
  );
}

/** All that was ever written of a set. */
export function SetHistory({ setId, signs }: { readonly setId: string; readonly signs: readonly SignReply[] }) {
  const history = useQuery(observationQueries.vitalsHistory(setId));
  const others = signs.filter(({ code }) => code !== 'systolic' && code !== 'diastolic');
  return (
    <VersionHistory
      query={history}
      says={(each) => [bloodPressure(each), ...others.map(({ code, name }) => shownValue(each, code) && `${name} ${shownValue(each, code)}`)].filter(Boolean).join(', ')}
    />
  );
}
