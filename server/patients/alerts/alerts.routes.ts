import { get, post } from '#server/platform/index.ts';
import { PatientParams } from '../demographics/demographics.contract.ts';
import { AlertParams, Alerts, MadeAlert, NewAlert, ResolveAlert } from './alerts.contract.ts';
import { listAlerts } from './list-alerts.action.ts';
import { resolveAlert } from './resolve-alert.action.ts';
import { writeAlert } from './write-alert.action.ts';

export const alertsRoutes = [
  get('/patients/:patientId/alerts', { may: 'patient.read', params: PatientParams, reply: Alerts, summary: 'What others should know of a patient' }, listAlerts),
  post('/patients/:patientId/alerts', { may: 'alert.write', params: PatientParams, body: NewAlert, reply: MadeAlert, summary: 'Write an alert' }, writeAlert),
  post('/alerts/:alertId/resolution', { may: 'alert.write', params: AlertParams, body: ResolveAlert, summary: 'Take an alert down' }, resolveAlert),
];
