import { Badge, Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AgreementJson } from '#server/privacy/agreements/agreements.contract.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { day } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Empty } from '../../ui/states/states.tsx';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { EndAgreementForm, NewAgreementForm } from './agreement-forms.tsx';
import { disclosureQueries } from './disclosure-queries.ts';
import { spoken } from './disclosure-words.ts';

const columns: readonly Column<AgreementJson>[] = [
  { label: 'With', cell: ({ partyName }) => partyName },
  { label: 'Kind', cell: ({ kind }) => spoken(kind) },
  { label: 'Carries', cell: ({ integration }) => (integration ? spoken(integration) : '') },
  { label: 'Covers', cell: ({ scope }) => scope, wide: true },
  { label: 'In force', cell: ({ validFrom, validTo }) => (validTo ? `${day(validFrom)} to ${day(validTo)}` : `since ${day(validFrom)}`) },
];

/** Agreements with those who carry or keep records; what has none does not run. */
export function AgreementsPanel() {
  const [opened, setOpened] = useState<AgreementJson | 'new' | null>(null);
  const agreements = useQuery(disclosureQueries.agreements);
  const close = () => setOpened(null);
  return (
    <Panel
      title="Agreements"
      flush
      says="What carries records out runs only under a current agreement."
      actions={
        <Button size="compact-sm" variant="light" onClick={() => setOpened('new')}>
          Enter an agreement
        </Button>
      }
    >
      <Loaded query={agreements}>
        {({ items, integrations }) => (
          <>
            <Group gap="xs" px="md" pb="sm" role="list" aria-label="What may run">
              {integrations.map(({ integration, mayRun }) => (
                <Badge key={integration} role="listitem" variant="light" color={mayRun ? 'tide' : 'orange'}>
                  {spoken(integration)}: {mayRun ? 'may run' : 'stopped'}
                </Badge>
              ))}
            </Group>
            {items.length === 0 ? (
              <Empty>No agreement is entered: nothing goes by machine.</Empty>
            ) : (
              <Lines
                label="Agreements"
                rows={items}
                columns={columns}
                keyOf={({ id }) => id}
                onOpen={setOpened}
                tone={({ isCurrent }) => (isCurrent ? undefined : 'past')}
              />
            )}
          </>
        )}
      </Loaded>
      <Dialog title={opened === 'new' ? 'Enter an agreement' : (opened?.partyName ?? '')} opened={opened !== null} onClose={close}>
        {opened === 'new' && <NewAgreementForm onDone={close} />}
        {opened && opened !== 'new' && <EndAgreementForm agreement={opened} onDone={close} />}
      </Dialog>
    </Panel>
  );
}
