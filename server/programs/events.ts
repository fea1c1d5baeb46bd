import type { DomainEvent } from '#server/platform/index.ts';

interface EpisodeFacts {
  readonly episodeId: string;
  readonly patientId: string;
  readonly programId: string;
}

const facts = ({ episodeId, patientId, programId }: EpisodeFacts) => ({ episodeId, patientId, programId });

/** Somebody was referred to a program. */
export function episodeOpened(episode: EpisodeFacts): DomainEvent {
  return { name: 'episode.opened', payload: facts(episode) };
}

/** Somebody was admitted to a program. */
export function episodeAdmitted(episode: EpisodeFacts): DomainEvent {
  return { name: 'episode.admitted', payload: facts(episode) };
}

/** Somebody's stay in a program ended. */
export function episodeDischarged(episode: EpisodeFacts): DomainEvent {
  return { name: 'episode.discharged', payload: facts(episode) };
}

/** A referral did not lead to an admission. */
export function episodeDeclined(episode: EpisodeFacts): DomainEvent {
  return { name: 'episode.declined', payload: facts(episode) };
}

/** All that this context announces. */
export const episodeEvents = ['episode.opened', 'episode.admitted', 'episode.discharged', 'episode.declined'];
