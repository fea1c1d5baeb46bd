import { action, files, NotFound } from '#server/platform/index.ts';
import { coverage } from './coverage.store.ts';

/** The picture of one side of the insurance card. */
export const showCard = action('coverage.show-card', async (tx, { coverageId, side }: { coverageId: string; side: 'front' | 'back' }) => {
  const row = await coverage(tx, coverageId);
  const fileId = side === 'front' ? row.frontFileId : row.backFileId;
  if (fileId === null) throw new NotFound('Card');
  const card = await files.get(tx, fileId);
  tx.touch({ kind: 'coverage', id: coverageId, patientId: row.patientId, fields: [`${side}OfCard`] });
  return { contentType: card.contentType, fileName: card.name, body: card.bytes, inline: true };
});
