import type { z } from 'zod';
import { releaseAlert, recordsOf } from '#server/patients/index.ts';
import { action, NotFound, refuseIf, type Obstacle } from '#server/platform/index.ts';
import { closeCase, closeFindingsOf, eventsOf, isWritten, lockCase } from './cases.store.ts';
import { keepEvent, openPathway } from './keep-pathway.action.ts';
import { dutiesOf, obstaclesToClosing, obstaclesToGoingOn, obstaclesToPlan } from './pathway.rules.ts';
import type { RiskEvent } from './pathway.ts';
import type { NewRiskEntry, OpenRiskBody } from './risk.contract.ts';
import { riskPolicy } from './risk-policy.ts';
import { shownCase } from './show-pathway.action.ts';

function obstaclesTo(entry: NewRiskEntry, events: readonly RiskEvent[], timeZone: string): Obstacle[] {
  const over = obstaclesToGoingOn(events);
  if (over.length > 0) return over;
  if (entry.kind === 'plan-written') return obstaclesToPlan(entry.plan);
  if (entry.kind === 'closed') return obstaclesToClosing(events, dutiesOf(events, riskPolicy, timeZone), { kind: entry.exit, reason: entry.reason });
  return [];
}

/** Writes a formulation, a plan, a contact, or the end with its reason. Sent again under the same number it is written once. */
export const writeRiskEntry = action('risk.write', async (tx, { caseId, requestId, entry }: { caseId: string; requestId: string; entry: NewRiskEntry }) => {
  const riskCase = await lockCase(tx, caseId);
  tx.touch({ kind: 'risk-case', id: riskCase.id, patientId: riskCase.patientId, programId: riskCase.programId, fields: [entry.kind] });
  if (!(await isWritten(tx, riskCase.id, requestId))) {
    refuseIf(obstaclesTo(entry, await eventsOf(tx, riskCase.id), riskCase.timeZone));
    await keepEvent(tx, riskCase, entry, requestId);
    if (entry.kind === 'closed') {
      await closeCase(tx, riskCase.id);
      await closeFindingsOf(tx, riskCase, `The suicide-risk pathway ended: ${entry.reason}`);
      await releaseAlert(tx, riskCase.alertId, `Pathway ended: ${entry.reason}`.slice(0, 300));
    }
  }
  return shownCase(tx, await lockCase(tx, caseId));
});

/** Puts a person on the pathway on what a clinician saw or heard, without an instrument. */
export const openRisk = action('risk.open', async (tx, { patientId, programId, level, says }: z.output<typeof OpenRiskBody> & { patientId: string }) => {
  if (!tx.actor.programIds.includes(programId)) throw new NotFound('Program');
  const { personId } = await recordsOf(tx, patientId);
  const riskCase = await openPathway(tx, { patientId: personId, programId, administrationId: null, level, says });
  tx.touch({ kind: 'risk-case', id: riskCase.id, patientId: personId, programId });
  return shownCase(tx, riskCase);
});
