import { IconBan, IconCheck, IconChecks, IconCircle, IconMapPin, IconPlayerPlay, IconX, type Icon } from '@tabler/icons-react';
import type { AppointmentStatus } from '#server/scheduling/appointments/appointments.contract.ts';
import type { Mark } from './appearance.ts';
import classes from './appearance.module.css';

const icons: Readonly<Record<AppointmentStatus, Icon>> = {
  booked: IconCircle,
  confirmed: IconCheck,
  arrived: IconMapPin,
  'in-session': IconPlayerPlay,
  completed: IconChecks,
  'no-show': IconX,
  cancelled: IconBan,
};

const isStatus = (key: string): key is AppointmentStatus => key in icons;

/** The sign of a status: a shape, so that it is told without its color. */
export function StatusSign({ status, size = 12 }: { readonly status: AppointmentStatus; readonly size?: number }) {
  const Shape = icons[status];
  return <Shape size={size} stroke={2.4} className={classes.shape} aria-hidden />;
}

/** The sign of a mark: the shape of a status, the letters of anything else. */
export function Sign({ mark, size = 12 }: { readonly mark: Mark; readonly size?: number }) {
  if (isStatus(mark.key)) return <StatusSign status={mark.key} size={size} />;
  // Drawn rather than written: what is called by its name is not called by its letters too (WCAG 2.5.3).
  return <span className={classes.letters} data-letters={mark.letters} aria-hidden />;
}
