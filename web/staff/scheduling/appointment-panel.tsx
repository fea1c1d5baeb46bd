import { Alert, Anchor, Badge, Button, Drawer, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AppointmentReply } from '#server/scheduling/appointments/appointments.contract.ts';
import { MissedForm } from '../desk/missed-form.tsx';
import { VisitStanding } from '../desk/visit-standing.tsx';
import { RemindersLine } from './reminders-line.tsx';
import { SeriesPart } from './series/series-part.tsx';
import { cancelReasons, statusWords, type Step } from './status.ts';
import { clockText, dayText, instantAt, wallTime } from './zoned-time.ts';

/** What went wrong, as the problem said it. */
export interface PanelFailure {
  readonly title: string;
  readonly obstacles: readonly string[];
}

interface AppointmentPanelProps {
  readonly appointment: AppointmentReply | null;
  readonly timeZone: string;
  readonly pending: boolean;
  readonly failure: PanelFailure | null;
  readonly mayWrite: boolean;
  readonly mayChart: boolean;
  readonly onClose: () => void;
  readonly onStep: (appointment: AppointmentReply, step: Step, details: object) => void;
  /** Calls off this one and all that follow in its series. */
  readonly onCancelRest: (appointment: AppointmentReply, details: object) => void;
  readonly onMove: (appointment: AppointmentReply, startsAt: string, endsAt: string) => void;
  readonly onNote: (appointment: AppointmentReply) => void;
  /** It was missed or called off: how it stands now, and what was done in a sentence. */
  readonly onChanged: (appointment: AppointmentReply, says: string) => void;
}

interface CancelFormProps {
  readonly appointment: AppointmentReply;
  readonly pending: boolean;
  readonly onChanged: AppointmentPanelProps['onChanged'];
  /** Left out for an appointment of its own. */
  readonly onCancelRest?: ((details: object) => void) | undefined;
}

function CancelForm({ appointment, pending, onChanged, onCancelRest }: CancelFormProps) {
  const [reason, setReason] = useState<string | null>(null);
  const [text, setText] = useState('');
  const wantsText = reason === 'other';
  const isDisabled = !reason || (wantsText && text.trim() === '');
  const details = { reason, ...(text ? { text } : {}) };
  return (
    <Stack gap="xs">
      <Select label="Why is it called off?" data={cancelReasons} value={reason} onChange={setReason} comboboxProps={{ withinPortal: true }} />
      {wantsText && <Textarea label="What happened?" value={text} onChange={(event) => setText(event.currentTarget.value)} maxLength={300} autosize minRows={2} />}
      {reason !== null && !isDisabled && (
        <MissedForm key={reason} appointment={appointment} missing={{ kind: 'cancellation', reason }} text={text} label="Cancel the appointment" onDone={onChanged} />
      )}
      {onCancelRest && (
        <Button color="red" variant="subtle" loading={pending} disabled={isDisabled} onClick={() => onCancelRest(details)}>
          Cancel this and all that follow
        </Button>
      )}
    </Stack>
  );
}

function MoveForm({
  appointment,
  timeZone,
  pending,
  onMove,
}: {
  readonly appointment: AppointmentReply;
  readonly timeZone: string;
  readonly pending: boolean;
  readonly onMove: AppointmentPanelProps['onMove'];
}) {
  const start = wallTime(appointment.startsAt, timeZone);
  const [day, setDay] = useState(start.day);
  const [time, setTime] = useState(`${String(Math.floor(start.minutes / 60)).padStart(2, '0')}:${String(start.minutes % 60).padStart(2, '0')}`);
  const length = Date.parse(appointment.endsAt) - Date.parse(appointment.startsAt);
  const move = () => {
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    const startsAt = instantAt(day, hour * 60 + minute, timeZone);
    onMove(appointment, startsAt, new Date(Date.parse(startsAt) + length).toISOString());
  };
  return (
    <Group align="end" gap="xs" wrap="nowrap">
      <TextInput type="date" label="Day" value={day} onChange={(event) => setDay(event.currentTarget.value)} style={{ flex: 1 }} />
      <TextInput type="time" step={300} label="Time" value={time} onChange={(event) => setTime(event.currentTarget.value)} />
      <Button variant="light" loading={pending} onClick={move}>
        Move
      </Button>
    </Group>
  );
}

interface StepsProps {
  readonly appointment: AppointmentReply;
  /** Something else on the panel is likelier. */
  readonly isQuiet: boolean;
  readonly pending: boolean;
  readonly onStep: AppointmentPanelProps['onStep'];
  readonly onMiss: () => void;
}

/** What may follow, the likeliest first. That nobody came is said only after its consequence was shown. */
function Steps({ appointment, isQuiet, pending, onStep, onMiss }: StepsProps) {
  const [first, ...others] = statusWords[appointment.status].next.filter((step) => step.path !== 'cancellation');
  if (!first) return null;
  return (
    <Group gap="xs">
      <Button variant={isQuiet ? 'light' : 'filled'} loading={pending} onClick={() => onStep(appointment, first, {})}>
        {first.label}
      </Button>
      {others.map((step) => (
        <Button key={step.path} variant="default" disabled={pending} onClick={() => (step.path === 'no-show' ? onMiss() : onStep(appointment, step, {}))}>
          {step.label}
        </Button>
      ))}
    </Group>
  );
}

/** The way to call it off, behind one press. */
function CancelPart({ isOpen, onOpen, ...form }: CancelFormProps & { readonly isOpen: boolean; readonly onOpen: () => void }) {
  if (isOpen) return <CancelForm {...form} />;
  return (
    <Button variant="subtle" color="red" onClick={onOpen}>
      Cancel…
    </Button>
  );
}

/** Everything about one appointment, and the steps that may follow. What a drag does, the keyboard does here. */
export function AppointmentPanel({
  appointment,
  timeZone,
  pending,
  failure,
  mayWrite,
  mayChart,
  onClose,
  onStep,
  onCancelRest,
  onMove,
  onNote,
  onChanged,
}: AppointmentPanelProps) {
  const [doing, setDoing] = useState<'cancelling' | 'missing' | null>(null);
  const close = () => {
    setDoing(null);
    onClose();
  };
  const changed = (now: AppointmentReply, says: string) => {
    setDoing(null);
    onChanged(now, says);
  };
  if (!appointment) return <Drawer opened={false} onClose={close} />;
  const start = wallTime(appointment.startsAt, timeZone);
  const end = wallTime(appointment.endsAt, timeZone);
  const { label, next } = statusWords[appointment.status];
  return (
    <Drawer opened onClose={close} position="right" size="md" title={<Text fw={600}>{appointment.patientName}</Text>}>
      <Stack gap="md">
        <Group gap="xs">
          <Badge variant="light">{label}</Badge>
          <Text size="sm" c="dimmed">
            {appointment.mrn}
          </Text>
          <Anchor size="sm" href={`/patients/${appointment.patientId}`}>
            Open chart
          </Anchor>
        </Group>
        <div>
          <Text fw={500}>{appointment.typeName}</Text>
          <Text size="sm">{dayText(start.day, 'long')}</Text>
          <Text size="sm">
            {clockText(start.minutes)} to {clockText(end.minutes)},{' '}
            {appointment.modality === 'in-person' ? (appointment.roomName ?? 'no room yet') : appointment.modality}
          </Text>
          <Text size="sm" c="dimmed">
            with {appointment.clinicianName}
          </Text>
          {appointment.note && (
            <Text size="sm" mt={4}>
              {appointment.note}
            </Text>
          )}
          <RemindersLine appointmentId={appointment.id} />
          <VisitStanding appointment={appointment} />
        </div>
        {failure && (
          <Alert color="orange" title={failure.title} role="alert">
            {failure.obstacles.map((says) => (
              <Text key={says} size="sm">
                {says}
              </Text>
            ))}
          </Alert>
        )}
        {mayChart && appointment.status !== 'cancelled' && <Button onClick={() => onNote(appointment)}>Write the note</Button>}
        {mayWrite && <Steps appointment={appointment} isQuiet={mayChart} pending={pending} onStep={onStep} onMiss={() => setDoing('missing')} />}
        {mayWrite && doing === 'missing' && (
          <MissedForm key={appointment.id} appointment={appointment} missing={{ kind: 'no-show' }} label="Did not come" onDone={changed} />
        )}
        {mayWrite && ['booked', 'confirmed'].includes(appointment.status) && (
          <MoveForm key={`${appointment.id}${appointment.version}`} appointment={appointment} timeZone={timeZone} pending={pending} onMove={onMove} />
        )}
        {appointment.seriesId !== null && (
          <SeriesPart key={appointment.id} appointment={appointment} seriesId={appointment.seriesId} timeZone={timeZone} mayWrite={mayWrite} onDone={close} />
        )}
        {mayWrite && next.some((step) => step.path === 'cancellation') && (
          <CancelPart
            appointment={appointment}
            pending={pending}
            isOpen={doing === 'cancelling'}
            onOpen={() => setDoing('cancelling')}
            onChanged={changed}
            onCancelRest={appointment.seriesId === null ? undefined : (details) => onCancelRest(appointment, details)}
          />
        )}
      </Stack>
    </Drawer>
  );
}
