import { action, NotFound, Refused, type Actor, type Tx } from '#server/platform/index.ts';
import type { KeepSnippet } from './snippets.contract.ts';
import { mayKeep } from './snippet.rules.ts';
import { deleteSnippet, lockSnippet, snippetsFor, writeSnippet } from './snippets.store.ts';

function writerOf({ id, programIds, permissions }: Actor) {
  if (id === null) throw new NotFound('Staff');
  return { staffId: id, programIds, maySetForms: permissions.has('template.write') };
}

/** Words that unfold while one writes: one's own, and those of one's programs. */
export const listSnippets = action('snippet.list', async (tx) => ({ items: await snippetsFor(tx, writerOf(tx.actor).staffId, tx.actor.programIds) }), {
  audit: 'touched',
});

/** What stands under this id. What is somebody else's is not there; what is the program's is changed by those who design its forms. */
async function keepable(tx: Tx, snippetId: string, into: { readonly staffId: string | null; readonly programId: string | null }) {
  const writer = writerOf(tx.actor);
  const standing = await lockSnippet(tx, snippetId);
  for (const one of [...(standing ? [standing] : []), into]) {
    const verdict = mayKeep(one, writer);
    if (verdict === 'not-there') throw new NotFound('Snippet');
    if (verdict === 'not-yours') {
      const says = 'What a whole program writes with is set by those who design its forms. Keep it as your own, or ask them.';
      throw new Refused('snippet.of-program', { code: 'snippet.of-program', says, at: 'programId' }, 409);
    }
  }
  return { writer, standing };
}

/** Adds or changes one. */
export const keepSnippet = action('snippet.keep', async (tx, { snippetId, ...snippet }: KeepSnippet & { snippetId: string }) => {
  const own = snippet.programId === null ? tx.actor.id : null;
  const { writer } = await keepable(tx, snippetId, { staffId: own, programId: snippet.programId });
  if (!(await writeSnippet(tx, snippetId, snippet, writer.staffId))) {
    const says = `;${snippet.trigger} unfolds into something already. Choose another word, or change that one.`;
    throw new Refused('snippet.word-used', { code: 'snippet.word-used', says, at: 'trigger' }, 409);
  }
  tx.touch({ kind: 'snippet', id: snippetId });
  const kept = await lockSnippet(tx, snippetId);
  if (!kept) throw new NotFound('Snippet');
  return kept;
});

/** Takes one away; what it unfolded into stays where it was written. */
export const dropSnippet = action('snippet.drop', async (tx, { snippetId }: { snippetId: string }) => {
  const standing = await lockSnippet(tx, snippetId);
  if (!standing) throw new NotFound('Snippet');
  await keepable(tx, snippetId, standing);
  await deleteSnippet(tx, snippetId);
  tx.touch({ kind: 'snippet', id: snippetId });
});
