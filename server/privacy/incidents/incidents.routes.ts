import { get, post, put } from '#server/platform/index.ts';
import {
  Assessment,
  Closing,
  DutyDone,
  Incident,
  IncidentChange,
  IncidentList,
  IncidentParams,
  IncidentQuery,
  Letter,
  Letters,
  MadeIncident,
  NewIncident,
} from './incidents.contract.ts';
import { enterIncident } from './open-incident.action.ts';
import { listIncidents, listLetters, showIncident } from './read-incidents.action.ts';
import { assessIncident, changeIncident, closeIncident, meetDuty, sendLetter } from './work-incident.action.ts';

const may = 'incident.write';
const params = IncidentParams;

export const incidentRoutes = [
  get('/incidents', { may, query: IncidentQuery, reply: IncidentList, summary: 'The register of incidents with what is owed next' }, listIncidents),
  post('/incidents', { may, body: NewIncident, reply: MadeIncident, summary: 'Write an incident into the register' }, enterIncident),
  get('/incidents/:incidentId', { may, params, reply: Incident, summary: 'One incident with its clocks' }, showIncident),
  put('/incidents/:incidentId', { may, params, body: IncidentChange, reply: Incident, summary: 'Change what is known of it' }, changeIncident),
  post('/incidents/:incidentId/assessments', { may, params, body: Assessment, reply: Incident, summary: 'Assess the four factors (45 CFR 164.402)' }, assessIncident),
  post('/incidents/:incidentId/duties', { may, params, body: DutyDone, reply: Incident, summary: 'Note that a duty was met' }, meetDuty),
  get('/incidents/:incidentId/letters', { may, params, reply: Letters, summary: 'Who has to be written to' }, listLetters),
  post('/incidents/:incidentId/letters', { may, params, body: Letter, summary: 'Note that a letter went out' }, sendLetter),
  post('/incidents/:incidentId/closing', { may, params, body: Closing, reply: Incident, summary: 'Close it' }, closeIncident),
];
