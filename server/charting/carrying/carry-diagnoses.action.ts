import { newId, Refused, type Tx } from '#server/platform/index.ts';
import type { Carrier, Move } from '#server/programs/index.ts';
import { copyDiagnosis, markInError, notesSignedSince, openDiagnosesIn } from './carrying.store.ts';

async function toCarry(tx: Tx, { patientId, from, to }: Move) {
  const there = new Set((await openDiagnosesIn(tx, patientId, to.id)).map(({ code }) => code));
  return (await openDiagnosesIn(tx, patientId, from.id)).filter(({ code }) => !there.has(code));
}

/** The problem list: open diagnoses of the program that is left stand also in the one that takes the person in. */
export const carryDiagnoses: Carrier = {
  part: 'diagnoses',
  may: 'chart.read',
  async preview(tx, move) {
    const found = await toCarry(tx, move);
    return { effects: found.map(({ code, description }) => ({ part: 'diagnoses', does: 'carried', says: `${code} ${description}` })) };
  },
  async carry(tx, move) {
    const added: string[] = [];
    for (const { id } of await toCarry(tx, move)) {
      const copy = newId<'Diagnosis'>();
      await copyDiagnosis(tx, id, { id: copy, programId: move.to.id, labels: move.labels });
      added.push(copy);
    }
    return { added };
  },
  async takeBack(tx, move, { added = [] }, since) {
    if ((await notesSignedSince(tx, move.patientId, move.to.id, since)) > 0) {
      const says = `A note was signed in ${move.to.name} meanwhile. Move the patient back instead: what was signed stays.`;
      throw new Refused('transition.note-signed-since', { code: 'transition.note-signed-since', says }, 409);
    }
    await markInError(tx, added);
  },
};
