import { get, type Route } from '#server/platform/index.ts';
import { AppointmentTypeList } from './appointment-types.contract.ts';
import { listAppointmentTypes } from './list-appointment-types.action.ts';

export const routes: readonly Route[] = [
  get('/appointment-types', { may: 'signed-in', reply: AppointmentTypeList, summary: 'Kinds of appointment' }, listAppointmentTypes),
];
