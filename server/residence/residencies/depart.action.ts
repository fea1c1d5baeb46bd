import { action, refuseIf, type Tx } from '#server/platform/index.ts';
import { dischargeEpisode, type Receipt } from '#server/programs/index.ts';
import { siteTimeZone } from '../board/site.store.ts';
import { obstaclesToMoment } from './moment.rules.ts';
import { leaveBed } from './move.action.ts';
import type { Depart } from './residencies.contract.ts';
import { endResidency, isStillOpen, latestMoment, lockLodger, lodgerOfEpisode, settleOnDeparture, writeExpectedDeparture } from './residencies.store.ts';
import type { Lodger } from './residency.ts';

/** Lets somebody leave the house: bed, leave and planned moves end with it. The receipt names every row that did. */
export async function letDepart(tx: Tx, lodger: Lodger, at: Temporal.Instant, reason: string): Promise<Receipt> {
  const settled = await settleOnDeparture(tx, lodger.residencyId, at);
  const left = await leaveBed(tx, lodger.residencyId, at, 'departed');
  await endResidency(tx, lodger.residencyId, at, reason);
  tx.touch({ kind: 'residency', id: lodger.residencyId, patientId: lodger.patientId, programId: lodger.programId, fields: ['endsAt'] });
  await tx.record({
    name: 'residence.departed',
    payload: { residencyId: lodger.residencyId, patientId: lodger.patientId, programId: lodger.programId, episodeId: lodger.episodeId },
  });
  return { residencies: [lodger.residencyId], ...settled, ...left };
}

/** Somebody departs; where asked for, they are discharged from the program on the same day. */
export const depart = action('residence.depart', async (tx, { residencyId, at: wished, reason, discharge }: Depart & { residencyId: string }): Promise<void> => {
  const lodger = await lockLodger(tx, residencyId);
  const at = wished === undefined ? tx.now : Temporal.Instant.from(wished);
  refuseIf(obstaclesToMoment(at, tx.now, await latestMoment(tx, residencyId)), 409);
  await letDepart(tx, lodger, at, reason);
  const on = at.toZonedDateTimeISO(await siteTimeZone(tx, lodger.unitId)).toPlainDate();
  if (discharge) await dischargeEpisode.within(tx, { episodeId: lodger.episodeId, on: on.toString(), reason });
});

/** Says on which day somebody is expected to leave; null when that is open again. */
export const planDeparture = action('residence.plan-departure', async (tx, { residencyId, on }: { residencyId: string; on: string | null }): Promise<void> => {
  const lodger = await lockLodger(tx, residencyId);
  await writeExpectedDeparture(tx, residencyId, on);
  tx.touch({ kind: 'residency', id: residencyId, patientId: lodger.patientId, programId: lodger.programId, fields: ['expectedDepartureOn'] });
});

/** Who was discharged from the program elsewhere in the record does not go on living here, unless that was taken back meanwhile. As the system. */
export async function departOfEpisode(tx: Tx, episodeId: string): Promise<void> {
  const lodger = await lodgerOfEpisode(tx, episodeId);
  if (lodger && !(await isStillOpen(tx, episodeId))) await letDepart(tx, lodger, tx.now, 'discharged');
}
