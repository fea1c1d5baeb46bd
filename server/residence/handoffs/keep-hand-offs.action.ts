import { action, Refused, type Tx } from '#server/platform/index.ts';
import { siteTimeZone } from '../board/site.store.ts';
import { programOfUnit } from '../places/places.store.ts';
import { lockLodger } from '../residencies/residencies.store.ts';
import { factWords } from './fact-words.rules.ts';
import type { SignHandOff } from './hand-offs.contract.ts';
import { acknowledge, factsSince, handOffsOf, insertHandOff, insertLine, linesOf, lockHandOff, peopleIn } from './hand-offs.store.ts';
import { shiftAt } from './shift.rules.ts';

async function shown(tx: Tx, unitId: string) {
  await programOfUnit(tx, unitId);
  const timeZone = await siteTimeZone(tx, unitId);
  const shift = shiftAt(tx.now, timeZone);
  const facts = Map.groupBy(await factsSince(tx, unitId, shift.startsAt), ({ residencyId }) => residencyId);
  const rows = await handOffsOf(tx, unitId);
  const lines = await linesOf(
    tx,
    rows.map(({ id }) => id),
  );
  const [last] = rows;
  const leftOpen = (residencyId: string) => lines.find((line) => line.handOffId === last?.id && line.residencyId === residencyId)?.openMatters ?? '';
  const people = (await peopleIn(tx, unitId)).map((person) => ({
    ...person,
    facts: (facts.get(person.residencyId) ?? []).map((fact) => factWords(fact, timeZone)),
    openMatters: leftOpen(person.residencyId),
  }));
  tx.touch({ kind: 'hand-off', patientId: [...new Set([...people, ...lines].map(({ patientId }) => patientId))] });
  const items = rows.map(({ programId: _program, ...row }) => ({
    ...row,
    lines: lines.filter(({ handOffId }) => handOffId === row.id).map(({ handOffId: _handOff, ...line }) => line),
  }));
  return { shift, people, items };
}

/** What this shift has to hand over, and what the last ones did. */
export const listHandOffs = action('residence.list-hand-offs', (tx, { unitId }: { unitId: string }) => shown(tx, unitId));

/** Hands over: one signature for the shift. */
export const signHandOff = action('residence.sign-hand-off', async (tx, { id, unitId, lines }: SignHandOff) => {
  const programId = await programOfUnit(tx, unitId);
  const isNew = await insertHandOff(tx, { id, unitId, programId, shift: shiftAt(tx.now, await siteTimeZone(tx, unitId)) });
  for (const line of isNew ? lines : []) await insertLine(tx, id, await lockLodger(tx, line.residencyId), line);
  return shown(tx, unitId);
});

/** The next shift has read it. Throws `Refused` for whoever handed over: nobody hands over to oneself. */
export const acknowledgeHandOff = action('residence.acknowledge-hand-off', async (tx, { handOffId }: { handOffId: string }): Promise<void> => {
  const row = await lockHandOff(tx, handOffId);
  if (row.signedById === tx.actor.id)
    throw new Refused('hand-off.own', { code: 'hand-off.own', says: 'You handed this over yourself. Somebody of the next shift acknowledges it.' }, 409);
  if (row.acknowledgedAt === null) await acknowledge(tx, handOffId);
  tx.touch({ kind: 'hand-off', id: handOffId, programId: row.programId });
});
