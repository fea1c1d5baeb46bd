import { z } from 'zod';
import { job } from '#server/platform/index.ts';
import { departOfEpisode } from './depart.action.ts';

/** A discharge from the program ends the residency, when whoever discharged did not do so at the board. */
export const endWithEpisode = job('residence.end-with-episode', { on: 'episode.discharged', payload: z.looseObject({ episodeId: z.uuid() }) }, (tx, { episodeId }) =>
  departOfEpisode(tx, episodeId),
);
