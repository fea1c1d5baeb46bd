import { get, post, put, type Route } from '#server/platform/index.ts';
import { FollowUp, IncidentPath, IncidentReports, ReportIncident } from './incidents.contract.ts';
import { followUpIncident, listIncidents, reportIncident } from './keep-incidents.action.ts';

const path = '/residence/incident-reports';

export const routes: readonly Route[] = [
  get(path, { may: 'residence.read', reply: IncidentReports, summary: 'Incidents in the house' }, listIncidents),
  post(path, { may: 'residence.write', body: ReportIncident, summary: 'Report what happened, person by person' }, reportIncident),
  put(`${path}/:incidentReportId/follow-up`, { may: 'residence.write', params: IncidentPath, body: FollowUp, summary: 'Say what came of it' }, followUpIncident),
];
