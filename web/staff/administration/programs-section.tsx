import { Badge, Button, Select, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { MadeProgram, NewProgram, type Program } from '#server/programs/programs/programs.contract.ts';
import { ProgramKind } from '#server/programs/levels-of-care/levels-of-care.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { ChoiceField, DayField, FormEnd } from '../../ui/form/fields.tsx';
import { today } from '../../ui/format/today.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Lines } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMe } from '../identity/session.ts';
import { programQueries } from '../programs/program-queries.ts';
import { useSiteChoices } from './choices.ts';
import { ProgramPanel } from './program-panel.tsx';
import { kindWords, placeWords } from './program-words.ts';

type ProgramReply = z.infer<typeof Program>;

function NewProgramForm({ onDone }: { readonly onDone: () => void }) {
  const queries = useQueryClient();
  const { organisation } = useMe();
  const sites = useSiteChoices();
  const levels = useQuery(programQueries.levelsOfCare);
  const { form, submit, isPending, failure } = useContractForm({
    contract: NewProgram,
    initial: {
      name: '',
      siteId: '',
      kind: 'outpatient',
      levelOfCare: '',
      placeOfService: '',
      status: { part2: false, basis: '', validFrom: today(organisation.timeZone) },
    },
    prepare: (values) => values,
    send: (body) => api.post('/programs', MadeProgram, body),
    onSent: () => {
      void queries.invalidateQueries({ queryKey: ['programs'] });
      onDone();
    },
  });
  const fitting = (levels.data?.items ?? []).filter(({ kinds }) => kinds.some((kind) => kind === form.values.kind));
  const places = fitting.find(({ code }) => code === form.values.levelOfCare)?.placesOfService ?? [];
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput label="Name" required {...form.getInputProps('name')} />
        <Select
          label="Site"
          required
          data={sites}
          {...form.getInputProps('siteId')}
          value={form.values.siteId || null}
          onChange={(id) => form.setFieldValue('siteId', id ?? '')}
        />
        <Select
          label="Kind"
          required
          allowDeselect={false}
          data={ProgramKind.options.map((kind) => ({ value: kind, label: kindWords(kind) }))}
          {...form.getInputProps('kind')}
        />
        <ChoiceField
          label="Level of care"
          required
          choices={fitting.map(({ code, name }) => ({ code, says: `${name} (${code})` }))}
          {...form.getInputProps('levelOfCare')}
        />
        <ChoiceField
          label="Place of service on claims"
          required
          choices={places.map((code) => ({ code, says: placeWords(code) }))}
          {...form.getInputProps('placeOfService')}
        />
        <Switch label="42 CFR Part 2 applies" {...form.getInputProps('status.part2', { type: 'checkbox' })} />
        <Textarea
          label="On what ground"
          description="Federal assistance, and how the unit holds itself out (42 CFR 2.11, 2.12(b)); or why it does not apply"
          required
          autosize
          minRows={2}
          {...form.getInputProps('status.basis')}
        />
        <DayField label="From" required {...form.getInputProps('status.validFrom')} />
        <FormEnd failure={failure} isPending={isPending} label="Set up the program" onCancel={onDone} />
      </Stack>
    </form>
  );
}

/** Programs with level of care and their standing under Part 2. */
export function ProgramsSection() {
  const programs = useQuery(programQueries.all);
  const sites = useSiteChoices();
  const [doing, setDoing] = useState<ProgramReply | 'add' | null>(null);
  const close = () => setDoing(null);
  return (
    <Panel
      title="Programs"
      flush
      actions={
        <Button size="compact-sm" onClick={() => setDoing('add')}>
          Set up a program
        </Button>
      }
    >
      <Loaded query={programs} empty="No program yet. Patients are registered in a program.">
        {({ items }) => (
          <Lines
            label="Programs"
            rows={items}
            columns={[
              { label: 'Program', cell: ({ name }) => name },
              { label: 'Site', cell: ({ siteId }) => sites.find(({ value }) => value === siteId)?.label ?? '' },
              { label: 'Level of care', cell: ({ levelOfCare }) => levelOfCare.name },
              { label: 'Place', cell: ({ placeOfService }) => placeWords(placeOfService), wide: true },
              {
                label: 'Part 2',
                cell: ({ part2 }) =>
                  part2 ? (
                    <Badge size="sm" variant="light" color="orange">
                      protected
                    </Badge>
                  ) : (
                    'no'
                  ),
              },
              {
                label: 'Standing',
                cell: ({ active }) =>
                  active ? null : (
                    <Badge size="sm" color="gray" variant="light">
                      closed
                    </Badge>
                  ),
              },
            ]}
            keyOf={({ id }) => id}
            onOpen={setDoing}
            tone={({ active }) => (active ? undefined : 'past')}
          />
        )}
      </Loaded>
      <Dialog title={doing === 'add' ? 'Set up a program' : (doing?.name ?? '')} opened={doing !== null} onClose={close}>
        {doing === 'add' && <NewProgramForm onDone={close} />}
        {doing && doing !== 'add' && <ProgramPanel program={doing} onDone={close} />}
      </Dialog>
    </Panel>
  );
}
