import { Badge, Group, Paper, Stack, Text, UnstyledButton } from '@mantine/core';
import type { AppointmentReply } from '#server/scheduling/appointments/appointments.contract.ts';
import { entryKey, type Column } from './day-plan.ts';
import { statusWords } from './status.ts';
import { clockText } from './zoned-time.ts';

interface AgendaProps {
  readonly columns: readonly Column[];
  readonly onOpen: (appointment: AppointmentReply) => void;
}

/** The same days as a list, for a phone and for those who listen to the page. */
export function Agenda({ columns, onOpen }: AgendaProps) {
  return (
    <Stack gap="lg">
      {columns.map((column) => (
        <section key={column.key} aria-label={column.title}>
          <Text component="h2" fw={600} size="sm" mb={6}>
            {column.title}
          </Text>
          {column.entries.length === 0 && (
            <Text size="sm" c="dimmed">
              Nothing booked.
            </Text>
          )}
          <Stack gap={6}>
            {column.entries
              .toSorted((a, b) => a.start - b.start)
              .map(({ entry, start, end }) => {
                const body = (
                  <Group justify="space-between" wrap="nowrap" gap="sm">
                    <Text size="sm" c="dimmed" ff="monospace" miw={72}>
                      {clockText(start)}
                    </Text>
                    <div style={{ flex: 1, minWidth: 0 }}>
                      <Text size="sm" fw={600} truncate>
                        {entry.kind === 'appointment' ? entry.patientName : entry.kind === 'busy' ? 'Busy' : entry.reason || 'Blocked'}
                      </Text>
                      <Text size="xs" c="dimmed" truncate>
                        {entry.kind === 'appointment' ? `${entry.typeName}, until ${clockText(end)}` : `until ${clockText(end)}`}
                      </Text>
                    </div>
                    {entry.kind === 'appointment' && (
                      <Badge variant="light" size="sm">
                        {statusWords[entry.status].label}
                      </Badge>
                    )}
                  </Group>
                );
                return (
                  <Paper key={entryKey(entry)} withBorder p="xs">
                    {entry.kind === 'appointment' ? (
                      <UnstyledButton w="100%" onClick={() => onOpen(entry)}>
                        {body}
                      </UnstyledButton>
                    ) : (
                      body
                    )}
                  </Paper>
                );
              })}
          </Stack>
        </section>
      ))}
    </Stack>
  );
}
