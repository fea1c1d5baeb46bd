import { action, Invalid, NotFound } from '#server/platform/index.ts';
import type { NewRemark } from './documents.contract.ts';
import { sectionsOf } from './documents.store.ts';
import { documentOr404, shownDocument } from './read-document.action.ts';
import { colleaguesIn, finishMention, insertRemark, openMentions } from './remarks.store.ts';

/** Says something to the colleagues beside a section. Whom it names gets a task on the home page, if they may see the section. */
export const addRemark = action('team-document.remark', async (tx, { documentId, ...remark }: NewRemark & { documentId: string }) => {
  const { document } = await documentOr404(tx, documentId);
  const section = (await sectionsOf(tx, documentId)).find(({ id }) => id === remark.sectionId);
  if (!section) throw new NotFound('Section');
  const known = new Set((await colleaguesIn(tx, document.programId)).map(({ id }) => id));
  if (remark.mentions.some((staffId) => !known.has(staffId))) throw new Invalid([{ at: 'mentions', says: 'Name colleagues of this program who read its charts.' }]);
  await insertRemark(tx, section, remark);
  return shownDocument(tx, documentId);
});

/** What I was named for and have not done. */
export const listMentions = action('team-document.list-mentions', async (tx, _nothing: object) => {
  const items = await openMentions(tx);
  if (items.length > 0) tx.touch({ kind: 'mention', patientId: items.map(({ patientId }) => patientId) });
  return { items: [...items] };
});

/** I have done what I was named for. */
export const endMention = action('team-document.end-mention', async (tx, { remarkId }: { remarkId: string }) => {
  const mention = await finishMention(tx, remarkId);
  if (!mention) throw new NotFound('Mention');
  tx.touch({ kind: 'mention', id: remarkId, ...mention });
});
