import { z } from 'zod';
import { job } from '#server/platform/index.ts';
import { reviewFinishedDays } from './review-day.action.ts';

/** Every hour, so that a day is gone through soon after its midnight in any time zone, and a missed one is made up for. */
export const reviewAccess = job('audit.review-access', { every: '12 * * * *', payload: z.looseObject({}) }, (tx) => reviewFinishedDays(tx));
