import { person } from '#server/patients/index.ts';
import { action, newId, NotFound, Refused, refuseIf } from '#server/platform/index.ts';
import { part2Among } from '#server/privacy/index.ts';
import { shownVaultNotes } from './list-vault-notes.action.ts';
import { excludedFromVault, vaultOf } from './vault-content.rules.ts';
import { insertVaultNote, readableNote, replaceText } from './vault-notes.store.ts';

interface WriteInput {
  readonly patientId: string;
  readonly id?: string | undefined;
  readonly programId: string;
  readonly text: string;
}

/** Writes a note for one's own eyes. Throws `Refused` when it holds what belongs in the chart (45 CFR 164.501, 42 CFR 2.11). Written twice with one id, it is there once. */
export const writeVaultNote = action('vault-note.write', async (tx, { patientId, id = newId<'VaultNote'>(), programId, text }: WriteInput) => {
  if (!tx.actor.programIds.includes(programId) || tx.actor.id === null) throw new NotFound('Program');
  const { id: personId } = await person(tx, patientId);
  refuseIf(excludedFromVault(text));
  const vault = vaultOf((await part2Among(tx, [programId])).has(programId));
  await insertVaultNote(tx, { id, patientId: personId, programId, labels: [vault], originatorId: tx.actor.id, text, writtenAt: tx.now, changedAt: tx.now });
  tx.touch({ kind: 'vault-note', id, patientId: personId, programId });
  const [shown] = await shownVaultNotes(tx, [await readableNote(tx, id)]);
  if (!shown) throw new NotFound('Note');
  return shown;
});

/** Replaces the text of one's own note. */
export const changeVaultNote = action('vault-note.change', async (tx, { noteId, text, version }: { noteId: string; text: string; version: number }) => {
  const before = await readableNote(tx, noteId);
  if (before.originatorId !== tx.actor.id) throw new NotFound('Note');
  refuseIf(excludedFromVault(text));
  if (!(await replaceText(tx, noteId, version, text))) {
    throw new Refused(
      'vault-note.stale',
      { code: 'vault-note.stale', says: 'You changed this note in another window. Copy what you wrote here, open the note again, then add it.', at: 'version' },
      409,
    );
  }
  tx.touch({ kind: 'vault-note', id: noteId, patientId: before.patientId, programId: before.programId, fields: ['text'] });
  const [shown] = await shownVaultNotes(tx, [await readableNote(tx, noteId)]);
  if (!shown) throw new NotFound('Note');
  return shown;
});
