import { recordsOf } from '#server/patients/index.ts';
import { action, NotFound } from '#server/platform/index.ts';
import { seriesOf, shownSets } from './shown-vitals.rules.ts';
import { signs, units } from './vital-sign.ts';
import { rangeIn } from './vital-sign.rules.ts';
import { setsOf, versionsOf } from './vitals.store.ts';

/** The vital signs of a person, the latest first, and each sign over time. */
export const listVitals = action('vitals.list', async (tx, { patientId }: { patientId: string }) => {
  const { personId, recordIds } = await recordsOf(tx, patientId);
  const sets = await setsOf(tx, recordIds);
  tx.touch({ kind: 'vital-signs', patientId: personId });
  const items = shownSets(sets, { signs, units });
  return {
    items,
    series: seriesOf(
      sets.map((set, place) => ({ ...set, bodyMassIndex: items[place]?.bodyMassIndex ?? null })),
      { signs, units },
    ),
  };
});

/** Everything that was ever written of one set, also when it was marked as an error. */
export const showVitalsHistory = action('vitals.show-history', async (tx, { setId }: { setId: string }) => {
  const versions = await versionsOf(tx, setId);
  const [newest] = versions;
  if (!newest) throw new NotFound('Vital signs');
  tx.touch({ kind: 'vital-signs', id: setId, patientId: newest.patientId, programId: newest.programId });
  return { items: versions.flatMap((version) => shownSets([version], { signs, units })) };
});

/** The signs that are taken, with ranges in each unit. */
export const listSigns = action(
  'vitals.list-signs',
  () => Promise.resolve({ items: signs.map((sign) => ({ ...sign, units: sign.units.map((unit) => ({ unit, ...rangeIn(sign, unit, units) })) })) }),
  { audit: 'touched' },
);
