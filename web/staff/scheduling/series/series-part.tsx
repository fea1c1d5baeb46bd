import { Anchor, Button, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AppointmentReply } from '#server/scheduling/appointments/appointments.contract.ts';
import { SeriesPreview, SeriesReply } from '#server/scheduling/series/series.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { tell } from '../../../ui/form/tell.ts';
import { Failed, Waiting } from '../../../ui/states/states.tsx';
import { minutesOf, timeOf } from '../booking.ts';
import { wallTime } from '../zoned-time.ts';
import { decided, noFixes } from './repeat.ts';
import { isClear, StepsList } from './steps-list.tsx';

interface PartProps {
  readonly appointment: AppointmentReply;
  readonly series: SeriesReply;
  readonly timeZone: string;
  readonly onDone: () => void;
}

/** Another day, time or number for this one and all that follow, with every date before it is done. */
function ChangeRest({ appointment, series, timeZone, onDone }: PartProps) {
  const queries = useQueryClient();
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
  const save = useMutation({
    mutationFn: () => api.post(`/appointment-series/${series.id}/changes`, SeriesReply, change),
    onSuccess: async ({ says }) => {
      tell(`Changed: ${says}.`);
      onDone();
      await queries.invalidateQueries({ queryKey: ['schedule'] });
    },
    onError: () => void preview.refetch(),
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
