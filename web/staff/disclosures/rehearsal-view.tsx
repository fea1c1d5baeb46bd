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

function RecordLine({ line, children }: { readonly line: Line; readonly children?: React.ReactNode }) {
  return (
    <li className={classes.record}>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="baseline">
        <Text size="sm" fw={550}>
          {line.title}
        </Text>
        <Text size="xs" c="dimmed" className={classes.day}>
          {line.day ? day(line.day) : ''}
        </Text>
      </Group>
      <Text size="xs" c="dimmed">
        {classWords[line.class] ?? line.class}
      </Text>
      {children}
    </li>
  );
}

function Why({ line }: { readonly line: RehearsalJson['withheld'][number] }) {
  return (
    <Stack gap={0} mt={2}>
      <Text size="sm">{line.says}</Text>
      <Text size="xs" c="dimmed">
        {line.citation}
        {line.consent ? ` · ${line.consent}` : ''}
      </Text>
    </Stack>
  );
}

/** What would go and what stays, side by side, each with its ground. */
export function RehearsalView({ rehearsal }: { readonly rehearsal: RehearsalJson }) {
  const { outcome, says, citation, released, withheld, consents, mustDo } = rehearsal;
  const { says: headline, color } = headlines[outcome];
  return (
    <Stack gap="md">
      <Alert color={color} title={headline} role="status">
        <Text size="sm">
          {says} <span className={classes.rule}>{citation}</span>
        </Text>
        {consents.map((consent) => (
          <Text key={consent.id} size="sm" mt={4}>
            {consent.says}
          </Text>
        ))}
      </Alert>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
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
          {withheld.length === 0 ? (
            <Empty>Nothing of what you asked for stays.</Empty>
          ) : (
            <ul className={classes.records}>
              {withheld.map((line) => (
                <RecordLine key={line.id} line={line}>
                  <Why line={line} />
                </RecordLine>
              ))}
            </ul>
          )}
        </Panel>
      </SimpleGrid>
      {released.length > 0 && mustDo.length > 0 && (
        <Panel title="Done with it, by itself">
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
