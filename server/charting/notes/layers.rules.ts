import type { Obstacle } from '#server/platform/index.ts';
import type { SealedContent, SealedNote } from './note.ts';

/** What stands between somebody and a correction of a signed note: it is its author's, or the named supervisor's, and nothing is laid over an error. */
export function obstaclesToLayer(note: SealedNote, layers: readonly SealedNote[], actorId: string | null): Obstacle[] {
  const found: Obstacle[] = [];
  const { signer, supervisor } = note.content;
  if (actorId !== signer.id && actorId !== supervisor?.id)
    found.push({ code: 'note.not-yours', says: `Only ${signer.name}${supervisor ? ` or ${supervisor.name}` : ''} can do this. Add an addendum instead.`, at: 'noteId' });
  if (layers.some(({ kind }) => kind === 'error'))
    found.push({ code: 'note.in-error', says: 'This note was entered in error and stands for nothing. Write a new one.', at: 'noteId' });
  return found;
}

/** The content with these sections in other words; undefined when nothing differs. A changed section is plain text from then on. */
export function amendedContent(content: SealedContent, changes: Readonly<Record<string, string>>, reason: string): SealedContent | undefined {
  const isChanged = ({ key, text }: { key: string; text: string }) => changes[key] !== undefined && changes[key].trim() !== text.trim();
  if (!content.sections.some(isChanged)) return undefined;
  const { answers: _answers, ...rest } = content;
  return {
    ...rest,
    reason,
    sections: content.sections.map((section) => (isChanged(section) ? { key: section.key, label: section.label, text: changes[section.key] ?? '' } : section)),
  };
}
