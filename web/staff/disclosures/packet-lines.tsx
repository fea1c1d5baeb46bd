import { Anchor, Badge, Button, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { PacketReply, StopPacket, type PacketJson } from '#server/disclosures/packets/packets.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { FormEnd } from '../../ui/form/fields.tsx';
import { tell } from '../../ui/form/tell.ts';
import { moment } from '../../ui/format/words.ts';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { useMay } from '../identity/session.ts';
import { useRefreshDisclosures } from './disclosure-queries.ts';
import { packetStates, spoken } from './disclosure-words.ts';

type Line = PacketJson & { readonly patientName?: string };

function StopForm({ packet, onDone }: { readonly packet: PacketJson; readonly onDone: () => void }) {
  const refresh = useRefreshDisclosures();
  const { form, submit, isPending, failure } = useContractForm({
    contract: StopPacket,
    initial: { reason: '' },
    send: (body) => api.post(`/packets/${packet.id}/stop`, PacketReply, body),
    onSent: () => {
      tell(`${packet.number} is stopped.`);
      refresh();
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Textarea label="Why" required autosize minRows={2} data-autofocus {...form.getInputProps('reason')} />
        <FormEnd failure={failure} isPending={isPending} label="Stop it" onCancel={onDone} />
      </Stack>
    </form>
  );
}

const state: Column<Line> = {
  label: 'State',
  cell: (packet) => (
    <Group gap={6}>
      <Badge size="sm" variant="light" color={packetStates[packet.state].color}>
        {packetStates[packet.state].says}
      </Badge>
      {packet.says}
    </Group>
  ),
};

const columns: readonly Column<Line>[] = [
  { label: 'To', cell: ({ recipientName }) => recipientName },
  { label: 'Packet', cell: ({ number, pages }) => `${number}, ${pages} pages` },
  { label: 'Ground', cell: ({ lane }) => lane },
  state,
  { label: 'By', cell: ({ channel }) => (channel ? spoken(channel) : ''), wide: true },
  { label: 'When', cell: ({ releasedAt, preparedAt }) => moment(releasedAt ?? preparedAt) },
];

const person: Column<Line> = { label: 'Patient', cell: ({ patientName }) => patientName ?? '' };

/** Packets with what became of them; what has not left can be stopped. */
export function PacketLines({ packets, ofMany = false }: { readonly packets: readonly Line[]; readonly ofMany?: boolean }) {
  const may = useMay();
  const [stopping, setStopping] = useState<PacketJson | null>(null);
  const acts: Column<Line> = {
    label: 'Do',
    cell: (packet) => {
      if (packet.hasFile)
        return (
          <Anchor href={`/api/packets/${packet.id}/file`} target="_blank" rel="noreferrer" size="sm">
            Pages
          </Anchor>
        );
      return packet.state === 'prepared' || packet.state === 'queued' ? (
        <Button size="compact-xs" variant="subtle" color="red" aria-label={`Stop ${packet.number}`} onClick={() => setStopping(packet)}>
          Stop
        </Button>
      ) : null;
    },
  };
  return (
    <>
      <Lines
        label="Packets"
        rows={packets}
        columns={[...(ofMany ? [person] : []), ...columns, ...(may('disclosure.release') ? [acts] : [])]}
        keyOf={({ id }) => id}
        {...(ofMany ? { to: ({ patientId }: Line) => `/patients/${patientId}/disclosures` } : {})}
        tone={(packet) => (packet.state === 'stopped' ? 'attention' : undefined)}
      />
      <Dialog title={`Stop ${stopping?.number ?? ''}`} opened={stopping !== null} onClose={() => setStopping(null)}>
        {stopping && <StopForm packet={stopping} onDone={() => setStopping(null)} />}
      </Dialog>
    </>
  );
}
