import { z } from 'zod';
import { job } from '#server/platform/index.ts';
import { endWait } from './waitlist.store.ts';

const payload = z.looseObject({ episodeId: z.uuid() });

/** Who was admitted or declined waits no more. */
export const endWithEpisode = job('intake.end-with-episode', { on: 'episode.admitted', payload }, (tx, { episodeId }) => endWait(tx, { episodeId }, 'admitted'));
export const endWithDeclination = job('intake.end-with-declination', { on: 'episode.declined', payload }, (tx, { episodeId }) => endWait(tx, { episodeId }, 'declined'));
