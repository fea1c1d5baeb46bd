import { get, post, type Route } from '#server/platform/index.ts';
import { answerFinding, judgeFinding, listFindings } from './answer-finding.action.ts';
import { AnswerFinding, Finding, FindingList, FindingPath, JudgeFinding } from './findings.contract.ts';

const params = FindingPath;
const reply = Finding;

export const routes: readonly Route[] = [
  get('/review-findings', { may: 'note.sign', reply: FindingList, summary: 'What I am to mend in charts; for who reviews, what was mended' }, listFindings),
  post('/review-findings/:findingId/answer', { may: 'note.sign', params, body: AnswerFinding, reply, summary: 'Say what was done about a finding' }, answerFinding),
  post(
    '/review-findings/:findingId/judgement',
    { may: 'review.write', params, body: JudgeFinding, reply, summary: 'Accept what was done, or open it again' },
    judgeFinding,
  ),
];
