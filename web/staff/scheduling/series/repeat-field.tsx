import { Chip, Group, NumberInput, Select, Stack } from '@mantine/core';
import type { Repeat } from '../booking.ts';
import { choosesWeekdays, rhythmChoices, weekdayOf } from './repeat.ts';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const usualTimes = 12;
const mostTimes = 156;

/** Once, or by which rhythm and how many times. */
export function RepeatField({ day, value, onChange }: { readonly day: string; readonly value: Repeat | null; readonly onChange: (repeat: Repeat | null) => void }) {
  const choices = rhythmChoices(day);
  const choose = (rhythm: string | null) => {
    const chosen = choices.find((choice) => choice.value === rhythm)?.value;
    onChange(chosen ? { weekdays: [], times: usualTimes, ...value, rhythm: chosen } : null);
  };
  return (
    <Stack gap="xs">
      <Group grow align="start">
        <Select label="Repeat" data={[{ value: 'once', label: 'Once' }, ...choices]} value={value?.rhythm ?? 'once'} onChange={choose} allowDeselect={false} />
        {value && (
          <NumberInput
            label="How many times"
            min={1}
            max={mostTimes}
            value={value.times}
            onChange={(times) => onChange({ ...value, times: Math.min(mostTimes, Math.max(1, Number(times) || 1)) })}
          />
        )}
      </Group>
      {value && choosesWeekdays(value.rhythm) && (
        <Chip.Group
          multiple
          value={[...new Set([...value.weekdays, weekdayOf(day)])].map(String)}
          onChange={(chosen) => onChange({ ...value, weekdays: chosen.map(Number).filter((weekday) => weekday !== weekdayOf(day)) })}
        >
          <Group gap={4} role="group" aria-label="Weekdays">
            {weekdays.map((name, index) => (
              <Chip key={name} value={String(index + 1)} size="xs" disabled={index + 1 === weekdayOf(day)}>
                {name}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      )}
    </Stack>
  );
}
