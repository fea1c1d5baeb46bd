import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import { useContractForm, type ContractForm, type ContractFormOptions } from '../../ui/form/contract-form.ts';
import { FormEnd } from '../../ui/form/fields.tsx';
import { useRefreshPatient } from '../patients/patient-queries.ts';

/** Whose chart it is, and what closes the form. */
export interface OfChart {
  readonly patientId: string;
  readonly onDone: () => void;
}

/** A form that writes into a chart: once it is sent, the chart is read anew and the form closes. */
export function useChartForm<Contract extends z.ZodType, Values extends object, Reply>({
  patientId,
  onDone,
  onSent,
  ...options
}: ContractFormOptions<Contract, Values, Reply> & OfChart): ContractForm<Values> {
  const refresh = useRefreshPatient(patientId);
  return useContractForm({
    ...options,
    onSent: (reply) => {
      onSent?.(reply);
      void refresh();
      onDone();
    },
  });
}

interface ChartFormProps {
  readonly of: Pick<ContractForm<never>, 'submit' | 'isPending' | 'failure'>;
  /** What sending comes to. */
  readonly label: string;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** Its fields one under the other, and at the end what is in the way and how it is sent. */
export function ChartForm({ of: { submit, isPending, failure }, label, onCancel, children }: ChartFormProps) {
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {children}
        <FormEnd failure={failure} isPending={isPending} label={label} onCancel={onCancel} />
      </Stack>
    </form>
  );
}
