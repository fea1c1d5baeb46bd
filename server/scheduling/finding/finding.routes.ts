import { get, type Route } from '#server/platform/index.ts';
import { findSlots } from './find-slots.action.ts';
import { SlotsQuery, SlotsReply } from './finding.contract.ts';

export const routes: readonly Route[] = [
  get('/slots', { may: 'schedule.read', query: SlotsQuery, reply: SlotsReply, summary: 'Times that suit patient, clinician and room at once' }, findSlots),
];
