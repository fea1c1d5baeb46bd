import { action, NotFound, type Tx } from '#server/platform/index.ts';
import { chargeDay } from '../days/charge-day.action.ts';
import { dayById } from '../days/days.store.ts';
import { judgeAnew } from './capture-charge.action.ts';
import type { ChargeState, Hold } from './charge.ts';
import { lockHeld } from './charges.store.ts';

async function judgedDay(tx: Tx, dayId: string): Promise<{ state: ChargeState; holds: readonly Hold[] }> {
  const day = await dayById(tx, dayId);
  const outcome = day && (await chargeDay(tx, day, { isAnew: true }));
  if (!outcome) throw new NotFound('Charge');
  return outcome;
}

/** Judges a held charge anew, after somebody mended what it lacked. Throws `NotFound` when it is not held. */
export const recheckCharge = action(
  'charge.recheck',
  async (tx, { chargeId }: { chargeId: string }) => {
    const charge = await lockHeld(tx, chargeId);
    if (!charge) throw new NotFound('Charge');
    const { state, holds } = charge.dayId === null ? await judgeAnew(tx, charge) : await judgedDay(tx, charge.dayId);
    tx.touch({ kind: 'charge', id: charge.id, patientId: charge.patientId, programId: charge.programId, fields: ['state'] });
    return { id: charge.id, state, holds: [...holds] };
  },
  { purpose: 'HPAYMT' },
);
