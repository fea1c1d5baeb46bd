import { Button, Group, MultiSelect, NumberInput, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DesignedForm } from '#server/charting/designs/designs.contract.ts';
import { ProgramKind } from '#server/programs/levels-of-care/levels-of-care.contract.ts';
import { Panel } from '../../../ui/table/panel.tsx';
import { administrationQueries } from '../../administration/choices.ts';
import { kindWords } from '../../administration/program-words.ts';
import { programQueries } from '../../programs/program-queries.ts';
import { SnippetList } from './setting-editor.tsx';

interface FormSettingsProps {
  readonly name: string;
  readonly form: DesignedForm;
  readonly onRename: (name: string) => void;
  readonly change: (to: (form: DesignedForm) => DesignedForm, tag?: string) => void;
}

/** What holds for the whole form: its name, what its head asks for, who uses it and where. */
export function FormSettings({ name, form, onRename, change }: FormSettingsProps) {
  const [isOpen, setOpen] = useState(false);
  const roles = useQuery(administrationQueries.roles);
  const programs = useQuery(programQueries.all);
  const set = (part: keyof DesignedForm, value: unknown) =>
    change(({ [part]: _before, ...rest }) => ({ ...rest, ...(value === undefined ? {} : { [part]: value }) }) as DesignedForm, `form.${part}`);
  const list = (part: keyof DesignedForm) => (chosen: string[]) => set(part, chosen.length > 0 ? chosen : undefined);
  const flag = (part: 'asksTimes' | 'asksRisk' | 'asksDiagnosis', label: string) => (
    <Switch size="sm" label={label} checked={form[part]} onChange={(event) => set(part, event.currentTarget.checked)} />
  );
  return (
    <Panel
      title="The form"
      says={isOpen ? undefined : 'What its head asks for, who writes it, where it is used, its snippets.'}
      actions={
        <Button size="compact-xs" variant="subtle" color="gray" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Fold' : 'Settings of the form'}
        </Button>
      }
    >
      {isOpen && (
        <Stack gap="sm">
          <TextInput label="Name" required maxLength={120} value={name} onChange={(event) => onRename(event.currentTarget.value)} />
          <Group gap="md">
            {flag('asksTimes', 'Start and end')}
            {flag('asksRisk', 'Risk question')}
            {flag('asksDiagnosis', 'Diagnoses')}
            <Switch
              size="sm"
              label="For a missed visit too"
              checked={form.aboutAbsence === true}
              onChange={(event) => set('aboutAbsence', event.currentTarget.checked || undefined)}
            />
          </Group>
          <MultiSelect
            label="Written by"
            description="Nobody named: everybody who writes notes."
            data={(roles.data?.items ?? []).filter(({ isClinical }) => isClinical).map(({ code, name: role }) => ({ value: code, label: role }))}
            value={form.disciplines ?? []}
            onChange={list('disciplines')}
          />
          <MultiSelect
            label="Used in kinds of program"
            description="No kind and no program named: in all."
            data={ProgramKind.options.map((kind) => ({ value: kind, label: kindWords(kind) }))}
            value={form.programKinds ?? []}
            onChange={list('programKinds')}
          />
          <MultiSelect
            label="And in these programs"
            data={(programs.data?.items ?? []).filter(({ active }) => active).map(({ id, name: program }) => ({ value: id, label: program }))}
            value={form.programs ?? []}
            onChange={list('programs')}
          />
          <Group grow align="flex-start">
            <NumberInput
              label="Due within hours"
              description="Where it is stricter than the program."
              min={1}
              max={2000}
              value={form.dueHours ?? ''}
              onChange={(hours) => set('dueHours', typeof hours === 'number' ? hours : undefined)}
            />
            <TextInput
              label="LOINC code"
              description="The kind of document in exports."
              maxLength={20}
              value={form.loinc}
              onChange={(event) => set('loinc', event.currentTarget.value)}
            />
          </Group>
          <Text size="sm" fw={500}>
            Snippets of the form
          </Text>
          <SnippetList snippets={form.snippets ?? []} onChange={(snippets) => set('snippets', snippets.length > 0 ? snippets : undefined)} />
        </Stack>
      )}
    </Panel>
  );
}
