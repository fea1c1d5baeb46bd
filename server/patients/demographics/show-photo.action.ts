import { action, files, NotFound } from '#server/platform/index.ts';
import { person } from './patients.store.ts';

/** The picture of the person. */
export const showPhoto = action('patient.show-photo', async (tx, { patientId }: { patientId: string }) => {
  const row = await person(tx, patientId);
  if (row.photoFileId === null) throw new NotFound('Photo');
  const photo = await files.get(tx, row.photoFileId);
  tx.touch({ kind: 'patient', id: row.id, patientId: row.id, fields: ['photo'] });
  return { contentType: photo.contentType, fileName: photo.name, body: photo.bytes, inline: true };
});
