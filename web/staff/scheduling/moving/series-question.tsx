import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { SeriesPreview, SeriesReply } from '#server/scheduling/series/series.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { Dialog } from '../../../ui/form/dialog.tsx';
import { Failed, Waiting } from '../../../ui/states/states.tsx';
import { decided, noFixes } from '../series/repeat.ts';
import { isClear, StepsList } from '../series/steps-list.tsx';
import { momentWords, type Move } from './move.ts';
import { reachesOf, seriesChange, type Reach, type SeriesChange } from './series-move.ts';
import { useSeriesMove } from './use-series-move.ts';

const words: Readonly<Record<Reach, string>> = {
  one: 'Only this one',
  rest: 'This one and all that follow',
  all: 'All of the series that are still to come',
};

interface QuestionProps {
  readonly move: Move;
  readonly timeZone: string;
  readonly onOne: () => void;
  readonly onDone: () => void;
}

/** The rest or the whole of a series as it would be, with what stands against each date, and the way to do it. */
function Along({ series, move, change, timeZone, onDone }: Omit<QuestionProps, 'onOne'> & { readonly series: SeriesReply; readonly change: SeriesChange }) {
  const [fixes, setFixes] = useState(noFixes);
  const body = { version: series.version, ...change, ...fixes };
  const preview = useQuery({
    queryKey: ['series-preview', series.id, body],
    queryFn: () => api.post(`/appointment-series/${series.id}/changes/preview`, SeriesPreview, body),
    placeholderData: keepPreviousData,
  });
  const save = useSeriesMove({ series, move, change, fixes, timeZone, onDone });
  const count = preview.data?.steps.filter(({ does }) => does === 'move').length ?? 0;
  return (
    <Stack gap="sm">
      {preview.isPending && <Waiting label="Looking at each date" />}
      {preview.isError && <Failed error={preview.error} retry={() => void preview.refetch()} />}
      {preview.data && (
        <StepsList preview={preview.data} fixes={fixes} timeZone={timeZone} onDecide={(occurrence, choice) => setFixes((now) => decided(now, occurrence, choice))} />
      )}
      {save.isError && <Failed error={save.error} />}
      <Button
        loading={save.isPending}
        disabled={!isClear(preview.data) || preview.isPlaceholderData}
        onClick={() => save.mutate(undefined, { onError: () => void preview.refetch() })}
      >
        Move {count} {count === 1 ? 'appointment' : 'appointments'}
      </Button>
    </Stack>
  );
}

function Question({ move, timeZone, onOne, onDone }: QuestionProps) {
  const [reach, setReach] = useState<Reach>('one');
  const id = move.appointment.seriesId ?? '';
  const series = useQuery({ queryKey: ['schedule', 'series', id], queryFn: () => api.get(`/appointment-series/${id}`, SeriesReply) });
  if (series.isError) return <Failed error={series.error} retry={() => void series.refetch()} />;
  if (!series.data) return <Waiting label="Opening the series" />;
  const reaches = reachesOf(series.data, move);
  const change = reach === 'one' ? undefined : seriesChange(series.data, move, reach, timeZone);
  return (
    <Stack gap="md">
      <Text size="sm">
        {momentWords(move.appointment, timeZone)} becomes {momentWords(move, timeZone)}. {series.data.says}.
      </Text>
      {reaches.length > 1 ? (
        <Radio.Group label="What goes along?" value={reach} onChange={(value) => setReach(reaches.find((one) => one === value) ?? 'one')}>
          <Stack gap={6} mt={6}>
            {reaches.map((one) => (
              <Radio key={one} value={one} label={words[one]} data-autofocus={one === 'one' || undefined} />
            ))}
          </Stack>
        </Radio.Group>
      ) : (
        <Text size="sm" c="dimmed">
          It was moved on its own before, or nothing else of its series is still to come: only this one moves.
        </Text>
      )}
      {change ? (
        <Along key={reach} series={series.data} move={move} change={change} timeZone={timeZone} onDone={onDone} />
      ) : (
        <Button onClick={onOne}>Move this one</Button>
      )}
      <Group justify="end">
        <Button variant="subtle" onClick={onDone}>
          Leave it where it was
        </Button>
      </Group>
    </Stack>
  );
}

/** Asks what of a series goes along with the one that was moved. */
export function SeriesQuestion({ move, ...rest }: Omit<QuestionProps, 'move'> & { readonly move: Move | null }) {
  return (
    <Dialog title={`Move ${move?.appointment.patientName ?? ''}`} opened={move !== null} onClose={rest.onDone}>
      {move && <Question move={move} {...rest} />}
    </Dialog>
  );
}
