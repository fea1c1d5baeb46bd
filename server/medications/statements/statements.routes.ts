import { get, post } from '#server/platform/index.ts';
import { findMedications, listStatements, noteStatement, stopStatement } from './keep-statements.action.ts';
import { stateNone } from './state-none.action.ts';
import {
  KnownMedications,
  MedicationQuery,
  NoteStatement,
  PatientPath,
  StateNone,
  Statement,
  StatementList,
  StatementPath,
  StopStatement,
} from './statements.contract.ts';

const may = 'medication.write';

export const statementRoutes = [
  get('/patients/:patientId/medications', { may: 'medication.read', params: PatientPath, reply: StatementList, summary: 'What a person takes and took' }, listStatements),
  post('/patients/:patientId/medications', { may, params: PatientPath, body: NoteStatement, reply: Statement, summary: 'Note a medicine' }, noteStatement),
  post('/patients/:patientId/medications/none', { may, params: PatientPath, body: StateNone, summary: 'Say that a person takes no medicines' }, stateNone),
  post('/medications/:statementId/stop', { may, params: StatementPath, body: StopStatement, reply: Statement, summary: 'Stop a medicine' }, stopStatement),
  get('/medication-names', { may: 'medication.read', query: MedicationQuery, reply: KnownMedications, summary: 'Medicines by name or brand' }, findMedications),
];
