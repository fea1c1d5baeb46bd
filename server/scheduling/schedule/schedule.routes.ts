import { get, type Route } from '#server/platform/index.ts';
import { findOpenings } from './find-openings.action.ts';
import { readSchedule } from './read-schedule.action.ts';
import { OpeningsQuery, OpeningsReply, ScheduleQuery, ScheduleReply } from './schedule.contract.ts';

export const routes: readonly Route[] = [
  get('/schedule', { may: 'schedule.read', query: ScheduleQuery, reply: ScheduleReply, summary: 'Days of a clinician or a team' }, readSchedule),
  get('/openings', { may: 'schedule.read', query: OpeningsQuery, reply: OpeningsReply, summary: 'The next free times' }, findOpenings),
];
