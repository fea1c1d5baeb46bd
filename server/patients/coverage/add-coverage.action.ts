import type { z } from 'zod';
import { action, newId, refuseIf } from '#server/platform/index.ts';
import { coverageChanged } from '../events.ts';
import { person, recordsOf } from '../demographics/patients.store.ts';
import { coverageColumns } from './columns.rules.ts';
import type { NewCoverage } from './coverage.contract.ts';
import type { NewCoverageRow } from './coverage.ts';
import { obstaclesToCoverage } from './coverage.rules.ts';
import { coveragesOf, insertCoverage, takeTurns } from './coverage.store.ts';

/** Adds an insurance to a person. */
export const addCoverage = action('coverage.add', async (tx, { patientId, ...said }: z.output<typeof NewCoverage> & { patientId: string }) => {
  const { id: personId } = await person(tx, patientId);
  const { recordIds } = await recordsOf(tx, personId);
  await takeTurns(tx, personId);
  const others = (await coveragesOf(tx, recordIds)).map((row) => ({ ...row, hasSubscriber: row.subscriberGivenName !== null }));
  const columns = coverageColumns({
    ...said,
    validThrough: said.validThrough ?? null,
    planName: said.planName ?? null,
    groupNumber: said.groupNumber ?? null,
    subscriber: said.subscriber ?? null,
  });
  const validFrom = Temporal.PlainDate.from(said.validFrom);
  const validThrough = said.validThrough ? Temporal.PlainDate.from(said.validThrough) : null;
  refuseIf(obstaclesToCoverage({ rank: said.rank, relationship: said.relationship, hasSubscriber: Boolean(said.subscriber), validFrom, validThrough }, others));
  const id = newId<'Coverage'>();
  await insertCoverage(tx, { ...columns, id, patientId: personId, createdAt: tx.now } as NewCoverageRow);
  await tx.record(coverageChanged({ patientId: personId, from: validFrom.toString() }));
  tx.touch({ kind: 'coverage', id, patientId: personId });
  return { id };
});
