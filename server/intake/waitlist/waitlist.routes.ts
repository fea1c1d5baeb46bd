import { get, post } from '#server/platform/index.ts';
import { doForWaiting, leaveWaitlist, listWaitlist, putOnWaitlist } from './keep-waitlist.action.ts';
import { DoForWaiting, LeaveWaitlist, PutOnWaitlist, Waitlist, WaitlistQuery, WaitPath } from './waitlist.contract.ts';

const may = 'intake.write';
const params = WaitPath;

export const waitlistRoutes = [
  get(
    '/intake/waitlist',
    { may: 'intake.read', query: WaitlistQuery, reply: Waitlist, summary: 'Who waits, in the order in which places go, with the clocks' },
    listWaitlist,
  ),
  post('/intake/waitlist', { may, body: PutOnWaitlist, summary: 'Put somebody on the waitlist' }, putOnWaitlist),
  post('/intake/waitlist/:waitId/acts', { may, params, body: DoForWaiting, summary: 'A contact, an interim service, an offer, an answer' }, doForWaiting),
  post('/intake/waitlist/:waitId/removal', { may, params, body: LeaveWaitlist, summary: 'Take somebody off the list' }, leaveWaitlist),
];
