import type { ColumnType, Generated } from 'kysely';
import type { Id } from '#server/platform/index.ts';
import type { AppointmentId, Modality, Status } from './appointments/appointment.ts';
import type { Recurrence, SeriesId } from './series/series.ts';

type Instant = ColumnType<Temporal.Instant, Temporal.Instant, Temporal.Instant>;

interface AppointmentTable {
  id: AppointmentId;
  patientId: Id<'Patient'>;
  programId: Id<'Program'>;
  labels: Generated<string[]>;
  siteId: Id<'Site'>;
  clinicianId: Id<'Staff'>;
  roomId: Id<'Room'> | null;
  sessionId: Id<'Session'> | null;
  typeCode: string;
  startsAt: Instant;
  endsAt: Instant;
  modality: Modality;
  status: Status;
  cancelReason: string | null;
  arrivedAt: Temporal.Instant | null;
  startedAt: Temporal.Instant | null;
  endedAt: Temporal.Instant | null;
  note: string;
  version: Generated<number>;
  bookedAt: Instant;
  bookedBy: string | null;
  seriesId: Generated<SeriesId | null>;
  occurrence: Generated<number | null>;
}

interface SeriesTable {
  id: SeriesId;
  patientId: Id<'Patient'>;
  programId: Id<'Program'>;
  labels: Generated<string[]>;
  siteId: Id<'Site'>;
  clinicianId: Id<'Staff'>;
  roomId: Id<'Room'> | null;
  typeCode: string;
  modality: Modality;
  recurrence: ColumnType<Recurrence, string, string>;
  firstDay: ColumnType<Temporal.PlainDate, Temporal.PlainDate, Temporal.PlainDate>;
  time: string;
  minutes: number;
  timeZone: string;
  times: number;
  follows: SeriesId | null;
  version: number;
  madeAt: Instant;
  madeBy: string | null;
}

interface StatusChangeTable {
  id: Generated<string>;
  appointmentId: AppointmentId;
  patientId: Id<'Patient'>;
  programId: Id<'Program'>;
  labels: Generated<string[]>;
  fromStatus: Status;
  toStatus: Status;
  reason: string | null;
  at: Instant;
  byStaff: string | null;
}

interface AppointmentTypeTable {
  code: string;
  name: string;
  service: string;
  minutes: number;
  modality: Modality;
  isGroup: boolean;
  noteTemplate: string;
  noteTemplates: ColumnType<Readonly<Record<string, string>>, string, string>;
  position: number;
  active: Generated<boolean>;
}

interface RoomTable {
  id: Id<'Room'>;
  siteId: Id<'Site'>;
  name: string;
  seats: Generated<number>;
  active: Generated<boolean>;
}

interface BlockedTimeTable {
  id: string;
  siteId: string;
  clinicianId: string | null;
  roomId: string | null;
  startsAt: Instant;
  endsAt: Instant;
  reason: string;
  version: Generated<number>;
  madeBy: string | null;
}

interface BusySlotTable {
  clinicianId: string | null;
  roomId: string | null;
  startsAt: Instant;
  endsAt: Instant;
}

interface ReminderTable {
  id: string;
  appointmentId: AppointmentId;
  patientId: Id<'Patient'>;
  programId: Id<'Program'>;
  labels: Generated<string[]>;
  startsAt: Temporal.Instant;
  lead: string;
  channel: 'text' | 'email' | 'voicemail' | null;
  decidedAt: Temporal.Instant;
  expiresAt: Temporal.Instant;
  confirmHash: string | null;
  cancelHash: string | null;
  arriveHash: string | null;
  answer: 'confirm' | 'cancel' | null;
  answeredAt: Temporal.Instant | null;
}

interface HoursTable {
  id: string;
  siteId: string;
  clinicianId: string | null;
  weekday: number;
  opens: string;
  closes: string;
  validFrom: ColumnType<Temporal.PlainDate, Temporal.PlainDate, Temporal.PlainDate>;
  validTo: ColumnType<Temporal.PlainDate | null, Temporal.PlainDate | null, Temporal.PlainDate | null>;
}

interface AwayTable {
  id: string;
  siteId: string | null;
  clinicianId: string | null;
  startsAt: Instant;
  endsAt: Instant;
  reason: string;
  madeAt: Instant;
  madeBy: string | null;
}

interface CalendarLinkTable {
  id: string;
  staffId: string;
  tokenHash: string;
  madeAt: Instant;
  endedAt: Temporal.Instant | null;
  lastReadAt: Temporal.Instant | null;
}

interface LoadedContentTable {
  name: string;
  version: string;
}

/** The tables of schema `scheduling`, as its stores know them. */
export interface SchedulingTables {
  'scheduling.appointment': AppointmentTable;
  'scheduling.series': SeriesTable;
  'scheduling.statusChange': StatusChangeTable;
  'scheduling.appointmentType': AppointmentTypeTable;
  'scheduling.room': RoomTable;
  'scheduling.blockedTime': BlockedTimeTable;
  'scheduling.busySlot': BusySlotTable;
  'scheduling.calendarLink': CalendarLinkTable;
  'scheduling.reminder': ReminderTable;
  'scheduling.hours': HoursTable;
  'scheduling.away': AwayTable;
  'scheduling.loadedContent': LoadedContentTable;
}

/** What other contexts may read: `scheduling.appointment_fact`. */
export interface SchedulingViews {
  'scheduling.appointmentFact': {
    id: AppointmentId;
    patientId: Id<'Patient'>;
    programId: Id<'Program'>;
    labels: string[];
    siteId: Id<'Site'>;
    clinicianId: Id<'Staff'>;
    roomId: Id<'Room'> | null;
    typeCode: string;
    typeName: string;
    service: string;
    noteTemplate: string;
    startsAt: Temporal.Instant;
    endsAt: Temporal.Instant;
    modality: Modality;
    status: Status;
    arrivedAt: Temporal.Instant | null;
    startedAt: Temporal.Instant | null;
    endedAt: Temporal.Instant | null;
  };
}
