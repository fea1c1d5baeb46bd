import { Button, Checkbox, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { NewRiskEntry, SafetyPlan } from '#server/assessments/risk/risk.contract.ts';
import { useContractForm } from '../../../ui/form/contract-form.ts';
import { FormEnd } from '../../../ui/form/fields.tsx';
import { planOf, planParts, typedPlan } from './safety-plan.ts';
import { useRiskEntry, type RiskFormProps } from './use-risk-entry.ts';

const confirmations = [
  ['arePeopleTold', 'The people named know that they are part of the plan'],
  ['areMeansSafe', 'What is to be put away is put away'],
  ['isWrittenTogether', 'Written together with the person'],
  ['isCopyGiven', 'The person has a copy'],
] as const;

function NoPlan(props: RiskFormProps & { readonly onBack: () => void }) {
  const { send, onSent } = useRiskEntry(props);
  const { form, submit, isPending, failure } = useContractForm({
    contract: NewRiskEntry,
    initial: { kind: 'plan-not-possible', reason: '' },
    prepare: (values) => values,
    send,
    onSent,
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Textarea label="Why there is no plan now, and what keeps the person safe instead" required autosize minRows={3} {...form.getInputProps('reason')} />
        <FormEnd failure={failure} isPending={isPending} label="Keep the reason" onCancel={props.onBack} />
      </Stack>
    </form>
  );
}

/** The safety plan, written together: seven parts in the order in which they are used. */
export function PlanForm(props: RiskFormProps) {
  const { riskCase } = props;
  const { send, onSent } = useRiskEntry(props);
  const [isPossible, setPossible] = useState(true);
  const { form, submit, isPending, failure } = useContractForm({
    contract: SafetyPlan,
    initial: typedPlan(riskCase.plan?.content ?? null),
    prepare: planOf,
    send: (plan) => send({ kind: 'plan-written', plan }),
    onSent,
    keepAs: `safety-plan:${riskCase.id}`,
  });
  if (!isPossible) return <NoPlan {...props} onBack={() => setPossible(true)} />;
  const decline = (part: string, isDeclined: boolean) =>
    form.setFieldValue('declined', isDeclined ? [...form.values.declined, part] : form.values.declined.filter((other) => other !== part));
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {planParts.map(([part, label, hint]) => (
          <div key={part}>
            <Textarea label={label} description={hint} autosize minRows={2} {...form.getInputProps(part)} />
            {part !== 'reasonsForLiving' && (
              <Checkbox
                mt={4}
                size="xs"
                label="The person did not want to fill this"
                aria-label={`${label}: the person did not want to fill this`}
                checked={form.values.declined.includes(part)}
                onChange={({ currentTarget }) => decline(part, currentTarget.checked)}
              />
            )}
          </div>
        ))}
        <Radio.Group label="Firearms at home or within reach" required {...form.getInputProps('firearms')}>
          <Group mt={4}>
            <Radio value="access" label="Yes" />
            <Radio value="no-access" label="No" />
            <Radio value="declined" label="Did not want to say" />
          </Group>
        </Radio.Group>
        <Stack gap={6}>
          {confirmations.map(([name, label]) => (
            <Checkbox key={name} label={label} {...form.getInputProps(name, { type: 'checkbox' })} />
          ))}
        </Stack>
        <Text size="sm">
          No plan can be written now?{' '}
          <Button size="compact-xs" variant="subtle" onClick={() => setPossible(false)}>
            Say why
          </Button>
        </Text>
        <FormEnd failure={failure} isPending={isPending} label="Keep the plan" onCancel={props.onDone} />
      </Stack>
    </form>
  );
}
