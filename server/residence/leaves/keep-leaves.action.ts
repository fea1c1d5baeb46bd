import { action, Refused, refuseIf } from '#server/platform/index.ts';
import { obstaclesToMoment } from '../residencies/moment.rules.ts';
import { latestMoment, lockLodger } from '../residencies/residencies.store.ts';
import type { StartLeave } from './leaves.contract.ts';
import { endLeave, insertLeave, openLeave } from './leaves.store.ts';

/** Somebody leaves for a while; the bed stays theirs. */
export const startLeave = action(
  'residence.start-leave',
  async (tx, { residencyId, kind, at: wished, expectedBackAt, note }: StartLeave & { residencyId: string }): Promise<void> => {
    const lodger = await lockLodger(tx, residencyId);
    const at = wished === undefined ? tx.now : Temporal.Instant.from(wished);
    if (await openLeave(tx, residencyId))
      throw new Refused('leave.away-already', { code: 'leave.away-already', says: 'This person is away already. Write their return first.' }, 409);
    const back = expectedBackAt ? Temporal.Instant.from(expectedBackAt) : null;
    refuseIf(
      [
        ...obstaclesToMoment(at, tx.now, wished === undefined ? lodger.startsAt : await latestMoment(tx, residencyId)),
        ...(back && Temporal.Instant.compare(back, at) <= 0
          ? [{ code: 'leave.back-before-leaving', says: 'The expected return lies before the leaving.', at: 'expectedBackAt' }]
          : []),
      ],
      409,
    );
    await insertLeave(tx, lodger, { kind, note, at, expectedBackAt: back });
    tx.touch({ kind: 'residency', id: residencyId, patientId: lodger.patientId, programId: lodger.programId, fields: ['leave'], details: { leave: kind } });
  },
);

/** Somebody is back. */
export const comeBack = action('residence.come-back', async (tx, { residencyId, at: wished }: { residencyId: string; at?: string | undefined }): Promise<void> => {
  const lodger = await lockLodger(tx, residencyId);
  const leave = await openLeave(tx, residencyId);
  if (!leave) throw new Refused('leave.is-here', { code: 'leave.is-here', says: 'This person is not on leave.' }, 409);
  const at = wished === undefined ? tx.now : Temporal.Instant.from(wished);
  refuseIf(obstaclesToMoment(at, tx.now, leave.startsAt), 409);
  await endLeave(tx, leave.id, at);
  tx.touch({ kind: 'residency', id: residencyId, patientId: lodger.patientId, programId: lodger.programId, fields: ['leave'] });
});
