import { get, post } from '#server/platform/index.ts';
import { answerRestriction } from './answer-restriction.action.ts';
import { askRestriction } from './ask-restriction.action.ts';
import { endRestriction } from './end-restriction.action.ts';
import { listRestrictions } from './list-restrictions.action.ts';
import { AnswerRestriction, AskedRestriction, AskRestriction, EndRestriction, RestrictedPatient, RestrictionList, RestrictionPath } from './restrictions.contract.ts';

export const restrictionRoutes = [
  get(
    '/patients/:patientId/restrictions',
    { may: 'consent.read', params: RestrictedPatient, reply: RestrictionList, summary: 'What a patient asked us not to use or tell' },
    listRestrictions,
  ),
  post(
    '/patients/:patientId/restrictions',
    { may: 'consent.write', params: RestrictedPatient, body: AskRestriction, reply: AskedRestriction, summary: 'Keep what a patient asks for (45 CFR 164.522(a))' },
    askRestriction,
  ),
  post(
    '/restrictions/:restrictionId/answer',
    { may: 'consent.write', params: RestrictionPath, body: AnswerRestriction, summary: 'Agree or refuse; paid in full must be agreed to' },
    answerRestriction,
  ),
  post(
    '/restrictions/:restrictionId/end',
    { may: 'consent.write', params: RestrictionPath, body: EndRestriction, summary: 'End it: by the patient, or by our notice' },
    endRestriction,
  ),
];
