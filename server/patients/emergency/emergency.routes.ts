import { post } from '#server/platform/index.ts';
import { OpenedEmergency, Statement } from '#server/privacy/break-glass/break-glass.contract.ts';
import { PatientParams } from '../demographics/demographics.contract.ts';
import { FoundInEmergency, Identifiers } from './emergency.contract.ts';
import { findInEmergency, openChartInEmergency } from './open-chart.action.ts';

export const emergencyRoutes = [
  post(
    '/emergency-searches',
    { may: 'access.emergency', body: Identifiers, reply: FoundInEmergency, rateLimit: 60, summary: 'Find somebody in an emergency by exact identifiers' },
    findInEmergency,
  ),
  post(
    '/patients/:patientId/emergencies',
    { may: 'access.emergency', params: PatientParams, body: Statement, reply: OpenedEmergency, summary: 'Open a chart in an emergency (42 CFR 2.51)' },
    openChartInEmergency,
  ),
];
