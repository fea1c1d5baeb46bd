import { get, patch, post, type Route } from '#server/platform/index.ts';
import {
  AdministrationPath,
  AdministrationReply,
  AnswerChanges,
  Completion,
  FindingAnswer,
  FindingPath,
  HistoryReply,
  HistoryRevision,
  PatientPath,
  Result,
  SavedReply,
  StartAdministration,
  StartedReply,
} from './administrations.contract.ts';
import { closeFinding, completeAdministration, saveAnswers, showAdministration, withdrawAdministration } from './answer.action.ts';
import { showHistory, showRevision } from './show-history.action.ts';
import { startAdministration } from './start-administration.action.ts';

export const routes: readonly Route[] = [
  get('/patients/:patientId/assessments', { may: 'assessment.read', params: PatientPath, reply: HistoryReply, summary: 'Scores over time' }, showHistory),
  get(
    '/patients/:patientId/assessments/revision',
    { may: 'assessment.read', params: PatientPath, reply: HistoryRevision, summary: 'Whether anything was answered since' },
    showRevision,
  ),
  post(
    '/patients/:patientId/assessments',
    { may: 'assessment.write', params: PatientPath, body: StartAdministration, reply: StartedReply, summary: 'Ask an instrument' },
    startAdministration,
  ),
  get(
    '/assessments/:administrationId',
    { may: 'assessment.read', params: AdministrationPath, reply: AdministrationReply, summary: 'Questions, answers, result' },
    showAdministration,
  ),
  patch(
    '/assessments/:administrationId/answers',
    { may: 'assessment.write', params: AdministrationPath, body: AnswerChanges, reply: SavedReply, summary: 'Keep answers as they are given' },
    saveAnswers,
  ),
  post(
    '/assessments/:administrationId/completion',
    { may: 'assessment.write', params: AdministrationPath, body: Completion, reply: Result, summary: 'Score and seal' },
    completeAdministration,
  ),
  post(
    '/assessments/:administrationId/withdrawal',
    { may: 'assessment.write', params: AdministrationPath, summary: 'Take back what was not finished' },
    withdrawAdministration,
  ),
  post(
    '/critical-findings/:findingId/answer',
    { may: 'assessment.write', params: FindingPath, body: FindingAnswer, summary: 'Say what was done about it' },
    closeFinding,
  ),
];
