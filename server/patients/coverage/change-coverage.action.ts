import type { z } from 'zod';
import { action, refuseIf } from '#server/platform/index.ts';
import { coverageChanged } from '../events.ts';
import { fieldsSent } from '../demographics/columns.rules.ts';
import { recordsOf } from '../demographics/patients.store.ts';
import { coverageColumns } from './columns.rules.ts';
import type { CoverageColumns } from './coverage.ts';
import type { CoverageChanges } from './coverage.contract.ts';
import { obstaclesToCoverage, type CoverageFacts } from './coverage.rules.ts';
import { coveragesOf, lockCoverage, takeTurns, updateCoverage } from './coverage.store.ts';

type CoverageRow = Awaited<ReturnType<typeof lockCoverage>>;

const factsOf = (row: CoverageRow): CoverageFacts => ({ ...row, hasSubscriber: row.subscriberGivenName !== null });

const notVerified = { verifiedOn: null, verifiedHow: null, verifiedBy: null, verifiedNote: '' };

/** What was looked up with the payer says nothing of another member or plan. */
const isAnother = (before: CoverageRow, { payerId, memberId }: Pick<CoverageColumns, 'payerId' | 'memberId'>) =>
  (payerId !== undefined && payerId !== before.payerId) || (memberId !== undefined && memberId !== before.memberId);

/** Changes an insurance: only the fields sent. */
export const changeCoverage = action('coverage.change', async (tx, { coverageId, ...changes }: z.output<typeof CoverageChanges> & { coverageId: string }) => {
  const before = await lockCoverage(tx, coverageId);
  const { personId, recordIds } = await recordsOf(tx, before.patientId);
  await takeTurns(tx, personId);
  const others = (await coveragesOf(tx, recordIds)).filter((row) => row.id !== coverageId).map(factsOf);
  const columns = coverageColumns(changes);
  refuseIf(obstaclesToCoverage(factsOf({ ...before, ...columns } as CoverageRow), others));
  if (Object.keys(columns).length > 0) {
    await updateCoverage(tx, coverageId, { ...columns, ...(isAnother(before, columns) ? notVerified : {}) });
    const begins = columns.validFrom as Temporal.PlainDate | undefined;
    const from = begins && Temporal.PlainDate.compare(begins, before.validFrom) < 0 ? begins : before.validFrom;
    await tx.record(coverageChanged({ patientId: personId, from: from.toString() }));
  }
  tx.touch({ kind: 'coverage', id: coverageId, patientId: personId, fields: fieldsSent(changes) });
});
