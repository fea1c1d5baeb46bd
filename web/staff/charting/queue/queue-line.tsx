import { Badge, Card, Checkbox, Collapse, Group, Text, UnstyledButton } from '@mantine/core';
import { moment } from '../../../ui/format/words.ts';
import type { Line, Read } from './queue.ts';
import { DraftReading, NoteReading } from './reading.tsx';

interface QueueLineProps {
  readonly line: Line;
  readonly isOpen: boolean;
  readonly isRead: boolean;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
  readonly onRead: (read: Read) => void;
  readonly onChoose: (isChosen: boolean) => void;
}

/** One note of the queue: opened to read, and only then to be chosen. */
export function QueueLine({ line, isOpen, isRead, isChosen, onToggle, onRead, onChoose }: QueueLineProps) {
  const { patientName, title, programName, servedAt, dueAt, isOverdue } = line.waiting;
  const name = `${patientName}, ${title}`;
  return (
    <Card withBorder padding="xs" component="li" aria-label={name}>
      <Group gap="sm" wrap="nowrap" align="center">
        <Checkbox
          aria-label={`Sign: ${name}`}
          checked={isChosen}
          disabled={!isRead}
          title={isRead ? undefined : 'Open and read it first'}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
        <UnstyledButton onClick={onToggle} aria-expanded={isOpen} data-line={line.key} style={{ flex: 1, minWidth: 0 }}>
          <Group gap="xs" justify="space-between">
            <div>
              <Text size="sm" fw={600}>
                {patientName}
              </Text>
              <Text size="xs" c="dimmed">
                {[title, moment(servedAt), programName, line.kind === 'cosign' ? `by ${line.waiting.author}` : null].filter(Boolean).join(' · ')}
              </Text>
            </div>
            {dueAt && (
              <Badge variant="light" color={isOverdue ? 'red' : 'gray'} size="sm">
                {isOverdue ? 'overdue since' : 'due'} {moment(dueAt)}
              </Badge>
            )}
          </Group>
        </UnstyledButton>
      </Group>
      <Collapse expanded={isOpen}>
        <div style={{ padding: '12px 0 4px 32px' }}>
          {isOpen && (line.kind === 'draft' ? <DraftReading id={line.key} onRead={onRead} /> : <NoteReading id={line.key} onRead={onRead} />)}
        </div>
      </Collapse>
    </Card>
  );
}
