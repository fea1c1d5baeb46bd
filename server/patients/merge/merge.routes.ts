import { get, post } from '#server/platform/index.ts';
import { PatientParams } from '../demographics/demographics.contract.ts';
import { listMerges } from './list-merges.action.ts';
import { MergedPatients, MergeParams, MergePatients, Merges, UndoMerge } from './merge.contract.ts';
import { mergePatients } from './merge-patients.action.ts';
import { undoMerge } from './undo-merge.action.ts';

export const mergeRoutes = [
  get('/patients/:patientId/merges', { may: 'patient.read', params: PatientParams, reply: Merges, summary: 'Merges of a person’s records' }, listMerges),
  post(
    '/patients/:patientId/merge',
    { may: 'patient.merge', params: PatientParams, body: MergePatients, reply: MergedPatients, summary: 'Take two records for one person' },
    mergePatients,
  ),
  post('/merges/:mergeId/undo', { may: 'patient.merge', params: MergeParams, body: UndoMerge, summary: 'Take a merge back' }, undoMerge),
];
