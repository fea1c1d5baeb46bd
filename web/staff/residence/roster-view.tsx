import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { Board } from '#server/residence/board/board.contract.ts';
import { today } from '../../ui/format/today.ts';
import { day, moment, peopleCount } from '../../ui/format/words.ts';
import { Empty } from '../../ui/states/states.tsx';
import { Lines } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { lodgersOf } from './board/board-words.ts';
import { nightsAhead } from './forecast.ts';

const nights = 14;

const awayWords = ({ leave }: { readonly leave: { readonly says: string; readonly note: string } | null }) =>
  leave === null ? 'in the house' : [leave.says, leave.note].filter(Boolean).join(': ');

/** The house on paper: who sleeps where, who is away, who leaves today or tomorrow, and the nights to come. */
export function RosterView({ board }: { readonly board: Board }) {
  const people = lodgersOf(board.units);
  const [first] = board.units;
  if (!first) return <Empty>No house yet.</Empty>;
  const now = Temporal.PlainDate.from(today(first.timeZone));
  const tomorrow = now.add({ days: 1 }).toString();
  const leaving = people.filter(({ person }) => person.expectedDepartureOn !== null && person.expectedDepartureOn <= tomorrow);
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          Living here: {peopleCount(people.length)}, {people.filter(({ person }) => person.leave !== null).length} away now.
        </Text>
        <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>
          Print
        </Button>
      </Group>
      {leaving.length > 0 && (
        <Panel title="Leaving today or tomorrow" flush>
          <Lines
            label="Leaving today or tomorrow"
            rows={leaving}
            keyOf={({ person }) => person.residencyId}
            to={({ person }) => `/patients/${person.patientId}`}
            tone={({ person }) => ((person.expectedDepartureOn ?? '') < now.toString() ? 'attention' : undefined)}
            columns={[
              { label: 'Name', cell: ({ person }) => person.name },
              { label: 'Bed', cell: ({ where }) => where },
              { label: 'Expected to leave', cell: ({ person }) => day(person.expectedDepartureOn ?? '') },
            ]}
          />
        </Panel>
      )}
      {board.units.map((unit) => (
        <Panel key={unit.id} title={unit.name} says={`${unit.siteName}, ${unit.programName}`} flush>
          <Lines
            label={`Roster of ${unit.name}`}
            rows={people.filter((one) => one.unit.id === unit.id)}
            keyOf={({ person }) => person.residencyId}
            to={({ person }) => `/patients/${person.patientId}`}
            columns={[
              { label: 'Name', cell: ({ person }) => person.name },
              { label: 'Bed', cell: ({ where }) => where },
              { label: 'Age', cell: ({ person }) => person.age },
              { label: 'Pronouns', cell: ({ person }) => person.pronouns ?? '', wide: true },
              { label: 'Record', cell: ({ person }) => person.mrn, wide: true },
              { label: 'Since', cell: ({ person }) => moment(person.arrivedAt) },
              { label: 'Expected to leave', cell: ({ person }) => (person.expectedDepartureOn === null ? '' : day(person.expectedDepartureOn)) },
              { label: 'Now', cell: ({ person }) => awayWords(person) },
            ]}
          />
        </Panel>
      ))}
      <Panel title="Nights to come" says="From reserved beds, expected departures and leaves" flush>
        <Lines
          label="Nights to come"
          rows={nightsAhead(board.units, board.expected, now, nights)}
          keyOf={(night) => night.day}
          tone={({ inHouse, usable }) => (inHouse > usable ? 'attention' : undefined)}
          columns={[
            { label: 'Night of', cell: (night) => day(night.day) },
            { label: 'In the house', cell: ({ inHouse, usable }) => `${inHouse} of ${usable}`, align: 'right' },
            { label: 'Arriving', cell: ({ arriving }) => arriving, align: 'right' },
            { label: 'Leaving', cell: (night) => night.leaving, align: 'right' },
            { label: 'Away', cell: ({ away }) => away, align: 'right' },
          ]}
        />
      </Panel>
    </Stack>
  );
}
