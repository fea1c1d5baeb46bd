import { Anchor, Badge, Card, Grid, Group, Stack, Table, Text, Timeline } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ClaimDetailReply } from '#server/billing/claims/claims.contract.ts';
import { day, money, moment } from '../../ui/format/words.ts';
import { Failed, Page, Waiting } from '../../ui/states/states.tsx';
import { billingQueries } from './billing-queries.ts';
import { ClaimActs } from './claim-acts.tsx';
import { ChangedOnClaim, ClaimRelations } from './claim-relations.tsx';
import { openAtInsurer } from './claim-states.ts';

/** The days of a line, where they are its own. */
function daysOf({ servedOn, servedThrough }: ClaimDetailReply['lines'][number]): string {
  if (servedOn === null) return '';
  return servedThrough === null ? day(servedOn) : `${day(servedOn)} to ${day(servedThrough)}`;
}

function Lines({ claim }: { readonly claim: ClaimDetailReply }) {
  const hasDays = claim.lines.some(({ servedOn }) => servedOn !== null);
  const hasModifiers = claim.lines.some(({ modifiers }) => modifiers.length > 0);
  return (
    <Card withBorder padding="md">
      <Table>
        <Table.Thead>
          <Table.Tr>
            {hasDays && <Table.Th>Days</Table.Th>}
            <Table.Th>Procedure</Table.Th>
            {hasModifiers && <Table.Th>Modifiers</Table.Th>}
            <Table.Th ta="right">Units</Table.Th>
            <Table.Th ta="right">Charge</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {claim.lines.map((line) => (
            <Table.Tr key={line.number}>
              {hasDays && <Table.Td>{daysOf(line)}</Table.Td>}
              <Table.Td>{line.code}</Table.Td>
              {hasModifiers && <Table.Td>{line.modifiers.join(' ')}</Table.Td>}
              <Table.Td ta="right">{line.units}</Table.Td>
              <Table.Td ta="right">{money(line.amountCents)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm" c="dimmed" mt="xs">
        Diagnoses {claim.diagnoses.join(', ')} · place of service {claim.placeOfService} · member {claim.memberId}
        {claim.payerClaimNumber && ` · the payer’s number ${claim.payerClaimNumber}`}
        {claim.priorAuthorization && ` · authorization ${claim.priorAuthorization}`}
        {claim.referralNumber && ` · referral ${claim.referralNumber}`}
      </Text>
    </Card>
  );
}

function Judgements({ claim }: { readonly claim: ClaimDetailReply }) {
  if (claim.judgements.length === 0)
    return (
      <Text size="sm" c="dimmed">
        No payer has judged this claim yet.
      </Text>
    );
  return claim.judgements.map((judgement, index) => (
    <Card key={`${judgement.remittanceId}${index}`} withBorder padding="md">
      <Group justify="space-between">
        <Text fw={600}>{judgement.trace}</Text>
        <Text size="sm" c="dimmed">
          {judgement.paidOn ? day(judgement.paidOn) : ''}
        </Text>
      </Group>
      <Text size="sm">
        Paid {money(judgement.paidCents)}, written off {money(judgement.contractualCents)}, patient owes {money(judgement.patientCents)}
        {judgement.deniedCents !== 0 && `, withheld ${money(judgement.deniedCents)}`}
      </Text>
      {judgement.adjustments.map((adjustment, place) => (
        <Text key={`${adjustment.reason}${place}`} size="sm" mt={4}>
          <Badge variant="light" color="gray" mr={6}>
            {adjustment.group}-{adjustment.reason}
          </Badge>
          {adjustment.says}, {money(adjustment.amountCents)}.{' '}
          <Text span c="dimmed">
            {adjustment.next}.
          </Text>
        </Text>
      ))}
    </Card>
  ));
}

function Story({ claimId }: { readonly claimId: string }) {
  const timeline = useQuery(billingQueries.timeline(claimId));
  if (timeline.isPending) return <Waiting />;
  if (timeline.isError) return <Failed error={timeline.error} retry={() => void timeline.refetch()} />;
  return (
    <Timeline active={timeline.data.items.length - 1} bulletSize={14} lineWidth={2}>
      {timeline.data.items.map((event) => (
        <Timeline.Item
          key={event.id}
          title={
            <Text size="sm" fw={500}>
              {event.says}
            </Text>
          }
        >
          <Text size="xs" c="dimmed">
            {moment(event.at)}
          </Text>
        </Timeline.Item>
      ))}
    </Timeline>
  );
}

/** One claim: what it says, how it was judged, and everything that happened to it since the signature. */
export function ClaimScreen() {
  const { claimId } = useParams({ strict: false }) as { claimId: string };
  const claim = useQuery(billingQueries.claim(claimId));
  if (claim.isPending) return <Waiting />;
  if (claim.isError) return <Failed error={claim.error} retry={() => void claim.refetch()} />;
  return (
    <Page title={`Claim ${claim.data.number}`} actions={<ClaimActs claim={claim.data} />}>
      <Text>
        <Anchor component={Link} to={`/patients/${claim.data.patientId}`} underline="always">
          {claim.data.patientName}
        </Anchor>{' '}
        · {claim.data.payerName} · {day(claim.data.servedOn)} · charged {money(claim.data.amountCents)}, open {money(openAtInsurer(claim.data))}
      </Text>
      <ClaimRelations claim={claim.data} />
      <ChangedOnClaim claim={claim.data} />
      {claim.data.resubmission?.obstacle && (
        <Text size="sm" c="dimmed">
          {claim.data.resubmission.says} {claim.data.resubmission.obstacle}
        </Text>
      )}
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack gap="md">
            <Lines claim={claim.data} />
            <Judgements claim={claim.data} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Story claimId={claimId} />
        </Grid.Col>
      </Grid>
    </Page>
  );
}
