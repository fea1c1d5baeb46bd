import { Anchor, Badge, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { PacketReply, type PacketJson, type RehearsalJson } from '#server/disclosures/packets/packets.contract.ts';
import { api } from '../../ui/api/api.ts';
import { Failed } from '../../ui/states/states.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useRefreshDisclosures } from './disclosure-queries.ts';
import { channelChoices, packetStates } from './disclosure-words.ts';

function Came({ packet }: { readonly packet: PacketJson }) {
  const { says, color } = packetStates[packet.state];
  const isSent = packet.channel === 'mail' || packet.channel === 'fax';
  return (
    <Stack gap="xs">
      <Group gap="xs" role="status">
        <Badge color={color}>{says}</Badge>
        <Text size="sm">
          {packet.number} to {packet.recipientName}
        </Text>
      </Group>
      {packet.state === 'stopped' && <Text size="sm">{packet.says}</Text>}
      {packet.state === 'queued' && <Text size="sm">It is decided once more when it is sent. A revocation stops it.</Text>}
      {packet.hasFile && !isSent && (
        <Anchor href={`/api/packets/${packet.id}/file`} target="_blank" rel="noreferrer">
          Open the pages to print or save
        </Anchor>
      )}
    </Stack>
  );
}

/** Looks at the pages, and lets them go. */
export function ReleaseBar({ rehearsal }: { readonly rehearsal: RehearsalJson }) {
  const [channel, setChannel] = useState<string>('print');
  const refresh = useRefreshDisclosures();
  const { packetId, number, pages } = rehearsal;
  const release = useMutation({ mutationFn: () => api.post(`/packets/${packetId ?? ''}/release`, PacketReply, { channel }), onSuccess: refresh });
  if (!packetId) return null;
  return (
    <Panel title={`Packet ${number ?? ''}`} says={`${pages ?? 0} pages, exactly as they will leave`}>
      {release.data ? (
        <Came packet={release.data} />
      ) : (
        <Stack gap="sm">
          <Group gap="sm" justify="space-between">
            <SegmentedControl aria-label="How it leaves" size="xs" value={channel} onChange={setChannel} data={[...channelChoices]} />
            <Group gap="sm">
              <Button component="a" variant="default" href={`/api/packets/${packetId}/preview`} target="_blank" rel="noreferrer">
                Preview
              </Button>
              <Button loading={release.isPending} onClick={() => release.mutate()}>
                Release
              </Button>
            </Group>
          </Group>
          {release.isError && <Failed error={release.error} />}
        </Stack>
      )}
    </Panel>
  );
}
