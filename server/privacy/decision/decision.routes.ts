import { get } from '#server/platform/index.ts';
import { DecisionParams, ReplayReply } from './decision.contract.ts';
import { replayDecision } from './replay.action.ts';

/** Stored decisions, for those who review. */
export const decisionRoutes = [
  get(
    '/decisions/:decisionId/replay',
    { may: 'privacy.review', params: DecisionParams, reply: ReplayReply, summary: 'A stored decision, taken again from its facts' },
    replayDecision,
  ),
];
