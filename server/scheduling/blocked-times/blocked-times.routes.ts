import { del, post, type Route } from '#server/platform/index.ts';
import { blockTime } from './block-time.action.ts';
import { BlockedTimePath, BlockedTimeReply, BlockTime } from './blocked-times.contract.ts';
import { unblockTime } from './unblock-time.action.ts';

export const routes: readonly Route[] = [
  post('/blocked-times', { may: 'schedule.write', body: BlockTime, reply: BlockedTimeReply, summary: 'Keep time free' }, blockTime),
  del('/blocked-times/:blockedTimeId', { may: 'schedule.write', params: BlockedTimePath, summary: 'Give blocked time back' }, unblockTime),
];
