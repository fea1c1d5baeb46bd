import { z } from 'zod';
import { job } from '#server/platform/index.ts';
import { callForResult } from './call-for-result.action.ts';

/** A critical result calls somebody. */
export const callForCriticalResult = job('assessments.call-for-result', { on: 'result.critical', payload: z.looseObject({ resultId: z.uuid() }) }, (tx, { resultId }) =>
  callForResult(tx, resultId),
);
