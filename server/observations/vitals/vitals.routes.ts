import { get, patch, post, type Route } from '#server/platform/index.ts';
import { changeVitals, withdrawVitals } from './change-vitals.action.ts';
import { listSigns, listVitals, showVitalsHistory } from './list-vitals.action.ts';
import { takeVitals } from './take-vitals.action.ts';
import { ChangeVitalSet, NewVitalSet, PatientPath, Signs, VitalSetHistory, VitalSetPath, VitalSetReply, VitalSets, WithdrawVitalSet } from './vitals.contract.ts';

export const routes: readonly Route[] = [
  get('/vital-signs', { may: 'signed-in', reply: Signs, summary: 'Vital signs with units, LOINC codes and plausible ranges' }, listSigns),
  get(
    '/patients/:patientId/vitals',
    { may: 'chart.read', params: PatientPath, reply: VitalSets, summary: 'Vital signs of a person, the latest first, and each over time' },
    listVitals,
  ),
  post(
    '/patients/:patientId/vitals',
    { may: 'observation.write', params: PatientPath, body: NewVitalSet, reply: VitalSetReply, summary: 'Write vital signs down' },
    takeVitals,
  ),
  patch(
    '/vitals/:setId',
    { may: 'observation.write', params: VitalSetPath, body: ChangeVitalSet, reply: VitalSetReply, summary: 'Correct a set of vital signs' },
    changeVitals,
  ),
  post(
    '/vitals/:setId/withdrawal',
    { may: 'observation.write', params: VitalSetPath, body: WithdrawVitalSet, reply: VitalSetReply, summary: 'Mark a set as entered in error' },
    withdrawVitals,
  ),
  get(
    '/vitals/:setId/history',
    { may: 'chart.read', params: VitalSetPath, reply: VitalSetHistory, summary: 'All versions of a set, the newest first' },
    showVitalsHistory,
  ),
];
