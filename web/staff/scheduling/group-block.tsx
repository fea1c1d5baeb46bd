import { Menu, Text, UnstyledButton } from '@mantine/core';
import type { AppointmentReply } from '#server/scheduling/appointments/appointments.contract.ts';
import { statusWords } from './status.ts';
import { clockText } from './zoned-time.ts';
import classes from './schedule.module.css';

interface GroupBlockProps {
  readonly seats: readonly AppointmentReply[];
  readonly start: number;
  readonly end: number;
  readonly onOpen: (appointment: AppointmentReply) => void;
}

/** The seats of one group session as one entry; its menu names who is in them. */
export function GroupBlock({ seats, start, end, onOpen }: GroupBlockProps) {
  const [first] = seats;
  const title = `${first?.typeName ?? 'Group'}, ${seats.length} people`;
  return (
    <Menu position="right-start" withinPortal>
      <Menu.Target>
        <UnstyledButton className={classes.entry} data-kind="group" aria-label={`${title} ${clockText(start)}, until ${clockText(end)}`}>
          <Text component="span" className={classes.entryTitle}>
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
