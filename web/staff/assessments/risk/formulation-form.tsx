import { SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { Formulation } from '#server/assessments/risk/risk.contract.ts';
import { useContractForm } from '../../../ui/form/contract-form.ts';
import { FormEnd } from '../../../ui/form/fields.tsx';
import { levelWords } from './risk-words.ts';
import { useRiskEntry, type RiskFormProps } from './use-risk-entry.ts';

const fields = [
  ['ideation', 'Ideation', 'Thoughts of death or suicide: how often, how strong, what helps against them'],
  ['planAndIntent', 'Plan and intent', ''],
  ['means', 'Means', 'What is at hand, firearms and medicines among it'],
  ['riskFactors', 'What raises the risk', 'History, losses, substances, sleep, what is different now'],
  ['protectiveFactors', 'What protects', ''],
  ['disposition', 'What follows', 'Where the person stays, who is with them, what was arranged, when they are seen next'],
] as const;

/** The same-day formulation: what was found, the level that a clinician sets, what follows. */
export function FormulationForm(props: RiskFormProps) {
  const { send, onSent } = useRiskEntry(props);
  const { form, submit, isPending, failure } = useContractForm({
    contract: Formulation,
    initial: { level: '', ideation: '', planAndIntent: '', means: '', riskFactors: '', protectiveFactors: '', disposition: '' },
    send: (body) => send({ kind: 'formulated', ...body }),
    onSent,
    keepAs: `formulation:${props.riskCase.id}`,
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {fields.map(([name, label, description]) => (
          <Textarea key={name} label={label} description={description || undefined} required autosize minRows={2} {...form.getInputProps(name)} />
        ))}
        <div>
          <Text size="sm" fw={550}>
            Level of risk, as you judge it
          </Text>
          <SegmentedControl
            fullWidth
            aria-label="Level of risk, as you judge it"
            data={[{ value: '', label: 'Choose' }, ...Object.entries(levelWords).map(([value, label]) => ({ value, label: label.replace(' risk', '') }))]}
            value={form.values.level}
            onChange={(level) => form.setFieldValue('level', level)}
          />
          {form.errors['level'] && (
            <Text size="xs" c="red" role="alert">
              {form.errors['level']}
            </Text>
          )}
        </div>
        <FormEnd failure={failure} isPending={isPending} label="Keep the formulation" onCancel={props.onDone} />
      </Stack>
    </form>
  );
}
