import type { z } from 'zod';
import { action, refuseIf } from '#server/platform/index.ts';
import { fieldsSent } from '../demographics/columns.rules.ts';
import { recordsOf } from '../demographics/patients.store.ts';
import { guarantorColumns } from './columns.rules.ts';
import type { GuarantorChanges } from './coverage.contract.ts';
import { obstaclesToGuarantor, type Period } from './coverage.rules.ts';
import { guarantorsOf, lockGuarantor, takeTurns, updateGuarantor } from './coverage.store.ts';

/** Changes a guarantor: only the fields sent. */
export const changeGuarantor = action('guarantor.change', async (tx, { guarantorId, ...changes }: z.output<typeof GuarantorChanges> & { guarantorId: string }) => {
  const before = await lockGuarantor(tx, guarantorId);
  const { personId, recordIds } = await recordsOf(tx, before.patientId);
  await takeTurns(tx, personId);
  const others = (await guarantorsOf(tx, recordIds)).filter((row) => row.id !== guarantorId);
  const columns = guarantorColumns(changes);
  refuseIf(obstaclesToGuarantor({ ...before, ...columns } as Period, others));
  if (Object.keys(columns).length > 0) await updateGuarantor(tx, guarantorId, columns);
  tx.touch({ kind: 'guarantor', id: guarantorId, patientId: personId, fields: fieldsSent(changes) });
});
