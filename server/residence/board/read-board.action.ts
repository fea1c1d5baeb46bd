import { action } from '#server/platform/index.ts';
import { leaveKinds } from '../leaves/leave.ts';
import { knownAttributes } from '../places/place.ts';
import { boardOf } from './board.rules.ts';
import { expectedRows, lodgerRows, placeRows } from './board.store.ts';

/** Every bed of one's programs with who has it, who is away, expected or without a bed. */
export const readBoard = action('residence.read-board', async (tx) => {
  const places = await placeRows(tx);
  const lodgers = await lodgerRows(tx);
  const expected = await expectedRows(tx);
  tx.touch({ kind: 'bed-board', patientId: [...new Set([...lodgers, ...expected].map(({ patientId }) => patientId))] });
  return { units: boardOf(places, lodgers, expected, tx.now), expected: [...expected], leaveKinds: [...leaveKinds], attributes: [...knownAttributes] };
});
