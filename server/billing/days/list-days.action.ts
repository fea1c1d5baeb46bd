import { recordsOf } from '#server/patients/index.ts';
import { action } from '#server/platform/index.ts';
import { daysChangedSince, daysOfPerson, type DayListed } from './days.store.ts';

const shown = (days: readonly DayListed[]) => ({ items: days.map((day) => ({ ...day, holds: [...day.holds] })) });

interface Wished {
  readonly patientId: string;
  readonly from: string;
  readonly to: string;
  readonly programId?: string | undefined;
}

/** Days of a person in programs that are billed by days, each billed, waiting or not billed, and why. */
export const listDays = action('day.list-of-patient', async (tx, { patientId, from, to, programId }: Wished) => {
  const { personId } = await recordsOf(tx, patientId);
  tx.touch({ kind: 'treatment-day', patientId: personId });
  return shown(await daysOfPerson(tx, { patientId: personId, from, to, programId }));
});

/** Days on claims that would not be billed so by now: for the biller to correct the claim, or to leave it. */
export const listChangedDays = action(
  'day.list-changed',
  async (tx) => {
    const days = await daysChangedSince(tx);
    tx.touch({ kind: 'treatment-day', patientId: [...new Set(days.map(({ patientId }) => patientId))] });
    return shown(days);
  },
  { purpose: 'HPAYMT' },
);
