import { z } from 'zod';
import { job } from '#server/platform/index.ts';
import { escalateMissed } from './sign-round.action.ts';

/** Each minute: sightings that were missed are told, once. */
export const escalateMissedRounds = job('residence.escalate-rounds', { every: '* * * * *', payload: z.unknown(), queue: 'residence.escalate-rounds' }, (tx) =>
  escalateMissed(tx),
);
