import type { z } from 'zod';
import { action, newId, NotFound, Refused, refuseIf } from '#server/platform/index.ts';
import { dutiesOf, obstaclesToAssessment, obstaclesToClosing } from './clocks.rules.ts';
import type { Assessment, IncidentChange } from './incidents.contract.ts';
import { assessmentsOf, insertAssessment, insertStep, lockIncident, markNotified, stepsOf, updateIncident, type IncidentRow } from './incidents.store.ts';
import { clockFacts, incidentWithClocks } from './read-incidents.action.ts';

const asDay = (text: string | null | undefined) => (text ? Temporal.PlainDate.from(text) : null);

function refuseWhenClosed(incident: IncidentRow): void {
  if (incident.state === 'closed') throw new Refused('incident.closed', { code: 'incident.closed', says: 'It is closed: what it says stays as it is.' }, 409);
}

/** Changes what is known of an open incident; the clocks follow. */
export const changeIncident = action(
  'incident.change',
  async (tx, { incidentId, version, happenedOn, discoveredOn, delayedUntil, delayGround, ...rest }: z.output<typeof IncidentChange> & { incidentId: string }) => {
    const incident = await lockIncident(tx, incidentId);
    refuseWhenClosed(incident);
    if (incident.version !== version) throw new Refused('incident.changed', { code: 'incident.changed', says: 'Somebody changed it meanwhile. Load it again.' }, 409);
    await updateIncident(tx, incidentId, {
      ...rest,
      happenedOn: asDay(happenedOn),
      discoveredOn: Temporal.PlainDate.from(discoveredOn),
      delayedUntil: asDay(delayedUntil),
      delayGround: delayGround || null,
    });
    tx.touch({ kind: 'incident', id: incidentId, fields: Object.keys(rest) });
    return incidentWithClocks(tx, incidentId);
  },
  { purpose: 'HOPERAT' },
);

/** Writes down the four factors and what follows from them; an earlier assessment stays on record. */
export const assessIncident = action(
  'incident.assess',
  async (tx, { incidentId, exception, ...said }: z.output<typeof Assessment> & { incidentId: string }) => {
    const incident = await lockIncident(tx, incidentId);
    refuseWhenClosed(incident);
    const risks = [said.natureRisk, said.personRisk, said.viewedRisk, said.mitigationRisk];
    refuseIf(obstaclesToAssessment({ conclusion: said.conclusion, isUnsecured: incident.isUnsecured, hasException: Boolean(exception), risks }));
    await insertAssessment(tx, { id: newId<'Assessment'>(), incidentId, ...said, exception: exception ?? null, assessedAt: tx.now, assessedBy: tx.actor.id ?? '' });
    await updateIncident(tx, incidentId, { state: 'assessed' });
    tx.touch({ kind: 'incident', id: incidentId, details: { conclusion: said.conclusion } });
    return incidentWithClocks(tx, incidentId);
  },
  { purpose: 'HOPERAT' },
);

/** Notes that a duty was met. */
export const meetDuty = action(
  'incident.meet-duty',
  async (tx, { incidentId, duty, says }: { incidentId: string; duty: string; says: string }) => {
    const incident = await lockIncident(tx, incidentId);
    refuseWhenClosed(incident);
    const [assessment] = await assessmentsOf(tx, [incidentId]);
    const owed = dutiesOf(clockFacts(incident, assessment?.conclusion ?? null));
    if (!owed.some(({ code }) => code === duty)) throw new NotFound('Duty');
    await insertStep(tx, { id: newId<'IncidentStep'>(), incidentId, duty, says, doneAt: tx.now, doneBy: tx.actor.id ?? '' });
    tx.touch({ kind: 'incident', id: incidentId, details: { duty } });
    return incidentWithClocks(tx, incidentId);
  },
  { purpose: 'HOPERAT' },
);

/** Notes that a letter went to one person. */
export const sendLetter = action(
  'incident.send-letter',
  async (tx, { incidentId, patientId, how }: { incidentId: string; patientId: string; how: string }): Promise<void> => {
    refuseWhenClosed(await lockIncident(tx, incidentId));
    if (!(await markNotified(tx, incidentId, patientId, how))) throw new NotFound('Person');
    tx.touch({ kind: 'incident', id: incidentId, patientId, details: { how } });
  },
  { purpose: 'HOPERAT' },
);

/** Closes an incident: only with an assessment, and of a breach only when every duty was met. */
export const closeIncident = action(
  'incident.close',
  async (tx, { incidentId, note }: { incidentId: string; note: string }) => {
    const incident = await lockIncident(tx, incidentId);
    const [assessment] = await assessmentsOf(tx, [incidentId]);
    const done = new Set((await stepsOf(tx, [incidentId])).map(({ duty }) => duty));
    refuseIf(obstaclesToClosing(clockFacts(incident, assessment?.conclusion ?? null), done, incident.state === 'closed'), 409);
    await updateIncident(tx, incidentId, { state: 'closed', closedAt: tx.now, closedBy: tx.actor.id, closingNote: note });
    tx.touch({ kind: 'incident', id: incidentId });
    return incidentWithClocks(tx, incidentId);
  },
  { purpose: 'HOPERAT' },
);
