import * as Y from 'yjs';

/** The name under which the editor keeps the words of a section. */
export const fragmentName = 'default';

function textOf(node: unknown): string {
  if (node instanceof Y.XmlText) return (node.toDelta() as { insert?: unknown }[]).map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('');
  if (node instanceof Y.XmlElement) return node.toArray().map(textOf).join('');
  return '';
}

/** The words of a section, a line a paragraph: what the editor shows, and what is signed. */
export function sectionText(doc: Y.Doc): string {
  return doc.getXmlFragment(fragmentName).toArray().map(textOf).join('\n').replaceAll('\0', '').toWellFormed();
}

/** The text to which these updates add up, in whatever order they come and however often. */
export function textOfUpdates(updates: readonly Uint8Array[]): string {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return sectionText(doc);
}
