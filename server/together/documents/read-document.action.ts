import { canonicalJson, digestOf } from '#server/charting/index.ts';
import { action, NotFound, type Tx } from '#server/platform/index.ts';
import { updatesOf } from '../live/updates.store.ts';
import type { Section, TeamDocument } from './document.ts';
import { documentById, documentsOf, sectionsOf } from './documents.store.ts';
import { colleaguesIn, remarksOf } from './remarks.store.ts';
import { textOfUpdates } from './section-text.rules.ts';
import { obstaclesToClosing, ownsSection } from './signing.rules.ts';
import { teamTemplates, templateOf, type TeamTemplate } from './team-template.ts';

/** The document with its form, or `NotFound`: also for one in a program of others. */
export async function documentOr404(tx: Tx, documentId: string): Promise<{ document: TeamDocument; template: TeamTemplate }> {
  const document = await documentById(tx, documentId);
  const template = document && templateOf(document.templateCode, document.templateVersion);
  if (!document || !template) throw new NotFound('Document');
  return { document, template };
}

/** The words of sections that nobody has signed, by key. */
export async function unsignedTexts(tx: Tx, sections: readonly Section[]): Promise<ReadonlyMap<string, string>> {
  const open = sections.filter(({ signedAt }) => signedAt === null);
  const updates = await updatesOf(
    tx,
    open.map(({ id }) => id),
  );
  return new Map(open.map(({ id, key }) => [key, textOfUpdates(updates.filter(({ sectionId }) => sectionId === id).map(({ content }) => content))]));
}

function shownSection(tx: Tx, template: TeamTemplate, { id, key, seal, digest }: Section) {
  const form = template.sections.find((one) => one.key === key);
  if (!form) return [];
  const signed =
    seal === null || digest === null
      ? null
      : {
          text: seal.text,
          by: seal.signer.name,
          credential: seal.signer.credential,
          at: seal.signedAt,
          digest,
          intact: digestOf(canonicalJson(seal)) === digest,
        };
  const { label, hint, required } = form;
  return [{ id, key, label, hint, required, disciplines: [...form.disciplines], isMine: ownsSection(form, tx.actor.roles), signed }];
}

/** What a reader sees of a document: its sections within sight, remarks, and what stands before its closing. */
export async function shownDocument(tx: Tx, documentId: string) {
  const { document, template } = await documentOr404(tx, documentId);
  tx.touch({ kind: 'team-document', id: document.id, patientId: document.patientId, programId: document.programId });
  const sections = await sectionsOf(tx, documentId);
  const remarks = await remarksOf(tx, documentId);
  const obstacles = document.closedAt === null ? obstaclesToClosing(document, template, sections, await unsignedTexts(tx, sections), tx.actor.id) : [];
  return {
    ...document,
    sections: sections.flatMap((section) => shownSection(tx, template, section)),
    remarks: remarks.map((remark) => ({ ...remark, mentions: [...remark.mentions] })),
    colleagues: [...(await colleaguesIn(tx, document.programId))],
    obstacles,
  };
}

/** One document. */
export const readDocument = action('team-document.read', (tx, { documentId }: { documentId: string }) => shownDocument(tx, documentId));

/** Documents of one person. */
export const listDocuments = action('team-document.list', async (tx, { patientId }: { patientId: string }) => {
  tx.touch({ kind: 'team-document', patientId });
  return { items: [...(await documentsOf(tx, patientId))] };
});

/** What a team can write together. */
export const listTeamTemplates = action(
  'team-document.list-templates',
  (_tx, _nothing: object) => Promise.resolve({ items: teamTemplates.map(({ code, version, name }) => ({ code, version, name })) }),
  { audit: 'touched' },
);
