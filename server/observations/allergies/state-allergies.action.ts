import type { z } from 'zod';
import { recordsOf } from '#server/patients/index.ts';
import { action, newId, NotFound, refuseIf } from '#server/platform/index.ts';
import type { NewAllergyStatement } from './allergies.contract.ts';
import { allergiesOf, insertStatement, takeTurns } from './allergies.store.ts';
import { obstaclesToNoneKnown } from './allergy.rules.ts';
import { allergiesShown } from './list-allergies.action.ts';

/** States that a person knows of no allergy, or takes that back. Asked again on another day it is a statement of that day. */
export const stateAllergies = action(
  'allergy.state',
  async (tx, { patientId, programId, says, reason }: z.output<typeof NewAllergyStatement> & { patientId: string }) => {
    if (!tx.actor.programIds.includes(programId)) throw new NotFound('Program');
    const { personId, recordIds } = await recordsOf(tx, patientId);
    await takeTurns(tx, personId);
    if (says === 'none-known') refuseIf(obstaclesToNoneKnown(await allergiesOf(tx, recordIds)));
    const statementId = newId<'AllergyStatement'>();
    await insertStatement(tx, { id: statementId, patientId: personId, programId, says, reason, statedAt: tx.now, statedBy: tx.actor.id ?? '' });
    tx.touch({ kind: 'allergy-statement', id: statementId, patientId: personId, programId, fields: [says] });
    return allergiesShown(tx, recordIds);
  },
);
