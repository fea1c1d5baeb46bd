import { get, post, type Route } from '#server/platform/index.ts';
import { decideFee, waiveFee } from './decide-fee.action.ts';
import { foreseeMissed } from './foresee-missed.action.ts';
import { listMissed } from './list-missed.action.ts';
import { Consequence, ForeseeMissed, MissedPath, MissedVisit, MissedVisits, Noted, NoteMissed, PatientPath, VisitPath, WaiveFee } from './missed-visits.contract.ts';
import { noteMissed } from './note-missed.action.ts';

const reply = MissedVisit;

export const routes: readonly Route[] = [
  get(
    '/appointments/:appointmentId/missed-visit',
    { may: 'schedule.write', params: VisitPath, query: ForeseeMissed, reply: Consequence, summary: 'What follows when a visit is missed or called off now' },
    foreseeMissed,
  ),
  post(
    '/appointments/:appointmentId/missed-visit',
    { may: 'schedule.write', params: VisitPath, body: NoteMissed, reply: Noted, summary: 'Note that a visit is missed or called off, with what follows' },
    noteMissed,
  ),
  get('/patients/:patientId/missed-visits', { may: 'schedule.read', params: PatientPath, reply: MissedVisits, summary: 'Missed visits of a person' }, listMissed),
  post('/missed-visits/:missedVisitId/waiver', { may: 'payment.post', params: MissedPath, body: WaiveFee, reply, summary: 'Waive the fee, with the reason' }, waiveFee),
  post('/missed-visits/:missedVisitId/fee', { may: 'payment.post', params: MissedPath, reply, summary: 'Post the fee that waits or was waived' }, decideFee),
];
