import { Anchor, Badge, Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { DisclosureJson } from '#server/privacy/gate/accounting.contract.ts';
import { moment } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay } from '../identity/session.ts';
import { disclosureQueries } from './disclosure-queries.ts';
import { spoken } from './disclosure-words.ts';
import { PacketLines } from './packet-lines.tsx';
import { RequestsPanel } from './requests-panel.tsx';

const columns: readonly Column<DisclosureJson>[] = [
  { label: 'To', cell: ({ recipientName }) => recipientName },
  { label: 'When', cell: ({ at }) => moment(at) },
  { label: 'What', cell: ({ what }) => what },
  { label: 'Basis', cell: ({ basis, citation }) => `${spoken(basis)}, ${citation}` },
  { label: 'By', cell: ({ channel }) => spoken(channel), wide: true },
  {
    label: 'Accounting',
    cell: ({ part2Accounting, hipaaAccounting }) => (
      <Group gap={4}>
        {hipaaAccounting && (
          <Badge size="xs" variant="light">
            HIPAA
          </Badge>
        )}
        {part2Accounting && (
          <Badge size="xs" variant="light">
            Part 2
          </Badge>
        )}
      </Group>
    ),
  },
];

/** All that left of one patient, what waits, and what the patient asked for. */
export function DisclosuresTab({ patientId }: { readonly patientId: string }) {
  const may = useMay();
  const left = useQuery(disclosureQueries.left(patientId));
  const packets = useQuery(disclosureQueries.packets(patientId));
  return (
    <Stack gap="md">
      {may('disclosure.release') && (
        <Group>
          <Button component={Link} to={`/disclosures/release/${patientId}`}>
            Release records
          </Button>
        </Group>
      )}
      <Panel title="Packets" flush>
        <Loaded query={packets} empty="No packet was made of this record.">
          {({ items }) => <PacketLines packets={items} />}
        </Loaded>
      </Panel>
      <Panel
        title="Everything that left"
        flush
        says="One line a recipient and release, written when it left."
        actions={
          may('disclosure.release') && (
            <Anchor href={`/api/patients/${patientId}/accounting/print`} target="_blank" rel="noreferrer" size="sm">
              Accounting for the patient
            </Anchor>
          )
        }
      >
        <Loaded query={left} empty="Nothing of this record left the organization.">
          {({ items }) => <Lines label="Disclosures" rows={items} columns={columns} keyOf={({ id }) => id} />}
        </Loaded>
      </Panel>
      <RequestsPanel patientId={patientId} />
    </Stack>
  );
}
