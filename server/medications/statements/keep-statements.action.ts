import { action, NotFound, Refused, type Tx } from '#server/platform/index.ts';
import { recordsOf } from '#server/patients/index.ts';
import { knownMedications, type Statement } from './statement.ts';
import type { NoteStatement, StopStatement } from './statements.contract.ts';
import { insertStatement, lockStatement, noneOf, statementsOf, stop } from './statements.store.ts';

/** The statement, locked, or `NotFound`, also for one out of reach. */
export async function lockedStatement(tx: Tx, statementId: string): Promise<Statement> {
  const found = await lockStatement(tx, statementId);
  if (!found) throw new NotFound('Medication');
  tx.touch({ kind: 'medication', id: found.id, patientId: found.patientId, programId: found.programId });
  return found;
}

function entryNamed(name: string): string | null {
  const wanted = name.toLowerCase();
  return knownMedications.find(({ generic, brands }) => [generic, ...brands].some((known) => known.toLowerCase() === wanted))?.id ?? null;
}

/** What a person takes and took, in the programs of who looks. */
export const listStatements = action('medication.list', async (tx, { patientId }: { patientId: string }) => {
  const { personId } = await recordsOf(tx, patientId);
  tx.touch({ kind: 'medication', patientId: personId });
  return { items: await statementsOf(tx, personId), none: await noneOf(tx, personId) };
});

/** Notes a medicine on the list of a program; sent twice it is one. */
export const noteStatement = action('medication.note', async (tx, { patientId, ...noted }: NoteStatement & { patientId: string }) => {
  const { personId } = await recordsOf(tx, patientId);
  await insertStatement(tx, personId, { ...noted, medication: entryNamed(noted.name) });
  return lockedStatement(tx, noted.id);
});

/** Stops a medicine, with day and reason. */
export const stopStatement = action('medication.stop', async (tx, { statementId, stoppedOn, reason, version }: StopStatement & { statementId: string }) => {
  const before = await lockedStatement(tx, statementId);
  if (before.version !== version || before.stoppedOn !== null) {
    const says = 'Someone changed this medicine meanwhile. Look again, then decide.';
    throw new Refused('medication.stale', { code: 'medication.stale', says, at: 'version' }, 409);
  }
  await stop(tx, statementId, stoppedOn, reason);
  return lockedStatement(tx, statementId);
});

/** Medicines of the shipped list whose name or brand holds the words; none for too few letters. */
export const findMedications = action(
  'medication.find',
  (_tx, { q }: { q: string }) => {
    const wanted = q.toLowerCase();
    const found = wanted.length < 2 ? [] : knownMedications.filter(({ generic, brands }) => [generic, ...brands].some((name) => name.toLowerCase().includes(wanted)));
    return Promise.resolve({ items: found.slice(0, 20).map(({ id, generic, brands, class: group }) => ({ id, generic, brands: [...brands], class: group })) });
  },
  { audit: 'touched' },
);
