import { action } from '#server/platform/index.ts';
import { lockEpisode, updateEpisode } from './episodes.store.ts';

/** Names who is chiefly responsible for a stay, or nobody. */
export const changeClinician = action(
  'episode.change-clinician',
  async (tx, { episodeId, primaryClinicianId }: { episodeId: string; primaryClinicianId: string | null }) => {
    const row = await lockEpisode(tx, episodeId);
    await updateEpisode(tx, episodeId, { primaryClinicianId });
    tx.touch({ kind: 'episode', id: episodeId, patientId: row.patientId, programId: row.programId, fields: ['primaryClinicianId'] });
  },
);
