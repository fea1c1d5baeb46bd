import { Button, Checkbox, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { KeepSource, SourceKind, type Sources } from '#server/intake/sources/sources.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { ChoiceField, FormEnd, PhoneField } from '../../ui/form/fields.tsx';
import { phone } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay } from '../identity/session.ts';
import { requestId } from '../patients/request-id.ts';
import { intakeQueries, useIntakeAct } from './intake-queries.ts';

type Source = Sources['items'][number];

const says = (code: string) => code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' ');
const kinds = SourceKind.options.map((code) => ({ code, says: says(code) }));
const columns: readonly Column<Source>[] = [
  { label: 'Name', cell: ({ name }) => name },
  { label: 'Kind', cell: ({ kind }) => says(kind) },
  { label: 'Telephone', cell: (source) => phone(source.phone), wide: true },
  { label: 'Calls', cell: ({ calls }) => calls, align: 'right' },
  { label: 'Referrals', cell: ({ referrals }) => referrals, align: 'right' },
  { label: 'Admissions', cell: ({ admissions }) => admissions, align: 'right' },
];

function SourceForm({ source, onDone }: { readonly source: Source | null; readonly onDone: () => void }) {
  const [id] = useState(source?.id ?? requestId());
  const keeping = useIntakeAct((body: object) => api.put(`/intake/sources/${id}`, undefined, body), onDone);
  const { form, submit, isPending, failure } = useContractForm({
    contract: KeepSource,
    initial: { name: source?.name ?? '', kind: source?.kind ?? '', phone: source?.phone ?? '', active: source?.active ?? true },
    send: (body) => keeping.mutateAsync(body),
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput label="Name" required autoComplete="off" {...form.getInputProps('name')} />
        <ChoiceField label="Kind" required choices={kinds} {...form.getInputProps('kind')} />
        <PhoneField label="Telephone" {...form.getInputProps('phone')} />
        <Checkbox label="Still sends people" {...form.getInputProps('active', { type: 'checkbox' })} />
        <FormEnd failure={failure} isPending={isPending} label="Keep" onCancel={onDone} />
      </Stack>
    </form>
  );
}

/** Who sends people, and how many of them became admissions in one's programs. */
export function SourcesView() {
  const may = useMay();
  const sources = useQuery(intakeQueries.sources);
  const [open, setOpen] = useState<Source | 'new' | null>(null);
  return (
    <Panel
      title="Who sends people"
      flush
      says="Counted from calls to your programs"
      actions={
        may('intake.write') && (
          <Button size="xs" variant="light" onClick={() => setOpen('new')}>
            Add
          </Button>
        )
      }
    >
      <Loaded query={sources} empty="Nobody is on the list yet. Add the hospitals, courts and practices that send people.">
        {({ items }) => (
          <Lines
            label="Who sends people"
            rows={items}
            columns={columns}
            keyOf={({ id }) => id}
            {...(may('intake.write') ? { onOpen: setOpen } : {})}
            tone={({ active }) => (active ? undefined : 'past')}
          />
        )}
      </Loaded>
      <Dialog title={open === 'new' ? 'Who sends people' : (open?.name ?? '')} opened={open !== null} onClose={() => setOpen(null)}>
        {open !== null && <SourceForm source={open === 'new' ? null : open} onDone={() => setOpen(null)} />}
      </Dialog>
    </Panel>
  );
}
