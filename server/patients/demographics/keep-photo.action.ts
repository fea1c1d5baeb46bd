import { action, files, refuseIf, type Upload } from '#server/platform/index.ts';
import { imageTypeOf, obstaclesToPicture } from './image-type.rules.ts';
import { lockPerson, updatePatient } from './patients.store.ts';

/** Keeps a picture of the person, in place of the one before. */
export const keepPhoto = action('patient.keep-photo', async (tx, { patientId, file }: { patientId: string } & Upload) => {
  refuseIf(obstaclesToPicture(file.bytes));
  const row = await lockPerson(tx, patientId);
  const contentType = imageTypeOf(file.bytes) ?? 'application/octet-stream';
  const photoFileId = await files.put(tx, { bytes: file.bytes, name: `photo-${row.mrn}`, contentType, permission: 'patient.read', patientId: row.id });
  await updatePatient(tx, row.id, { photoFileId });
  tx.touch({ kind: 'patient', id: row.id, patientId: row.id, fields: ['photo'] });
});
