import {
  IconBed,
  IconBuilding,
  IconCalendar,
  IconCalendarDue,
  IconCalendarRepeat,
  IconChecklist,
  IconClipboardCheck,
  IconClockCheck,
  IconEye,
  IconHome,
  IconInbox,
  IconPhoneIncoming,
  IconReceipt2,
  IconSend,
  IconShieldLock,
  IconSignature,
  IconUrgent,
  IconUsers,
  IconUserShare,
  IconUsersGroup,
  type Icon,
} from '@tabler/icons-react';

/** A place in the menu, shown to those who hold one of the permissions. */
export interface Place {
  readonly to: string;
  readonly label: string;
  readonly icon: Icon;
  readonly permissions: readonly string[];
  /** Pressed after G, as in "go to schedule". */
  readonly key: string;
}

/** The menu, from the top. */
export const places: readonly Place[] = [
  { to: '/', label: 'Today', icon: IconHome, permissions: [], key: 't' },
  { to: '/schedule', label: 'Schedule', icon: IconCalendar, permissions: ['schedule.read'], key: 's' },
  { to: '/patients', label: 'Patients', icon: IconUsers, permissions: ['patient.read'], key: 'p' },
  { to: '/tasks', label: 'Tasks', icon: IconChecklist, permissions: ['task.write'], key: 'o' },
  { to: '/groups', label: 'Groups', icon: IconUsersGroup, permissions: ['chart.read'], key: 'g' },
  { to: '/intake', label: 'Intake', icon: IconPhoneIncoming, permissions: ['intake.read'], key: 'k' },
  { to: '/house', label: 'House', icon: IconBed, permissions: ['residence.read', 'program.write'], key: 'h' },
  { to: '/signatures', label: 'Signatures', icon: IconSignature, permissions: ['note.sign'], key: 'n' },
  { to: '/caseloads', label: 'Caseloads', icon: IconUserShare, permissions: ['team.write'], key: 'c' },
  { to: '/continued-stay', label: 'Continued stay', icon: IconCalendarDue, permissions: ['chart.read'], key: 'u' },
  { to: '/attendance', label: 'Attendance', icon: IconClockCheck, permissions: ['chart.read'], key: 'w' },
  { to: '/tracks', label: 'Program tracks', icon: IconCalendarRepeat, permissions: ['track.enrol'], key: 'm' },
  { to: '/reviews', label: 'Reviews', icon: IconClipboardCheck, permissions: ['note.sign', 'review.write'], key: 'r' },
  { to: '/incoming-documents', label: 'Incoming', icon: IconInbox, permissions: ['document.write'], key: 'i' },
  { to: '/billing', label: 'Billing', icon: IconReceipt2, permissions: ['claim.read'], key: 'b' },
  {
    to: '/administration',
    label: 'Administration',
    icon: IconBuilding,
    permissions: ['staff.read', 'organisation.write', 'program.write', 'payer.write', 'template.write'],
    key: 'a',
  },
  { to: '/privacy', label: 'Privacy', icon: IconShieldLock, permissions: ['privacy.review', 'incident.write'], key: 'v' },
  { to: '/disclosures', label: 'Disclosures', icon: IconSend, permissions: ['disclosure.release', 'disclosure.read'], key: 'd' },
  { to: '/emergency', label: 'Emergency access', icon: IconUrgent, permissions: ['access.emergency'], key: 'e' },
  { to: '/audit', label: 'Access log', icon: IconEye, permissions: ['audit.read'], key: 'l' },
];

/** The places that somebody with these permissions may go to. */
export function placesFor(permissions: readonly string[]): readonly Place[] {
  return places.filter((place) => place.permissions.length === 0 || place.permissions.some((permission) => permissions.includes(permission)));
}

/** Whether the menu shows this place as the one where the reader is. */
export function isHere(place: Place, path: string): boolean {
  return place.to === '/' ? path === '/' : path === place.to || path.startsWith(`${place.to}/`);
}
