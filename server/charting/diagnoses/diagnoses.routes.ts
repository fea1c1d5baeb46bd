import { get, patch, post, type Route } from '#server/platform/index.ts';
import { addDiagnosis } from './add-diagnosis.action.ts';
import { changeDiagnosis } from './change-diagnosis.action.ts';
import {
  ChangeDiagnosis,
  CodeList,
  CodesQuery,
  DiagnosesQuery,
  DiagnosisHistory,
  DiagnosisList,
  DiagnosisPath,
  DiagnosisReply,
  NewDiagnosis,
  PatientPath,
} from './diagnoses.contract.ts';
import { listDiagnoses, showDiagnosisHistory } from './list-diagnoses.action.ts';
import { searchCodes } from './search-codes.action.ts';

export const routes: readonly Route[] = [
  get('/icd10cm', { may: 'signed-in', query: CodesQuery, reply: CodeList, summary: 'Find ICD-10-CM codes by words or code' }, searchCodes),
  get(
    '/patients/:patientId/diagnoses',
    { may: 'chart.read', params: PatientPath, query: DiagnosesQuery, reply: DiagnosisList, summary: 'The problem list' },
    listDiagnoses,
  ),
  post(
    '/patients/:patientId/diagnoses',
    { may: 'diagnosis.write', params: PatientPath, body: NewDiagnosis, reply: DiagnosisReply, summary: 'Add a diagnosis' },
    addDiagnosis,
  ),
  patch(
    '/patients/:patientId/diagnoses/:diagnosisId',
    { may: 'diagnosis.write', params: DiagnosisPath, body: ChangeDiagnosis, reply: DiagnosisReply, summary: 'Change or resolve a diagnosis' },
    changeDiagnosis,
  ),
  get(
    '/patients/:patientId/diagnoses/:diagnosisId/history',
    { may: 'chart.read', params: DiagnosisPath, reply: DiagnosisHistory, summary: 'Every state in which a diagnosis stood, the newest first' },
    showDiagnosisHistory,
  ),
];
