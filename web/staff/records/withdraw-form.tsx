import { Text, Textarea } from '@mantine/core';
import { z } from 'zod';
import { WithdrawResult } from '#server/observations/results/results.contract.ts';
import { api } from '../../ui/api/api.ts';
import { ChartForm, useChartForm, type OfChart } from './chart-form.tsx';

interface WithdrawFormProps extends OfChart {
  /** What is withdrawn: `/vitals/…`, `/results/…` or `/documents/…`, as it is on the screen. */
  readonly path: string;
  readonly version: number;
  readonly says: string;
}

/** Marks what was measured, found or filed as entered in error. */
export function WithdrawForm({ path, version, says, ...ofChart }: WithdrawFormProps) {
  const withdrawing = useChartForm({
    ...ofChart,
    contract: WithdrawResult,
    initial: { reason: '' },
    prepare: (values) => ({ ...values, version }),
    send: (body) => api.post(`${path}/withdrawal`, z.object({ id: z.string() }), body),
  });
  return (
    <ChartForm of={withdrawing} label="Entered in error" onCancel={ofChart.onDone}>
      <Text size="sm">{says}</Text>
      <Textarea label="Why" required autosize minRows={2} placeholder="Of another patient" {...withdrawing.form.getInputProps('reason')} />
    </ChartForm>
  );
}
