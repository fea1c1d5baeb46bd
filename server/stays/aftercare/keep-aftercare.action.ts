import { action, newId } from '#server/platform/index.ts';
import { begunStay } from '../episodes/stay.store.ts';
import type { KeepAftercare } from './aftercare.contract.ts';
import { aftercareOf, insertAftercare } from './aftercare.store.ts';

/** What follows a stay; null while nobody wrote it. */
export const showAftercare = action('aftercare.show', async (tx, { episodeId }: { episodeId: string }) => {
  const stay = await begunStay(tx, episodeId);
  tx.touch({ kind: 'aftercare', id: episodeId, patientId: stay.patientId, programId: stay.programId });
  return { current: (await aftercareOf(tx, episodeId)) ?? null };
});

/** Writes what follows a stay, or that the person declined. What was written before is kept. */
export const keepAftercare = action('aftercare.keep', async (tx, { episodeId, ...to }: KeepAftercare & { episodeId: string }): Promise<void> => {
  const stay = await begunStay(tx, episodeId);
  await insertAftercare(tx, stay, newId<'Aftercare'>(), to);
  tx.touch({ kind: 'aftercare', id: episodeId, patientId: stay.patientId, programId: stay.programId, fields: ['aftercare'] });
});
