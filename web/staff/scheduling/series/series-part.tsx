import { Anchor, Button, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AppointmentReply } from '#server/scheduling/appointments/appointments.contract.ts';
import { SeriesPreview, SeriesReply } from '#server/scheduling/series/series.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { Failed, Waiting } from '../../../ui/states/states.tsx';
import { minutesOf, timeOf } from '../booking.ts';
import type { SeriesChange } from '../moving/series-move.ts';
import { wallTime } from '../zoned-time.ts';
import { decided, noFixes, type Fixes } from './repeat.ts';
import { isClear, StepsList } from './steps-list.tsx';
import { useSeriesChange } from './use-series-change.ts';

interface PartProps {
  readonly appointment: AppointmentReply;
  readonly series: SeriesReply;
  readonly timeZone: string;
  readonly onDone: () => void;
}

/** The change that leads back to the days and hours of before. What was left out is not brought back by a rule, nor the rule by one that had an hour of its own. */
function wayBack({ appointment, series, timeZone }: Omit<PartProps, 'onDone'>, { skip }: Fixes): SeriesChange | undefined {
  const one = series.occurrences.find(({ appointmentId }) => appointmentId === appointment.id);
  if (!one || one.stays || skip.length > 0) return undefined;
  const { day, minutes } = wallTime(one.startsAt, timeZone);
  return { from: 0, firstDay: day, time: timeOf(minutes), times: series.times - one.occurrence };
}

/** Another day, time or number for this one and all that follow, with every date before it is done. */
function ChangeRest({ appointment, series, timeZone, onDone }: PartProps) {
  const from = appointment.occurrence ?? 0;
  const start = wallTime(appointment.startsAt, timeZone);
  const [day, setDay] = useState(start.day);
  const [time, setTime] = useState(timeOf(start.minutes));
  const [times, setTimes] = useState(series.times - from);
  const [fixes, setFixes] = useState(noFixes);
  const change = { version: series.version, from, firstDay: day, time, times, ...fixes };
  const isWhole = /^\d{4}-\d{2}-\d{2}$/.test(day) && Number.isFinite(minutesOf(time)) && times > 0;
  const [asked] = useDebouncedValue(change, 200);
  const preview = useQuery({
    queryKey: ['series-preview', series.id, asked],
    queryFn: () => api.post(`/appointment-series/${series.id}/changes/preview`, SeriesPreview, asked),
    enabled: isWhole,
    placeholderData: keepPreviousData,
  });
  const save = useSeriesChange({
    series,
    change: { from, firstDay: day, time, times },
    back: wayBack({ appointment, series, timeZone }, fixes),
    fixes,
    done: 'Changed',
    onDone,
    onRefused: () => void preview.refetch(),
  });
  return (
    <Stack gap="sm">
      <Group grow align="end" gap="xs">
        <TextInput type="date" label="From" value={day} onChange={(event) => setDay(event.currentTarget.value)} />
        <TextInput type="time" step={300} label="At" value={time} onChange={(event) => setTime(event.currentTarget.value)} />
        <NumberInput label="Times" min={1} max={156} value={times} onChange={(value) => setTimes(Math.min(156, Math.max(1, Number(value) || 1)))} />
      </Group>
      {preview.isError && <Failed error={preview.error} />}
      {preview.data && (
        <StepsList preview={preview.data} fixes={fixes} timeZone={timeZone} onDecide={(occurrence, choice) => setFixes((now) => decided(now, occurrence, choice))} />
      )}
      {save.isError && <Failed error={save.error} />}
      <Button variant="light" loading={save.isPending} disabled={!isWhole || !isClear(preview.data) || preview.isPlaceholderData} onClick={() => save.mutate()}>
        Change these
      </Button>
    </Stack>
  );
}

/** The series of an appointment: its rule in words, and what can be done with the rest of it. */
export function SeriesPart({ appointment, seriesId, timeZone, mayWrite, onDone }: Omit<PartProps, 'series'> & { readonly seriesId: string; readonly mayWrite: boolean }) {
  const [isChanging, setChanging] = useState(false);
  const series = useQuery({ queryKey: ['schedule', 'series', seriesId], queryFn: () => api.get(`/appointment-series/${seriesId}`, SeriesReply) });
  if (series.isError) return <Failed error={series.error} />;
  if (!series.data) return <Waiting label="Opening the series" />;
  return (
    <Stack gap={6} component="section" aria-label="Series">
      <Text size="sm" c="dimmed">
        {series.data.says}. This is number {(appointment.occurrence ?? 0) + 1}.{' '}
        <Anchor href={`/api/appointment-series/${seriesId}/calendar`} size="sm" underline="always" download>
          Dates for the patient's calendar
        </Anchor>
      </Text>
      {mayWrite &&
        (isChanging ? (
          <ChangeRest appointment={appointment} series={series.data} timeZone={timeZone} onDone={onDone} />
        ) : (
          <Button variant="default" onClick={() => setChanging(true)}>
            Change this and all that follow…
          </Button>
        ))}
    </Stack>
  );
}
