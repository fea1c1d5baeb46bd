import { Alert, Button, Drawer, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { patientQueries } from '../patients/patient-queries.ts';
import { NoOption } from '../../ui/form/no-option.tsx';
import { minutesOf, missingOf, type Booking } from './booking.ts';
import { SlotFinder } from './finding/slot-finder.tsx';
import type { PanelFailure } from './appointment-panel.tsx';
import { RepeatField } from './series/repeat-field.tsx';
import { SeriesBooking } from './series/series-booking.tsx';

/** Something to choose: an id and its words. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A kind of appointment with what it brings along. */
export interface TypeChoice extends Choice {
  readonly minutes: number;
  readonly modality: 'in-person' | 'video' | 'audio';
}

interface BookingPanelProps {
  readonly initial: Booking | null;
  /** Whether it opens with the search for a time. */
  readonly isFinding: boolean;
  readonly clinicians: readonly Choice[];
  readonly programs: readonly Choice[];
  readonly types: readonly TypeChoice[];
  readonly rooms: readonly Choice[];
  readonly timeZone: string;
  readonly pending: boolean;
  readonly failure: PanelFailure | null;
  /** Looks people up while the name is typed. */
  readonly findPatients: (text: string) => { readonly items: readonly Choice[]; readonly isPending: boolean };
  readonly onClose: () => void;
  readonly onBook: (booking: Booking, startMinutes: number) => void;
}

const modalities = [
  { value: 'in-person', label: 'In person' },
  { value: 'video', label: 'Video' },
  { value: 'audio', label: 'Phone' },
] as const;

function PatientField({
  value,
  error,
  findPatients,
  onChange,
}: {
  readonly value: string | null;
  readonly error: string | undefined;
  readonly findPatients: BookingPanelProps['findPatients'];
  readonly onChange: (id: string | null) => void;
}) {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, 120);
  const { items, isPending } = findPatients(asked);
  const isNamed = value === null || items.some((item) => item.value === value);
  const chosen = useQuery({ ...patientQueries.banner(value ?? ''), enabled: !isNamed });
  const named = !isNamed && chosen.data ? [{ value, label: chosen.data.name }] : [];
  return (
    <Select
      label="Patient"
      placeholder="Name, birth date, phone or record number"
      searchable
      clearable
      data-autofocus
      data={[...named, ...items]}
      value={value}
      onChange={onChange}
      searchValue={text}
      onSearchChange={setText}
      // The server has already judged who fits, typing errors included.
      filter={({ options }) => options}
      nothingFoundMessage={<NoOption says={text.length < 2 ? 'Type at least two letters' : isPending ? 'Looking…' : 'Nobody found in your programs'} />}
      error={error}
    />
  );
}

/** Books one appointment. Opens with all that the click already said; a kind brings its length and way of meeting. */
export function BookingPanel(props: BookingPanelProps) {
  return (
    <Drawer opened={props.initial !== null} onClose={props.onClose} position="right" size="md" title={<Text fw={600}>Book an appointment</Text>}>
      {props.initial && <BookingForm key={JSON.stringify(props.initial)} {...props} initial={props.initial} />}
    </Drawer>
  );
}

function BookingForm({
  initial,
  isFinding,
  clinicians,
  programs,
  types,
  rooms,
  timeZone,
  pending,
  failure,
  findPatients,
  onClose,
  onBook,
}: BookingPanelProps & { readonly initial: Booking }) {
  const [chosen, setBooking] = useState(initial);
  // The first program stands there until another is chosen, also when programs were not loaded yet as the form opened.
  const booking = { ...chosen, programId: chosen.programId ?? programs[0]?.value ?? null };
  const [tried, setTried] = useState(false);
  const [finding, setFinding] = useState(isFinding);
  const missing = tried ? missingOf(booking) : {};
  const change = (part: Partial<Booking>) => setBooking({ ...booking, ...part });
  const chooseType = (typeCode: string | null) => {
    const type = types.find(({ value }) => value === typeCode);
    change({ typeCode, ...(type ? { minutes: type.minutes, modality: type.modality } : {}) });
  };
  const book = () => {
    setTried(true);
    if (!booking.repeat && Object.keys(missingOf(booking)).length === 0) onBook(booking, minutesOf(booking.time));
  };
  const take = (taken: Booking) => {
    setBooking(taken);
    setTried(true);
    if (Object.keys(missingOf(taken)).length === 0) onBook(taken, minutesOf(taken.time));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        book();
      }}
    >
      <Stack gap="sm">
        <PatientField value={booking.patientId} error={missing.patientId} findPatients={findPatients} onChange={(patientId) => change({ patientId })} />
        <Select label="Kind" data={[...types]} value={booking.typeCode} onChange={chooseType} error={missing.typeCode} searchable />
        <Group wrap="nowrap" gap="xs" align="start">
          <TextInput type="date" label="Day" flex={3} value={booking.day} onChange={(event) => change({ day: event.currentTarget.value })} error={missing.day} />
          <TextInput
            type="time"
            step={300}
            label="Time"
            flex={2.4}
            value={booking.time}
            onChange={(event) => change({ time: event.currentTarget.value })}
            error={missing.time}
          />
          <TextInput
            type="number"
            label="Minutes"
            flex={1.6}
            min={5}
            max={720}
            step={5}
            value={booking.minutes ?? ''}
            onChange={(event) => change({ minutes: event.currentTarget.valueAsNumber || null })}
          />
        </Group>
        <Select
          label="Clinician"
          data={[...clinicians]}
          value={booking.clinicianId}
          onChange={(clinicianId) => change({ clinicianId })}
          error={missing.clinicianId}
          searchable
        />
        <Select
          label="Program"
          data={[...programs]}
          value={booking.programId}
          onChange={(programId) => change({ programId })}
          error={missing.programId}
          allowDeselect={false}
        />
        <Group grow align="start">
          <Select
            label="How"
            data={modalities}
            value={booking.modality}
            onChange={(modality) => change({ modality: modalities.find(({ value }) => value === modality)?.value ?? null })}
          />
          <Select
            label="Room"
            data={[...rooms]}
            value={booking.roomId}
            onChange={(roomId) => change({ roomId })}
            clearable
            disabled={booking.modality !== null && booking.modality !== 'in-person'}
          />
        </Group>
        <Button variant="subtle" onClick={() => setFinding(!finding)} aria-expanded={finding}>
          {finding ? 'Stop looking for a time' : 'Find a time that suits…'}
        </Button>
        {finding && <SlotFinder booking={booking} isPending={pending} onTake={take} />}
        <RepeatField day={booking.day} value={booking.repeat} onChange={(repeat) => change({ repeat })} />
        {failure && !booking.repeat && (
          <Alert color="orange" title={failure.title} role="alert">
            {failure.obstacles.map((says) => (
              <Text key={says} size="sm">
                {says}
              </Text>
            ))}
          </Alert>
        )}
        {booking.repeat ? (
          <SeriesBooking booking={booking} repeat={booking.repeat} timeZone={timeZone} onBooked={onClose} />
        ) : (
          <Button type="submit" loading={pending}>
            Book
          </Button>
        )}
      </Stack>
    </form>
  );
}
