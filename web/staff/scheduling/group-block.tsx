import { Menu, Text, UnstyledButton } from '@mantine/core';
import type { AppointmentReply } from '#server/scheduling/appointments/appointments.contract.ts';
import { peopleCount } from '../../ui/format/words.ts';
import tones from './appearance/appearance.module.css';
import { markOf, type Marking } from './appearance/appearance.ts';
import { Sign } from './appearance/sign.tsx';
import type { ScheduledAppointment } from './schedule.ts';
import { statusWords } from './status.ts';
import { clockText } from './zoned-time.ts';
import classes from './schedule.module.css';

interface GroupBlockProps {
  readonly seats: readonly ScheduledAppointment[];
  readonly start: number;
  readonly end: number;
  readonly marking: Marking;
  readonly onOpen: (appointment: AppointmentReply) => void;
}

/** The seats of one group session as one entry; its menu names who is in them. */
export function GroupBlock({ seats, start, end, marking, onOpen }: GroupBlockProps) {
  const [first] = seats;
  // Seats of one session may stand differently: their status colors each of them in the menu, never the whole.
  const mark = first && marking.by !== 'status' ? markOf(marking, first) : undefined;
  const title = `${first?.typeName ?? 'Group'}, ${peopleCount(seats.length)}`;
  return (
    <Menu position="right-start" withinPortal>
      <Menu.Target>
        <UnstyledButton
          className={`${classes.entry} ${tones.toned}`}
          data-kind="group"
          data-tone={mark?.tone}
          aria-label={`${title} ${clockText(start)}, until ${clockText(end)}`}
        >
          <Text component="span" className={classes.entryTitle}>
            {mark && <Sign mark={mark} />}
            {title}
          </Text>{' '}
          {end - start >= 30 && (
            <Text component="span" className={classes.entryLine}>
              {clockText(start)} {first?.roomName}
            </Text>
          )}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        {seats.map((seat) => (
          <Menu.Item
            key={seat.id}
            onClick={() => onOpen(seat)}
            rightSection={
              <Text size="xs" c="dimmed">
                {statusWords[seat.status].label}
              </Text>
            }
          >
            {seat.patientName}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
