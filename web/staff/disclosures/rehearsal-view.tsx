import type { ReactNode } from 'react';
import { Alert, Badge, Group, List, SimpleGrid, Stack, Text } from '@mantine/core';
import type { RehearsalJson } from '#server/disclosures/packets/packets.contract.ts';
import { day } from '../../ui/format/words.ts';
import { Empty } from '../../ui/states/states.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { classWords } from './disclosure-words.ts';
import classes from './rehearsal.module.css';

const headlines = {
  permit: { says: 'All of it may go', color: 'teal' },
  redact: { says: 'A part may go', color: 'yellow' },
  hold: { says: 'Nothing goes until somebody decides', color: 'orange' },
  deny: { says: 'Nothing goes', color: 'red' },
} as const;

type Line = RehearsalJson['released'][number];

function RecordLine({ line }: { readonly line: Line }) {
  return (
    <li className={classes.record}>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="baseline">
        <Text size="sm">{line.title}</Text>
        <Text size="xs" c="dimmed" className={classes.day}>
          {line.day ? day(line.day) : ''}
        </Text>
      </Group>
      <Text size="xs" c="dimmed">
        {classWords[line.class] ?? line.class}
      </Text>
    </li>
  );
}

type Withheld = RehearsalJson['withheld'][number];

/** Records that stay for the same reason, in the order in which the first of them stands. */
function byReason(withheld: readonly Withheld[]): readonly (readonly [Withheld, ...Withheld[]])[] {
  const groups = new Map<string, [Withheld, ...Withheld[]]>();
  for (const line of withheld) {
    const key = [line.reason, line.citation, line.consent].join(' ');
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return [...groups.values()];
}

function Staying({ withheld }: { readonly withheld: readonly Withheld[] }) {
  return byReason(withheld).map((group) => {
    const [{ reason, citation, consent, says }] = group;
    return (
      <section key={`${reason} ${citation} ${consent ?? ''}`} className={classes.group} aria-label={says}>
        <Text size="sm" fw={550}>
          {says}
        </Text>
        <Text size="xs" c="dimmed">
          {consent ? `${citation} · ${consent}` : citation}
        </Text>
        <ul className={classes.records}>
          {group.map((line) => (
            <RecordLine key={line.id} line={line} />
          ))}
        </ul>
      </section>
    );
  });
}

/** What would go and what stays, side by side, each with its ground. */
export function RehearsalView({ rehearsal, children }: { readonly rehearsal: RehearsalJson; readonly children?: ReactNode }) {
  const { outcome, says, citation, released, withheld, consents, mustDo, unreadable } = rehearsal;
  const { says: headline, color } = headlines[outcome];
  return (
    <Stack gap="md">
      <Alert color={color} title={headline} role="status" classNames={{ label: classes.headline ?? '' }}>
        <Text size="sm">
          {says} <span className={classes.rule}>{citation}</span>
        </Text>
        {consents.map((consent) => (
          <Text key={consent.id} size="sm" mt={4}>
            {consent.says}
          </Text>
        ))}
      </Alert>
      {unreadable.length > 0 && (
        <Alert color="orange" title={unreadable.length === 1 ? 'A document is damaged' : `${unreadable.length} documents are damaged`} role="alert">
          <Text size="sm">
            {unreadable.join('; ')}. A page in its place says so. Look at the document in the chart, and file it anew or put it aside before you release.
          </Text>
        </Alert>
      )}
      {children}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md" className={classes.columns}>
        <Panel title="Goes" actions={<Badge variant="light">{released.length}</Badge>}>
          {released.length === 0 ? (
            <Empty>Nothing goes to this recipient on this ground.</Empty>
          ) : (
            <ul className={classes.records}>
              {released.map((line) => (
                <RecordLine key={line.id} line={line} />
              ))}
            </ul>
          )}
        </Panel>
        <Panel
          title="Stays, and why"
          actions={
            <Badge variant="light" color="gray">
              {withheld.length}
            </Badge>
          }
        >
          {withheld.length === 0 ? <Empty>Nothing of what you asked for stays.</Empty> : <Staying withheld={withheld} />}
        </Panel>
      </SimpleGrid>
      {released.length > 0 && mustDo.length > 0 && (
        <Panel title="What goes along, and what is kept">
          <List size="sm" spacing={2}>
            {mustDo.map((line) => (
              <List.Item key={line}>{line}</List.Item>
            ))}
          </List>
        </Panel>
      )}
    </Stack>
  );
}
