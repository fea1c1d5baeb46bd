import { Badge, Button, Stack, Text, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { NoteRules, SwitchRule, type NoteRule } from '#server/margin/switches/switches.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { FormEnd } from '../../ui/form/fields.tsx';
import { moment } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Lines } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';

const severities = { stops: 'before signing', fix: 'to mend', look: 'to look at' } as const;

function SwitchForm({ rule, onDone }: { readonly rule: NoteRule; readonly onDone: () => void }) {
  const queries = useQueryClient();
  const { form, submit, isPending, failure } = useContractForm({
    contract: SwitchRule,
    initial: { isOn: !rule.isOn, reason: '' },
    send: (body) => api.post(`/note-rules/${rule.id}/switch`, NoteRules, body),
    onSent: (answer) => {
      queries.setQueryData(['note-rules'], answer);
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Text size="sm">{rule.says}</Text>
        <Text size="xs" c="dimmed">
          Source: {rule.source}. In force since {rule.validFrom}.
        </Text>
        {!rule.isOn && (
          <Text size="sm">
            Switched off by {rule.switchedBy}
            {rule.switchedAt ? ` on ${moment(rule.switchedAt)}` : ''}: {rule.reason}
          </Text>
        )}
        <Textarea
          label={rule.isOn ? 'Why this organisation does without it' : 'Why it is switched on again'}
          required
          autosize
          minRows={2}
          data-autofocus
          {...form.getInputProps('reason')}
        />
        <FormEnd failure={failure} isPending={isPending} label={rule.isOn ? 'Switch it off for everybody' : 'Switch it on again'} onCancel={onDone} />
      </Stack>
    </form>
  );
}

/** The rules by which notes are looked over while they are written: where each comes from, and which of them we do without. */
export function NoteRulesSection() {
  const rules = useQuery({ queryKey: ['note-rules'], queryFn: () => api.get('/note-rules', NoteRules) });
  const [chosen, setChosen] = useState<NoteRule | null>(null);
  const close = () => setChosen(null);
  return (
    <Panel title="Note rules" flush>
      <Text size="sm" c="dimmed" px="md" pb="xs">
        Shown in the margin while a note is written. They sign nothing and forbid nothing. What is asked before a signature stays asked, whether it is shown here or not.
      </Text>
      <Loaded query={rules}>
        {({ items }) => (
          <Lines
            label="Note rules"
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              { label: 'Rule', cell: ({ title }) => title },
              { label: 'Weight', cell: ({ severity }) => severities[severity] },
              { label: 'Source', cell: ({ source }) => <Text size="xs">{source}</Text>, wide: true },
              {
                label: 'State',
                cell: ({ isOn, reason }) =>
                  isOn ? (
                    'on'
                  ) : (
                    <Stack gap={2}>
                      <Badge size="sm" variant="light" color="orange">
                        off
                      </Badge>
                      <Text size="xs">{reason}</Text>
                    </Stack>
                  ),
              },
              {
                label: '',
                cell: (rule) => (
                  <Button size="compact-xs" variant="default" onClick={() => setChosen(rule)} aria-label={`${rule.isOn ? 'Switch off' : 'Switch on'}: ${rule.title}`}>
                    {rule.isOn ? 'Switch off' : 'Switch on'}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Loaded>
      <Dialog title={chosen?.title ?? ''} opened={chosen !== null} onClose={close}>
        {chosen && <SwitchForm rule={chosen} onDone={close} />}
      </Dialog>
    </Panel>
  );
}
