import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ConsentList, type ConsentLine } from '#server/privacy/consents/consents.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { Dialog } from '../../../ui/form/dialog.tsx';
import { moment } from '../../../ui/format/words.ts';
import { Empty, Failed, Waiting } from '../../../ui/states/states.tsx';
import { Panel } from '../../../ui/table/panel.tsx';
import { useMay } from '../../identity/session.ts';
import { RestrictionsSection } from '../restrictions/restrictions-section.tsx';
import { Builder } from './builder.tsx';
import { ConsentPanel } from './consent-panel.tsx';
import { kindChoices } from './consent-words.ts';

const tone = { draft: 'orange', active: 'teal', expired: 'gray', revoked: 'red', superseded: 'gray' } as const;
const stateWords = { draft: 'to be signed', active: 'in force', expired: 'over', revoked: 'taken back', superseded: 'replaced' } as const;
const titleOf = (kind: string) => kindChoices.find(({ value }) => value === kind)?.label ?? kind;

function Line({ consent, onOpen }: { readonly consent: ConsentLine; readonly onOpen: () => void }) {
  return (
    <Panel
      title={titleOf(consent.kind)}
      actions={
        <Button size="compact-xs" variant="light" onClick={onOpen}>
          {consent.state === 'draft' ? 'Read and sign' : 'Open'}
        </Button>
      }
    >
      <Stack gap={4}>
        <Group gap={6}>
          <Badge size="sm" variant="light" color={tone[consent.state]}>
            {stateWords[consent.state]}
          </Badge>
          <Text size="xs" c="dimmed">
            {consent.signedAt ? `signed by ${consent.signedBy}, ${moment(consent.signedAt)}` : `drawn up ${moment(consent.drawnUpAt)}`}
          </Text>
        </Group>
        <Text size="sm">{consent.says}</Text>
      </Stack>
    </Panel>
  );
}

/** What this person agreed to, in one sentence each; new ones are drawn up, read together and signed here. */
export function ConsentsTab({ patientId }: { readonly patientId: string }) {
  const may = useMay();
  const queries = useQueryClient();
  const [open, setOpen] = useState<string | null>(null);
  const list = useQuery({ queryKey: ['patient', patientId, 'consents'], queryFn: () => api.get(`/patients/${patientId}/consents`, ConsentList) });
  const close = () => {
    setOpen(null);
    void queries.invalidateQueries({ queryKey: ['patient', patientId, 'consents'] });
  };
  return (
    <Stack gap="md">
      {may('consent.write') && (
        <Group>
          <Button onClick={() => setOpen('new')}>New consent</Button>
        </Group>
      )}
      {list.isPending && <Waiting />}
      {list.isError && <Failed error={list.error} retry={() => void list.refetch()} />}
      {list.data?.items.length === 0 && <Empty>No consent yet. Without one nothing of a Part 2 program leaves, not even a claim.</Empty>}
      {list.data?.items.map((consent) => (
        <Line key={consent.id} consent={consent} onOpen={() => setOpen(consent.id)} />
      ))}
      <Dialog title={open === 'new' ? 'New consent' : 'Consent'} opened={open !== null} onClose={close} wide>
        {open === 'new' && <Builder patientId={patientId} onDrawnUp={setOpen} />}
        {open !== null && open !== 'new' && <ConsentPanel consentId={open} onDone={close} />}
      </Dialog>
      <RestrictionsSection patientId={patientId} />
    </Stack>
  );
}
