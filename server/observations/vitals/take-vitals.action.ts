import type { z } from 'zod';
import { recordsOf } from '#server/patients/index.ts';
import { action, id, newId, NotFound, refuseIf, type Tx } from '#server/platform/index.ts';
import { shownSets } from './shown-vitals.rules.ts';
import type { Measurements } from './vital-set.ts';
import { signs, units } from './vital-sign.ts';
import { obstaclesToSet } from './vital-sign.rules.ts';
import type { NewVitalSet } from './vitals.contract.ts';
import { insertVersion, setsOf, versionsOf } from './vitals.store.ts';

/** The set as it holds, beside those before it from which its height may come. */
export async function shownSet(tx: Tx, setId: string) {
  const [newest] = await versionsOf(tx, setId);
  if (!newest) throw new NotFound('Vital signs');
  tx.touch({ kind: 'vital-signs', id: newest.id, patientId: newest.patientId, programId: newest.programId, fields: Object.keys(newest.measured) });
  const before = (await setsOf(tx, [newest.patientId])).filter(({ takenAt }) => Temporal.Instant.compare(takenAt, newest.takenAt) < 0);
  const [shown] = shownSets([newest, ...before], { signs, units });
  if (!shown) throw new NotFound('Vital signs');
  return shown;
}

/** Writes vital signs down, as they were measured. Sent again with the same id they are written once. */
export const takeVitals = action('vitals.take', async (tx, input: z.output<typeof NewVitalSet> & { patientId: string }) => {
  if (!tx.actor.programIds.includes(input.programId)) throw new NotFound('Program');
  const { personId } = await recordsOf(tx, input.patientId);
  const measured = input.measured as Measurements;
  const takenAt = input.takenAt ? Temporal.Instant.from(input.takenAt) : tx.now;
  refuseIf(obstaclesToSet(signs, measured, takenAt, tx.now));
  const setId = input.id === undefined ? newId<'VitalSet'>() : id('VitalSet', input.id);
  await insertVersion(tx, {
    id: setId,
    version: 1,
    patientId: id('Patient', personId),
    programId: id('Program', input.programId),
    labels: [],
    takenAt,
    position: input.position ?? null,
    measured,
    note: input.note,
    state: 'recorded',
    reason: '',
    writtenAt: tx.now,
    writtenBy: tx.actor.id ?? '',
  });
  return shownSet(tx, setId);
});
