import { Box, Button, Chip, Group, Select, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { SlotsReply } from '#server/scheduling/finding/finding.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { Empty, Failed, Waiting } from '../../../ui/states/states.tsx';
import { timeOf, type Booking } from '../booking.ts';
import { clockText, dayText, wallTime } from '../zoned-time.ts';
import { noWishes, partsOfDay, slotQuery, type PartOfDay, type Wishes } from './wishes.ts';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

type Slot = SlotsReply['items'][number];

function WishFields({ wishes, onChange }: { readonly wishes: Wishes; readonly onChange: (part: Partial<Wishes>) => void }) {
  return (
    <Stack gap="xs">
      <Chip.Group multiple value={wishes.weekdays.map(String)} onChange={(chosen) => onChange({ weekdays: chosen.map(Number) })}>
        <Group gap={4} role="group" aria-label="Days that suit">
          {weekdays.map((name, index) => (
            <Chip key={name} value={String(index + 1)} size="xs">
              {name}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <Group grow align="start">
        <Select
          label="Time of day"
          data={partsOfDay.map(({ value, label }) => ({ value, label }))}
          value={wishes.partOfDay}
          onChange={(part) => onChange({ partOfDay: (part ?? 'any') as PartOfDay })}
          allowDeselect={false}
        />
        <TextInput type="date" label="Not after" value={wishes.lastDay} onChange={(event) => onChange({ lastDay: event.currentTarget.value })} />
      </Group>
      <Switch label="Anyone of the program's team" checked={wishes.isAnyone} onChange={(event) => onChange({ isAnyone: event.currentTarget.checked })} />
      <Switch label="With a free room" checked={wishes.needsRoom} onChange={(event) => onChange({ needsRoom: event.currentTarget.checked })} />
    </Stack>
  );
}

function SlotLine({ slot, timeZone, isPending, onTake }: { readonly slot: Slot; readonly timeZone: string; readonly isPending: boolean; readonly onTake: () => void }) {
  const { day, minutes } = wallTime(slot.startsAt, timeZone);
  const details = [slot.clinicianName, slot.roomName, ...slot.says].filter(Boolean).join(' · ');
  return (
    <Button
      variant="default"
      h="auto"
      py={6}
      justify="start"
      fullWidth
      disabled={isPending}
      onClick={onTake}
      styles={{ label: { whiteSpace: 'normal', textAlign: 'start' } }}
    >
      <Box>
        <Text size="sm" fw={600}>
          {dayText(day)}, {clockText(minutes)}
        </Text>
        <Text size="xs" c="dimmed">
          {details}
        </Text>
      </Box>
    </Button>
  );
}

interface FinderProps {
  readonly booking: Booking;
  readonly isPending: boolean;
  /** The booking with the slot's time, clinician and room. */
  readonly onTake: (booking: Booking) => void;
}

/** The first times in twelve weeks that suit everybody; one click takes one. */
export function SlotFinder({ booking, isPending, onTake }: FinderProps) {
  const [wishes, setWishes] = useState<Wishes>({ ...noWishes, isAnyone: booking.clinicianId === null });
  const [asked] = useDebouncedValue(slotQuery(booking, wishes), 150);
  const slots = useQuery({
    // Under the schedule, so that a booking elsewhere asks anew.
    queryKey: ['schedule', 'slots', asked],
    queryFn: () => api.get('/slots', SlotsReply, asked ?? {}),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
  });
  const take = ({ startsAt, clinicianId, roomId }: Slot) => {
    const { day, minutes } = wallTime(startsAt, slots.data?.timeZone ?? 'UTC');
    onTake({ ...booking, day, time: timeOf(minutes), clinicianId, roomId: roomId ?? booking.roomId, minutes: booking.minutes ?? 50 });
  };
  return (
    <Stack gap="sm" component="section" aria-label="Find a time">
      <WishFields wishes={wishes} onChange={(part) => setWishes({ ...wishes, ...part })} />
      {asked === null && <Text size="sm">Choose a program, and a clinician or anyone of the team.</Text>}
      {slots.isLoading && <Waiting label="Looking for times" />}
      {slots.isError && <Failed error={slots.error} retry={() => void slots.refetch()} />}
      {slots.data?.items.length === 0 && <Empty>Nothing suits within twelve weeks. Allow more days, another time of day, or anyone of the team.</Empty>}
      <Stack gap={6} role="list" aria-label="Times that suit" aria-busy={slots.isFetching}>
        {slots.data?.items.map((slot) => (
          <div role="listitem" key={`${slot.startsAt} ${slot.clinicianId}`}>
            <SlotLine slot={slot} timeZone={slots.data.timeZone} isPending={isPending} onTake={() => take(slot)} />
          </div>
        ))}
      </Stack>
    </Stack>
  );
}
