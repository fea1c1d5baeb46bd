import { get, type Route } from '#server/platform/index.ts';
import { DaysQuery, PatientPath, TreatmentDays } from './days.contract.ts';
import { listChangedDays, listDays } from './list-days.action.ts';

export const routes: readonly Route[] = [
  get(
    '/patients/:patientId/treatment-days',
    { may: 'charge.read', params: PatientPath, query: DaysQuery, reply: TreatmentDays, summary: 'Days of a stay: billed, waiting or not, and why' },
    listDays,
  ),
  get('/treatment-days/changed', { may: 'claim.read', reply: TreatmentDays, summary: 'Days on claims that would not be billed so by now' }, listChangedDays),
];
