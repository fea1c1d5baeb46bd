import { z } from 'zod';
import { job } from '#server/platform/index.ts';
import { takeCensuses } from './take-census.action.ts';

/** Every five minutes, for midnight comes at another instant in each time zone; a census that is there is not taken again. */
export const countMidnights = job('residence.count-midnights', { every: '*/5 * * * *', payload: z.unknown() }, (tx) => takeCensuses(tx));
