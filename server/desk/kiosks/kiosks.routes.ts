import { del, get, post, type Route } from '#server/platform/index.ts';
import { confirmVisit } from './confirm-visit.action.ts';
import { findVisit, openKiosk } from './find-visit.action.ts';
import {
  CheckInPath,
  CheckInReply,
  ConfirmedVisit,
  ConfirmVisit,
  FindVisit,
  FoundVisit,
  KioskPath,
  Kiosks,
  KioskState,
  LeaveKiosk,
  StartKiosk,
  VisitPath,
} from './kiosks.contract.ts';
import { endKioskById, leaveKiosk, listKiosks, startKiosk } from './run-kiosk.action.ts';
import { readCheckIn, settleSaid } from './see-to.action.ts';

const may = 'schedule.write';

// The secret of the kiosk travels in a cookie that no script reads; what a person types, in the body: no address, log or history holds either.
export const routes: readonly Route[] = [
  get('/kiosks', { may, reply: Kiosks, summary: 'Tablets on which patients check in' }, listKiosks),
  post('/kiosks', { may, body: StartKiosk, summary: 'Make this browser a tablet for check-in, and sign out' }, startKiosk),
  del('/kiosks/:kioskId', { may, params: KioskPath, summary: 'End a tablet from the desk' }, endKioskById),
  post('/kiosk/opening', { may: 'public', reply: KioskState, rateLimit: 60, summary: 'Whether this browser is a tablet for check-in' }, openKiosk),
  post(
    '/kiosk/visits',
    { may: 'public', body: FindVisit, reply: FoundVisit, rateLimit: 20, summary: 'The own visit of today, by name, birth date and telephone' },
    findVisit,
  ),
  post(
    '/kiosk/arrivals',
    { may: 'public', body: ConfirmVisit, reply: ConfirmedVisit, rateLimit: 20, summary: 'Say that one is here, and what has changed' },
    confirmVisit,
  ),
  post('/kiosk/leaving', { may: 'public', body: LeaveKiosk, rateLimit: 10, summary: 'End the tablet, by a colleague and their password' }, leaveKiosk),
  get('/appointments/:appointmentId/check-in', { may: 'schedule.read', params: VisitPath, reply: CheckInReply, summary: 'What was said at check-in' }, readCheckIn),
  post('/check-ins/:checkInId/settlement', { may, params: CheckInPath, summary: 'What was said at check-in is seen to' }, settleSaid),
];
