import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { DraftReply } from '#server/charting/drafts/drafts.contract.ts';
import type { Finding, Findings } from '#server/margin/findings/findings.contract.ts';
import type { z } from 'zod';
import type { DraftJournal } from '../../../ui/journal/use-draft-journal.ts';
import { Failed } from '../../../ui/states/states.tsx';
import { useFindingsAt } from './findings.ts';
import { useWaysOut, type WayOut } from './use-remedy.ts';

const looks = {
  stops: { color: 'red', says: 'before signing' },
  fix: { color: 'orange', says: 'to mend' },
  look: { color: 'gray', says: 'to look at' },
} as const;

interface FindingProps {
  readonly finding: Finding;
  readonly ways: readonly WayOut[];
  readonly isPending: boolean;
}

/** What a rule found at one place, and what mends it on the same line where it fits. */
function FindingLine({ finding: { says }, ways, isPending }: FindingProps) {
  return (
    <Group gap={6} justify="space-between" component="li">
      <Text size="sm" style={{ flex: '1 1 10rem' }}>
        {says}
      </Text>
      {ways.map(({ label, act }) => (
        <Button key={label} size="compact-xs" variant="default" loading={isPending} onClick={act} aria-label={`${label}: ${says}`}>
          {label}
        </Button>
      ))}
    </Group>
  );
}

interface RuleProps {
  readonly findings: readonly Finding[];
  readonly children: ReactNode;
}

/** All that one rule found, its words once over them. */
function FoundByRule({ findings: [first], children }: RuleProps) {
  if (!first) return null;
  const { color, says } = looks[first.severity];
  return (
    <Stack gap={4} component="li" title={`Source: ${first.source}`}>
      <Group gap="xs" justify="space-between" wrap="nowrap" align="flex-start">
        <Text size="sm" fw={600}>
          {first.title}
        </Text>
        <Badge size="xs" variant="light" color={color} style={{ flexShrink: 0 }}>
          {says}
        </Badge>
      </Group>
      <Stack gap={4} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {children}
      </Stack>
    </Stack>
  );
}

interface MarginProps {
  readonly draft: DraftReply;
  readonly journal: DraftJournal;
  readonly findings: UseQueryResult<z.infer<typeof Findings>>;
}

/** What an auditor would find, while it can still be mended: each with where it comes from, and one click where one click mends it. */
export function MarginPanel({ draft, journal, findings }: MarginProps) {
  const { of, isPending } = useWaysOut(draft, journal);
  const items = findings.data?.items ?? [];
  return (
    <Card withBorder padding="sm" component="section" aria-label="In the margin">
      <Text fw={600} component="h2" fz="md" m={0} mb={items.length > 0 ? 'xs' : 0}>
        In the margin{items.length > 0 ? ` (${items.length})` : ''}
      </Text>
      {findings.isError && <Failed error={findings.error} retry={() => void findings.refetch()} />}
      {findings.isPending && (
        <Text size="sm" c="dimmed">
          Looking the note over
        </Text>
      )}
      {findings.data && items.length === 0 && (
        <Text size="sm" c="dimmed">
          Nothing an auditor would stop at.
        </Text>
      )}
      <Stack gap="sm" component="ul" m={0} p={0} style={{ listStyle: 'none' }} aria-live="polite">
        {Map.groupBy(items, ({ rule, severity }) => `${rule} ${severity}`)
          .entries()
          .map(([rule, found]) => (
            <FoundByRule key={rule} findings={found}>
              {found.map((finding) => (
                <FindingLine key={`${finding.at} ${finding.says}`} finding={finding} ways={of(finding.remedy, finding.at)} isPending={isPending} />
              ))}
            </FoundByRule>
          ))
          .toArray()}
      </Stack>
    </Card>
  );
}

/** The findings of one field, said under it in a line. */
export function FieldFindings({ at }: { readonly at: string }) {
  const found = useFindingsAt(at).filter(({ severity }) => severity !== 'stops');
  return found.map(({ rule, says, severity }) => (
    <Text key={`${rule} ${says}`} size="xs" c={severity === 'fix' ? 'orange.9' : 'dimmed'} mt={2}>
      {says}
    </Text>
  ));
}
