import { Button, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { SeriesPreview, SeriesReply } from '#server/scheduling/series/series.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { tell } from '../../../ui/form/tell.ts';
import { Failed, Waiting } from '../../../ui/states/states.tsx';
import { missingOf, type Booking, type Repeat } from '../booking.ts';
import { decided, noFixes, planOf } from './repeat.ts';
import { isClear, StepsList } from './steps-list.tsx';

interface SeriesBookingProps {
  readonly booking: Booking;
  readonly repeat: Repeat;
  readonly timeZone: string;
  readonly onBooked: () => void;
}

/** All dates of a booking that repeats, before anything is booked, and the one click that books them. */
export function SeriesBooking({ booking, repeat, timeZone, onBooked }: SeriesBookingProps) {
  const queries = useQueryClient();
  const [id] = useState(() => crypto.randomUUID());
  const [fixes, setFixes] = useState(noFixes);
  const isWhole = Object.keys(missingOf(booking)).length === 0;
  const [asked] = useDebouncedValue(planOf(booking, repeat, fixes), 200);
  const preview = useQuery({
    queryKey: ['series-preview', asked],
    queryFn: () => api.post('/appointment-series/preview', SeriesPreview, asked),
    enabled: isWhole,
    placeholderData: keepPreviousData,
  });
  const book = useMutation({
    mutationFn: () => api.post('/appointment-series', SeriesReply, { ...planOf(booking, repeat, fixes), id }),
    onSuccess: async ({ says }) => {
      tell(`Booked: ${says}.`);
      onBooked();
      await queries.invalidateQueries({ queryKey: ['schedule'] });
    },
    onError: () => void preview.refetch(),
  });
  if (!isWhole) return <Text size="sm">Choose patient, kind and clinician to see the dates.</Text>;
  if (preview.isError) return <Failed error={preview.error} retry={() => void preview.refetch()} />;
  if (!preview.data) return <Waiting label="Looking at each date" />;
  const toBook = preview.data.steps.filter(({ does }) => does === 'book').length;
  return (
    <Stack gap="sm">
      <StepsList preview={preview.data} fixes={fixes} timeZone={timeZone} onDecide={(occurrence, choice) => setFixes((now) => decided(now, occurrence, choice))} />
      {book.isError && <Failed error={book.error} />}
      <Button loading={book.isPending} disabled={!isClear(preview.data) || toBook === 0 || preview.isPlaceholderData} onClick={() => book.mutate()}>
        Book {toBook} {toBook === 1 ? 'appointment' : 'appointments'}
      </Button>
    </Stack>
  );
}
