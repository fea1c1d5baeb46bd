import type { z } from 'zod';
import { recordsOf, today } from '#server/patients/index.ts';
import { action, id, newId, NotFound, refuseIf, type Tx } from '#server/platform/index.ts';
import type { NewAllergy } from './allergies.contract.ts';
import { allergiesOf, insertVersion, newestVersion, takeTurns, versionsOf } from './allergies.store.ts';
import type { AllergyFacts } from './allergy.ts';
import { obstaclesToAllergy } from './allergy.rules.ts';
import { substances } from './substances.ts';

/** What was said, with the ingredient of RxNorm when the substance is one of our list. */
export function factsOf(said: Omit<z.output<typeof NewAllergy>, 'id' | 'programId' | 'isVerified'>): AllergyFacts {
  const known = substances.find(({ name }) => name.toLowerCase() === said.substance.toLowerCase());
  const { substance, category, kind, reaction, criticality, severity, onset } = said;
  return {
    substance: known?.name ?? substance,
    rxnorm: known?.rxnorm ?? null,
    category,
    kind,
    reaction,
    criticality,
    severity: severity ?? null,
    onset: onset ? Temporal.PlainDate.from(onset) : null,
  };
}

/** The version that holds, by names. */
export async function shownAllergy(tx: Tx, allergyId: string) {
  const [newest] = await versionsOf(tx, allergyId);
  if (!newest) throw new NotFound('Allergy');
  tx.touch({ kind: 'allergy', id: newest.id, patientId: newest.patientId, programId: newest.programId, fields: [newest.state] });
  return newest;
}

/** Writes an allergy or intolerance down in the name of a program. Sent again with the same id it is written once. */
export const writeAllergy = action(
  'allergy.write',
  async (tx, { patientId, programId, id: givenId, isVerified, ...said }: z.output<typeof NewAllergy> & { patientId: string }) => {
    if (!tx.actor.programIds.includes(programId)) throw new NotFound('Program');
    const { personId, recordIds } = await recordsOf(tx, patientId);
    const allergyId = givenId === undefined ? newId<'Allergy'>() : id('Allergy', givenId);
    await takeTurns(tx, personId);
    if (await newestVersion(tx, allergyId)) return shownAllergy(tx, allergyId);
    const facts = factsOf(said);
    refuseIf(obstaclesToAllergy(facts, await allergiesOf(tx, recordIds), await today(tx)));
    const by = tx.actor.id ?? '';
    await insertVersion(tx, {
      id: allergyId,
      version: 1,
      patientId: id('Patient', personId),
      programId: id('Program', programId),
      labels: [],
      ...facts,
      state: 'active',
      reason: '',
      verifiedAt: isVerified ? tx.now : null,
      verifiedBy: isVerified ? by : null,
      writtenAt: tx.now,
      writtenBy: by,
    });
    return shownAllergy(tx, allergyId);
  },
);
