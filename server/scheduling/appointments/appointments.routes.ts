import { get, patch, post, type Route } from '#server/platform/index.ts';
import {
  AppointmentList,
  AppointmentPath,
  AppointmentReply,
  BookAppointment,
  CancelAppointment,
  ChangeAppointment,
  CompleteAppointment,
  PatientAppointmentsQuery,
  PatientPath,
  ReinstateAppointment,
  StepAt,
} from './appointments.contract.ts';
import { bookAppointment } from './book-appointment.action.ts';
import { changeAppointment } from './change-appointment.action.ts';
import { listPatientAppointments, readAppointment } from './read-appointments.action.ts';
import {
  arriveForAppointment,
  cancelAppointment,
  completeAppointment,
  confirmAppointment,
  missAppointment,
  reinstateAppointment,
  startAppointment,
} from './take-step.action.ts';

const params = AppointmentPath;
const reply = AppointmentReply;
const may = 'schedule.write';

export const routes: readonly Route[] = [
  post('/appointments', { may, body: BookAppointment, reply, summary: 'Book an appointment' }, bookAppointment),
  get('/appointments/:appointmentId', { may: 'schedule.read', params, reply, summary: 'One appointment' }, readAppointment),
  patch('/appointments/:appointmentId', { may, params, body: ChangeAppointment, reply, summary: 'Move, resize or edit an appointment' }, changeAppointment),
  post('/appointments/:appointmentId/confirmation', { may, params, body: StepAt, reply, summary: 'The patient confirmed' }, confirmAppointment),
  post('/appointments/:appointmentId/arrival', { may, params, body: StepAt, reply, summary: 'The patient is here' }, arriveForAppointment),
  post('/appointments/:appointmentId/start', { may, params, body: StepAt, reply, summary: 'The session began' }, startAppointment),
  post('/appointments/:appointmentId/completion', { may, params, body: CompleteAppointment, reply, summary: 'The session ended' }, completeAppointment),
  post('/appointments/:appointmentId/no-show', { may, params, body: StepAt, reply, summary: 'The patient did not come' }, missAppointment),
  post('/appointments/:appointmentId/cancellation', { may, params, body: CancelAppointment, reply, summary: 'Call it off, with a reason' }, cancelAppointment),
  post(
    '/appointments/:appointmentId/reinstatement',
    { may, params, body: ReinstateAppointment, reply, summary: 'Take back an arrival, an absence or a cancellation' },
    reinstateAppointment,
  ),
  get(
    '/patients/:patientId/appointments',
    { may: 'schedule.read', params: PatientPath, query: PatientAppointmentsQuery, reply: AppointmentList, summary: 'Appointments of one person' },
    listPatientAppointments,
  ),
];
