import { Button, Chip, Fieldset, Group, NativeSelect, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { TherapyGroup } from '#server/groups/groups/groups.contract.ts';
import { scheduleQueries } from '../scheduling/schedule-queries.ts';
import { minutesOf, weekdayNames } from './track-words.ts';

/** A group with its weekdays and hours, as it is being filled in. */
export interface SlotDraft {
  readonly key: number;
  readonly weekdays: readonly string[];
  readonly groupId: string;
  readonly starts: string;
  readonly minutes: number;
  readonly roomId: string;
}

const clockOf = (minutes: number) => `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** The next group begins when the last one ends, on the same days. */
function nextAfter(drafts: readonly SlotDraft[]): SlotDraft {
  const last = drafts.at(-1);
  return {
    key: (last?.key ?? 0) + 1,
    weekdays: last?.weekdays ?? ['1'],
    groupId: '',
    starts: clockOf(last ? minutesOf(last.starts) + last.minutes : 540),
    minutes: last?.minutes ?? 60,
    roomId: last?.roomId ?? '',
  };
}

interface SlotFieldsProps {
  readonly drafts: readonly SlotDraft[];
  readonly groups: readonly TherapyGroup[];
  readonly onChange: (drafts: readonly SlotDraft[]) => void;
}

/** Groups of a track, each with its weekdays, its hour and its room. */
export function SlotFields({ drafts, groups, onChange }: SlotFieldsProps) {
  const rooms = useQuery(scheduleQueries.rooms);
  const roomChoices = [{ value: '', label: 'No room' }, ...(rooms.data?.items ?? []).filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }))];
  const groupChoices = [{ value: '', label: 'Choose …' }, ...groups.map(({ id, name }) => ({ value: id, label: name }))];
  const change = (key: number, to: Partial<SlotDraft>) => onChange(drafts.map((draft) => (draft.key === key ? { ...draft, ...to } : draft)));
  return (
    <Stack gap="sm">
      {drafts.map((draft, index) => (
        <Fieldset key={draft.key} legend={`Group ${index + 1}`}>
          <Stack gap="xs">
            <Group gap={6} role="group" aria-label="Weekdays">
              <Chip.Group multiple value={[...draft.weekdays]} onChange={(weekdays) => change(draft.key, { weekdays })}>
                {weekdayNames.slice(1).map((name, place) => (
                  <Chip key={name} size="xs" value={String(place + 1)}>
                    {name.slice(0, 3)}
                  </Chip>
                ))}
              </Chip.Group>
            </Group>
            <Group grow align="start" preventGrowOverflow={false}>
              <NativeSelect label="Group" data={groupChoices} value={draft.groupId} onChange={(event) => change(draft.key, { groupId: event.currentTarget.value })} />
              <TextInput type="time" label="From" value={draft.starts} onChange={(event) => change(draft.key, { starts: event.currentTarget.value })} />
              <NumberInput label="Minutes" min={15} max={480} step={15} value={draft.minutes} onChange={(minutes) => change(draft.key, { minutes: Number(minutes) })} />
              <NativeSelect label="Room" data={roomChoices} value={draft.roomId} onChange={(event) => change(draft.key, { roomId: event.currentTarget.value })} />
            </Group>
            {drafts.length > 1 && (
              <Group justify="flex-end">
                <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onChange(drafts.filter(({ key }) => key !== draft.key))}>
                  Take out
                </Button>
              </Group>
            )}
          </Stack>
        </Fieldset>
      ))}
      <Group>
        <Button size="compact-sm" variant="light" onClick={() => onChange([...drafts, nextAfter(drafts)])}>
          Another group
        </Button>
        <Text size="xs" c="dimmed">
          It begins when the last one ends.
        </Text>
      </Group>
    </Stack>
  );
}
