import { action, files, refuseIf, type Upload } from '#server/platform/index.ts';
import { imageTypeOf, obstaclesToPicture } from '../demographics/image-type.rules.ts';
import { lockCoverage, updateCoverage } from './coverage.store.ts';

/** Keeps a picture of one side of the insurance card. */
export const keepCard = action('coverage.keep-card', async (tx, { coverageId, side, file }: { coverageId: string; side: 'front' | 'back' } & Upload) => {
  refuseIf(obstaclesToPicture(file.bytes));
  const { patientId } = await lockCoverage(tx, coverageId);
  const contentType = imageTypeOf(file.bytes) ?? 'application/octet-stream';
  const fileId = await files.put(tx, { bytes: file.bytes, name: `card-${side}`, contentType, permission: 'coverage.read', patientId });
  await updateCoverage(tx, coverageId, side === 'front' ? { frontFileId: fileId } : { backFileId: fileId });
  tx.touch({ kind: 'coverage', id: coverageId, patientId, fields: [`${side}OfCard`] });
});
