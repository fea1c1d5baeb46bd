import { get, post, type Route } from '#server/platform/index.ts';
import { CasePath, DutyList, NewShift, OpenRiskBody, ProgramPath, RiskCaseReply, RiskCases, RiskEntryBody, RiskPath } from './risk.contract.ts';
import { listDuties, showPathway } from './show-pathway.action.ts';
import { putOnCall } from './put-on-call.action.ts';
import { openRisk, writeRiskEntry } from './write-entry.action.ts';

export const routes: readonly Route[] = [
  get('/risk-duties', { may: 'assessment.read', reply: DutyList, summary: 'What is owed to people at risk, due first' }, listDuties),
  get('/patients/:patientId/risk', { may: 'assessment.read', params: RiskPath, reply: RiskCases, summary: 'The suicide-risk pathway of a patient' }, showPathway),
  post(
    '/patients/:patientId/risk',
    { may: 'assessment.write', params: RiskPath, body: OpenRiskBody, reply: RiskCaseReply, summary: 'Open the pathway by hand' },
    openRisk,
  ),
  post(
    '/risk-cases/:caseId/entries',
    { may: 'assessment.write', params: CasePath, body: RiskEntryBody, reply: RiskCaseReply, summary: 'Formulate, plan, contact, end' },
    writeRiskEntry,
  ),
  post('/programs/:programId/on-call', { may: 'instrument.write', params: ProgramPath, body: NewShift, summary: 'Say who answers outside hours' }, putOnCall),
];
