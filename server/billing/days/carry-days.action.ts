import type { Tx } from '#server/platform/index.ts';
import type { Carrier, Move } from '#server/programs/index.ts';
import { dayRuleOn } from './day-rule.ts';
import { programOfDays } from './day-facts.store.ts';

async function queueStays(tx: Tx, { patientId, from, to, on }: Move): Promise<void> {
  for (const { id: programId } of [from, to]) await tx.enqueue('billing.judge-stay', { patientId, programId, from: on.toString() });
}

/** What is charged by days follows the stays: at a move nothing is carried, and when it is taken back the days since are judged anew. */
export const carryDays: Carrier = {
  part: 'charges',
  may: 'charge.read',
  async preview(tx, { from, on, endsStay }) {
    const program = await programOfDays(tx, from.id);
    const rule = program && dayRuleOn(program.levelOfCare, on.toString());
    if (!endsStay || !rule) return { effects: [] };
    const says =
      rule.countedBy === 'census'
        ? `${from.name}: charged for each midnight in the house before ${on}; the day of the move is not counted.`
        : `${from.name}: charged for each day attended up to the move.`;
    return { effects: [{ part: 'charges', does: 'kept', says }] };
  },
  carry: () => Promise.resolve({}),
  takeBack: queueStays,
};
