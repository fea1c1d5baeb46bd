import { Card, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { money, moment } from '../../ui/format/words.ts';
import { Empty, Failed, Waiting } from '../../ui/states/states.tsx';
import { billingQueries } from './billing-queries.ts';

function Item({ title, reason, when }: { readonly title: string; readonly reason: string; readonly when: string }) {
  return (
    <Card withBorder padding="sm">
      <Text fw={600} size="sm">
        {title}
      </Text>
      <Text size="sm">{reason}</Text>
      <Text size="xs" c="dimmed">
        {moment(when)}
      </Text>
    </Card>
  );
}

/** Everything from outside that could not be taken as it came. Nothing here was posted. */
export function QuarantineList() {
  const quarantine = useQuery(billingQueries.quarantine);
  if (quarantine.isPending) return <Waiting />;
  if (quarantine.isError) return <Failed error={quarantine.error} retry={() => void quarantine.refetch()} />;
  const { files, remittances, unmatchedClaims } = quarantine.data;
  if (files.length + remittances.length + unmatchedClaims.length === 0) return <Empty>Nothing waits. Every file that came was read and every payment balanced.</Empty>;
  return (
    <Stack gap="sm">
      {files.map((file) => (
        <Item key={file.id} title={`File ${file.name}`} reason={file.reason} when={file.receivedAt} />
      ))}
      {remittances.map((one) => (
        <Item key={one.id} title={`${one.payerName}, ${one.trace}, ${money(one.paymentCents)}`} reason={one.reason} when={one.receivedAt} />
      ))}
      {unmatchedClaims.map((one) => (
        <Item
          key={one.id}
          title={`Claim ${one.claimNumber} of ${one.payerName}, ${money(one.paidCents)}`}
          reason="We have no claim of this number. The money waits until somebody says whose it is."
          when={one.receivedAt}
        />
      ))}
    </Stack>
  );
}
