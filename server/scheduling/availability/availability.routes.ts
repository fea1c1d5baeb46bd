import { del, get, post, put, type Route } from '#server/platform/index.ts';
import { AwayKept, AwayList, AwayPath, HoursList, HoursQuery, KeepAway, KeepHours } from './availability.contract.ts';
import { keepAway, listAway, removeAway } from './keep-away.action.ts';
import { keepHours, readHours } from './keep-hours.action.ts';

const may = 'schedule.write';

export const routes: readonly Route[] = [
  get('/hours', { may: 'schedule.read', query: HoursQuery, reply: HoursList, summary: 'Weekly hours of a clinician or a site' }, readHours),
  put('/hours', { may, body: KeepHours, reply: HoursList, summary: 'Weekly hours from a day on' }, keepHours),
  get('/away', { may: 'schedule.read', query: HoursQuery, reply: AwayList, summary: 'Leave of a clinician, closure of a site' }, listAway),
  post('/away', { may, body: KeepAway, reply: AwayKept, summary: 'Say that a clinician is away or a site is closed; what still stands there' }, keepAway),
  del('/away/:awayId', { may, params: AwayPath, summary: 'Take leave or a closure back' }, removeAway),
];
