import type { z } from 'zod';
import { action, newId, refuseIf } from '#server/platform/index.ts';
import { addressColumns } from '../demographics/person.rules.ts';
import { recordsOf } from '../demographics/patients.store.ts';
import type { NewGuarantor } from './coverage.contract.ts';
import { obstaclesToGuarantor } from './coverage.rules.ts';
import { guarantorsOf, insertGuarantor, takeTurns } from './coverage.store.ts';

/** Adds someone who answers for what a person owes. */
export const addGuarantor = action('guarantor.add', async (tx, { patientId, ...said }: z.output<typeof NewGuarantor> & { patientId: string }) => {
  const { personId, recordIds } = await recordsOf(tx, patientId);
  await takeTurns(tx, personId);
  const validFrom = Temporal.PlainDate.from(said.validFrom);
  const validThrough = said.validThrough ? Temporal.PlainDate.from(said.validThrough) : null;
  refuseIf(obstaclesToGuarantor({ validFrom, validThrough }, await guarantorsOf(tx, recordIds)));
  const { relationship, givenName, familyName } = said;
  const id = newId<'Guarantor'>();
  await insertGuarantor(tx, {
    ...addressColumns(said.address),
    id,
    patientId: personId,
    relationship,
    givenName,
    familyName,
    validFrom,
    validThrough,
    birthDate: said.birthDate ? Temporal.PlainDate.from(said.birthDate) : null,
    phone: said.phone ?? null,
    email: said.email ?? null,
  });
  tx.touch({ kind: 'guarantor', id, patientId: personId });
  return { id };
});
