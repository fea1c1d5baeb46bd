import { action, NotFound } from '#server/platform/index.ts';
import { insertUpdate, sectionInSight, updateById, updatesOf } from './updates.store.ts';

/** Somebody comes to a section: leaves an entry in the audit. Throws `NotFound` for one that is not there or not theirs to see. */
export const enterSection = action('team-document.enter-section', async (tx, { sectionId }: { sectionId: string }) => {
  const section = await sectionInSight(tx, sectionId);
  if (!section) throw new NotFound('Section');
  tx.touch({ kind: 'team-document-section', id: section.id, patientId: section.patientId, programId: section.programId });
  return { mayWrite: section.isOpen && tx.actor.permissions.has('chart.write') };
});

/** Asked at every message and every few seconds: whether the section may still be seen, and written. */
export const lookAgain = action(
  'team-document.look-again',
  async (tx, { sectionId }: { sectionId: string }) => {
    const section = await sectionInSight(tx, sectionId);
    if (!section) throw new NotFound('Section');
    return { mayWrite: section.isOpen && tx.actor.permissions.has('chart.write') };
  },
  { audit: 'touched' },
);

/** All that was typed into a section so far. */
export const loadSection = action('team-document.load-section', async (tx, { sectionId }: { sectionId: string }) => updatesOf(tx, [sectionId]), { audit: 'touched' });

/** One thing that another process has kept. */
export const loadUpdate = action('team-document.load-update', (tx, { id }: { id: string }) => updateById(tx, id), { audit: 'touched' });

/**
 * Keeps what somebody typed; its number, or undefined when the section takes no words any more. The first words of a visit leave an entry in the
 * audit, those after it stand with their author and moment in the updates themselves.
 */
export const keepUpdate = action(
  'team-document.write-section',
  async (tx, { sectionId, content, isFirst }: { sectionId: string; content: Uint8Array; isFirst: boolean }) => {
    const section = await sectionInSight(tx, sectionId);
    if (!section) throw new NotFound('Section');
    if (!section.isOpen || !tx.actor.permissions.has('chart.write')) return undefined;
    const id = await insertUpdate(tx, sectionId, content);
    if (id !== undefined && isFirst)
      tx.touch({ kind: 'team-document-section', id: section.id, patientId: section.patientId, programId: section.programId, fields: ['text'] });
    return id;
  },
  { audit: 'touched' },
);
