import { get, post } from '#server/platform/index.ts';
import { acceptMakeUp, showWeeks } from './show-weeks.action.ts';
import { AcceptMakeUp, WeekQuery, Weeks } from './weeks.contract.ts';

export const weekRoutes = [
  get(
    '/attendance/weeks',
    { may: 'chart.read', query: WeekQuery, reply: Weeks, summary: 'Weeks of a day program with what is missing and how to make it up' },
    showWeeks,
  ),
  post('/attendance/make-ups', { may: 'chart.write', body: AcceptMakeUp, summary: 'Give a member a seat in make-up sessions' }, acceptMakeUp),
];
