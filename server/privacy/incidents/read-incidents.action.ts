import { action, type Tx } from '#server/platform/index.ts';
import { dutiesOf, obstaclesToClosing, type ClockFacts } from './clocks.rules.ts';
import type { Conclusion } from './incident.ts';
import { assessmentsOf, incidentOf, incidentsIn, lettersOf, stepsOf, today, type IncidentRow } from './incidents.store.ts';

/** The facts of an incident's clocks. */
export function clockFacts(incident: IncidentRow, conclusion: Conclusion | null): ClockFacts {
  const { role, discoveredOn, individuals, residents, delayedUntil } = incident;
  return { role, discoveredOn, individuals, residents, conclusion, delayedUntil };
}

async function dutiesDone(tx: Tx, incidentIds: readonly string[]) {
  const steps = await stepsOf(tx, incidentIds);
  return (incidentId: string) => new Map(steps.filter((step) => step.incidentId === incidentId).map((step) => [step.duty, step]));
}

/** Incidents in a state, each with what is owed next. */
export async function incidentsWithDuties(tx: Tx, state: 'open' | 'closed' | 'all') {
  const rows = await incidentsIn(tx, state);
  const ids = rows.map(({ id }) => id);
  const conclusions = new Map((await assessmentsOf(tx, ids)).map(({ incidentId, conclusion }) => [incidentId, conclusion]));
  const [doneOf, day] = [await dutiesDone(tx, ids), await today(tx)];
  return rows.map((row) => {
    const conclusion = conclusions.get(row.id) ?? null;
    const done = doneOf(row.id);
    const next = row.state === 'closed' ? undefined : dutiesOf(clockFacts(row, conclusion)).find(({ code }) => !done.has(code));
    const nextDuty = next ? { says: next.says, dueOn: next.dueOn, isOverdue: Temporal.PlainDate.compare(next.dueOn, day) < 0 } : null;
    return { ...row, conclusion, nextDuty };
  });
}

/** The register. */
export const listIncidents = action(
  'incident.list',
  async (tx, { state }: { state: 'open' | 'closed' | 'all' }) => {
    const items = await incidentsWithDuties(tx, state);
    tx.touch({ kind: 'incident', details: { count: items.length } });
    return { items };
  },
  { purpose: 'HOPERAT' },
);

/** One incident: assessment, clocks, and what stands between it and its closing. */
export async function incidentWithClocks(tx: Tx, incidentId: string) {
  const incident = await incidentOf(tx, incidentId);
  const [assessment] = await assessmentsOf(tx, [incidentId]);
  const done = (await dutiesDone(tx, [incidentId]))(incidentId);
  const facts = clockFacts(incident, assessment?.conclusion ?? null);
  return {
    ...incident,
    assessment: assessment ?? null,
    duties: dutiesOf(facts).map((duty) => ({
      ...duty,
      isDone: done.has(duty.code),
      done: done.get(duty.code)?.says ?? null,
      doneAt: done.get(duty.code)?.doneAt ?? null,
    })),
    obstacles: incident.state === 'closed' ? [] : obstaclesToClosing(facts, new Set(done.keys()), false),
  };
}

export const showIncident = action(
  'incident.show',
  async (tx, { incidentId }: { incidentId: string }) => {
    const found = await incidentWithClocks(tx, incidentId);
    tx.touch({ kind: 'incident', id: incidentId });
    return found;
  },
  { purpose: 'HOPERAT' },
);

/** Those who have to be written to, with their addresses. */
export const listLetters = action(
  'incident.list-letters',
  async (tx, { incidentId }: { incidentId: string }) => {
    await incidentOf(tx, incidentId);
    const items = await lettersOf(tx, incidentId);
    tx.touch({ kind: 'incident', id: incidentId, patientId: items.map(({ patientId }) => patientId) });
    return { items };
  },
  { purpose: 'HOPERAT' },
);
