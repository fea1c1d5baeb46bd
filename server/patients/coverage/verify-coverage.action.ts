import type { z } from 'zod';
import { action } from '#server/platform/index.ts';
import { today } from '../demographics/today.store.ts';
import type { VerifyCoverage } from './coverage.contract.ts';
import { lockCoverage, updateCoverage } from './coverage.store.ts';

/** Notes that an insurance was looked up with its payer today and is in force. */
export const verifyCoverage = action(
  'coverage.verify',
  async (tx, { coverageId, how, note }: z.output<typeof VerifyCoverage> & { coverageId: string }): Promise<void> => {
    const { patientId } = await lockCoverage(tx, coverageId);
    await updateCoverage(tx, coverageId, { verifiedOn: await today(tx), verifiedHow: how, verifiedBy: tx.actor.id, verifiedNote: note });
    tx.touch({ kind: 'coverage', id: coverageId, patientId, fields: ['verifiedOn', 'verifiedHow'] });
  },
);
