import { permission, type Module } from '#server/platform/index.ts';
import { routes as appointmentTypes } from './appointment-types/appointment-types.routes.ts';
import { routes as appointments } from './appointments/appointments.routes.ts';
import { routes as blockedTimes } from './blocked-times/blocked-times.routes.ts';
import { routes as availability } from './availability/availability.routes.ts';
import { routes as calendars } from './calendars/calendars.routes.ts';
import { routes as daySheets } from './day-sheets/day-sheets.routes.ts';
import { endSlotOffers, offerFreedTime } from './earlier-times/earlier-times.jobs.ts';
import { routes as earlierTimes } from './earlier-times/earlier-times.routes.ts';
import { offerTiles } from './earlier-times/offer-tiles.store.ts';
import { schedulingEvents } from './events.ts';
import { routes as finding } from './finding/finding.routes.ts';
import { findDueReminders, remindOfOne } from './reminders/reminders.jobs.ts';
import { routes as reminders } from './reminders/reminders.routes.ts';
import { routes as rooms } from './rooms/rooms.routes.ts';
import { routes as series } from './series/series.routes.ts';
import { routes as schedule } from './schedule/schedule.routes.ts';
import { visitTiles } from './schedule/visit-tiles.store.ts';

export { loadContent } from './appointment-types/load-content.action.ts';
export type { AppointmentId, Modality, Status } from './appointments/appointment.ts';
export { carryAppointments } from './carrying/carry-appointments.action.ts';
export { cancelAppointment, completeAppointment, missAppointment } from './appointments/take-step.action.ts';
export type { SchedulingViews } from './scheduling-tables.ts';
export { arriveForDay } from './sessions/arrive-for-day.action.ts';
export { examineSeats, examineSessions } from './sessions/examine-sessions.ts';
export { bookSeats, callOffSeats, holdSessions, settleSeats, stretchSeats } from './sessions/keep-seats.action.ts';
export type { SessionConflict, SessionTime } from './sessions/session-time.ts';

export const scheduling: Module = {
  name: 'scheduling',
  routes: [
    ...schedule,
    ...daySheets,
    ...earlierTimes,
    ...appointments,
    ...series,
    ...calendars,
    ...availability,
    ...finding,
    ...reminders,
    ...blockedTimes,
    ...rooms,
    ...appointmentTypes,
  ],
  jobs: [findDueReminders, remindOfOne, offerFreedTime, endSlotOffers],
  permissions: [permission('schedule.read', 'See the schedule'), permission('schedule.write', 'Book, move and cancel appointments')],
  tiles: [...visitTiles, ...offerTiles],
  events: [...schedulingEvents],
};
