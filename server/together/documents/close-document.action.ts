import { openDraft, saveDraft, signDraft, signerOf } from '#server/charting/index.ts';
import { action, refuseIf } from '#server/platform/index.ts';
import { closeWithNote, lockDocument, sectionsOf } from './documents.store.ts';
import { documentOr404, shownDocument, unsignedTexts } from './read-document.action.ts';
import { obstaclesToClosing, sealedWords } from './signing.rules.ts';

/**
 * Closes a document: what was signed in its sections becomes one sealed note of charting, signed by the lead, which chart, story, search and
 * print show. Closed again it is the same. Throws `Refused` with all that is in the way.
 */
export const closeDocument = action('team-document.close', async (tx, { documentId }: { documentId: string }) => {
  await lockDocument(tx, documentId);
  const { document, template } = await documentOr404(tx, documentId);
  if (document.closedAt !== null) return shownDocument(tx, documentId);
  const sections = await sectionsOf(tx, documentId);
  refuseIf(obstaclesToClosing(document, template, sections, await unsignedTexts(tx, sections), tx.actor.id));
  const { timeZone } = await signerOf(tx);
  const { patientId, programId } = document;
  const draft = await openDraft.within(tx, { patientId, programId, templateCode: template.code, service: 'other' });
  const versions = new Map(draft.sections.map(({ key, version }) => [key, version]));
  const texts = sections.flatMap(({ key, seal, digest }) => {
    if (seal === null || digest === null) return [];
    const moment = Temporal.Instant.from(seal.signedAt).toZonedDateTimeISO(timeZone).toLocaleString('en-US', { dateStyle: 'long', timeStyle: 'short' });
    return [[key, { text: sealedWords(seal, digest, moment), baseVersion: versions.get(key) ?? 1, sequence: 1 }] as const];
  });
  await saveDraft.within(tx, { draftId: draft.id, deviceId: `team-document:${documentId}`, sections: Object.fromEntries(texts) });
  const note = await signDraft.within(tx, { draftId: draft.id });
  await closeWithNote(tx, documentId, note.id);
  return shownDocument(tx, documentId);
});
