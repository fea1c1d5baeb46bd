import { Badge, Group, NativeSelect, Stack, Text } from '@mantine/core';
import type { SeriesPreview } from '#server/scheduling/series/series.contract.ts';
import { clockText, dayText, wallTime } from '../zoned-time.ts';
import type { Fixes } from './repeat.ts';

type Step = SeriesPreview['steps'][number];

const says: Readonly<Record<Step['does'], string>> = { book: '', move: '', cancel: 'called off', keep: 'stays as it is', skip: 'left out' };

interface StepsListProps {
  readonly preview: SeriesPreview;
  readonly fixes: Fixes;
  readonly timeZone: string;
  readonly onDecide: (occurrence: number, choice: string | null) => void;
}

function choicesOf({ does, conflicts, free }: Step, decidedFor: string, timeZone: string) {
  const starts = decidedFor !== '' && decidedFor !== 'skip' && !free.includes(decidedFor) ? [decidedFor, ...free] : free;
  return [
    { value: '', label: conflicts.some(({ blocks }) => blocks) ? 'Choose …' : 'As planned' },
    { value: 'skip', label: does === 'move' || does === 'keep' ? 'Leave where it is' : 'Leave out' },
    ...starts.map((start) => ({ value: start, label: `At ${clockText(wallTime(start, timeZone).minutes)}` })),
  ];
}

function OneStep({ step, fixes, timeZone, onDecide }: { readonly step: Step } & Omit<StepsListProps, 'preview'>) {
  const wall = step.startsAt === null ? null : wallTime(step.startsAt, timeZone);
  const decidedFor = fixes.skip.includes(step.occurrence) ? 'skip' : (fixes.elsewhere.find(({ occurrence }) => occurrence === step.occurrence)?.startsAt ?? '');
  const mayDecide = step.conflicts.length > 0 || decidedFor !== '';
  const name = wall ? `${dayText(wall.day)}, ${clockText(wall.minutes)}` : `Number ${step.occurrence + 1}`;
  return (
    <Group component="li" justify="space-between" gap="xs" wrap="nowrap" align="start">
      <div>
        <Text size="sm" td={step.does === 'skip' || step.does === 'cancel' ? 'line-through' : undefined}>
          {name}
        </Text>
        {step.conflicts.map((conflict) => (
          <Text key={conflict.says} size="xs" c={conflict.blocks ? 'var(--mantine-color-orange-text)' : 'dimmed'}>
            {conflict.says}
          </Text>
        ))}
      </div>
      {mayDecide ? (
        <NativeSelect
          size="xs"
          w={150}
          style={{ flexShrink: 0 }}
          aria-label={`What about ${name}`}
          data={choicesOf(step, decidedFor, timeZone)}
          value={decidedFor}
          onChange={(event) => onDecide(step.occurrence, event.currentTarget.value || null)}
        />
      ) : (
        says[step.does] !== '' && (
          <Badge size="sm" variant="light" color="gray">
            {says[step.does]}
          </Badge>
        )
      )}
    </Group>
  );
}

/** Each occurrence as it would be, what stands against it, and what to do about it. */
export function StepsList({ preview, ...rest }: StepsListProps) {
  const taken = preview.steps.filter(({ conflicts }) => conflicts.some(({ blocks }) => blocks)).length;
  return (
    <Stack gap={6}>
      <Text size="sm" fw={550}>
        {preview.says}
      </Text>
      <Text size="sm" role="status" c={taken > 0 ? 'var(--mantine-color-orange-text)' : 'dimmed'}>
        {taken === 0 ? 'Every time is free.' : `${taken} ${taken === 1 ? 'time is' : 'times are'} taken: choose another, or leave it out.`}
      </Text>
      <Stack component="ol" gap={6} m={0} p={0} mah={300} style={{ overflowY: 'auto', listStyle: 'none' }} aria-label="Dates" tabIndex={0}>
        {preview.steps.map((step) => (
          <OneStep key={step.occurrence} step={step} {...rest} />
        ))}
      </Stack>
    </Stack>
  );
}

/** Whether nothing stands in the way any more. */
export function isClear(preview: SeriesPreview | undefined): boolean {
  return preview !== undefined && preview.steps.every(({ conflicts }) => conflicts.every(({ blocks }) => !blocks));
}
