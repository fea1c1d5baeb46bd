import { canonicalJson, digestOf, signerOf } from '#server/charting/index.ts';
import { action, NotFound, refuseIf } from '#server/platform/index.ts';
import { updatesOf } from '../live/updates.store.ts';
import { lockSection, sealSection } from './documents.store.ts';
import { documentOr404, shownDocument } from './read-document.action.ts';
import { textOfUpdates } from './section-text.rules.ts';
import { obstaclesToSigningSection } from './signing.rules.ts';

/** Signs one section: seals the words that the signer read with form, version, signer and moment. Signing again shows what is signed. */
export const signSection = action(
  'team-document.sign-section',
  async (tx, { documentId, sectionId, text: seen }: { documentId: string; sectionId: string; text: string }) => {
    const { document, template } = await documentOr404(tx, documentId);
    const section = await lockSection(tx, documentId, sectionId);
    const form = template.sections.find(({ key }) => key === section?.key);
    if (!section || !form) throw new NotFound('Section');
    if (section.signedAt !== null) return shownDocument(tx, documentId);
    const text = textOfUpdates((await updatesOf(tx, [sectionId])).map(({ content }) => content));
    refuseIf(obstaclesToSigningSection(form, tx.actor.roles, text, seen));
    const { id, name, credential } = await signerOf(tx);
    const seal = {
      sectionId,
      patientId: document.patientId,
      programId: section.programId,
      form: { code: template.code, version: template.version, section: form.key },
      label: form.label,
      text,
      signer: { id, name, credential },
      signedAt: tx.now.toString(),
    };
    await sealSection(tx, seal, digestOf(canonicalJson(seal)));
    return shownDocument(tx, documentId);
  },
);
