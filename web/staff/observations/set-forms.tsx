import { Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ChangeVitalSet, VitalSetReply, type SignReply, type VitalCode } from '#server/observations/vitals/vitals.contract.ts';
import { api } from '../../ui/api/api.ts';
import { ChartForm, useChartForm, type OfChart } from '../records/chart-form.tsx';
import { VersionHistory } from '../records/version-history.tsx';
import { observationQueries } from './observation-queries.ts';
import { bloodPressure, measuredIn, shownValue } from './vital-words.ts';
import { SignFields } from './sign-fields.tsx';

interface FormProps extends OfChart {
  readonly set: VitalSetReply;
}

/** Corrects values of a set: what was written first stays in its history. */
export function ChangeSetForm({ set, signs, patientId, onDone }: FormProps & { readonly signs: readonly SignReply[] }) {
  const [row, setRow] = useState(() => ({
    values: Object.fromEntries(Object.entries(set.measured).map(([code, taken]) => [code, taken.value])) as Partial<Record<VitalCode, string>>,
    units: Object.fromEntries(Object.entries(set.measured).map(([code, taken]) => [code, taken.unit])) as Partial<Record<VitalCode, string>>,
  }));
  const sent = useChartForm({
    patientId,
    onDone,
    contract: ChangeVitalSet,
    initial: { note: set.note, reason: '' },
    prepare: (values) => ({ ...values, version: set.version, position: set.position, measured: measuredIn(signs, row) }),
    send: (body) => api.patch(`/vitals/${set.id}`, VitalSetReply, body),
  });
  const { form } = sent;
  return (
    <ChartForm of={sent} label="Save the correction" onCancel={onDone}>
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
    </ChartForm>
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
