import { recordsOf } from '#server/patients/index.ts';
import { action, type Tx } from '#server/platform/index.ts';
import { casesOf, eventsOf, owedDuties, type RiskCase } from './cases.store.ts';
import { eventWords } from './event-words.rules.ts';
import { dutiesOf, levelOf, phaseOf } from './pathway.rules.ts';
import { namesOf } from './names.store.ts';
import { riskPolicy } from './risk-policy.ts';

/** A case as its screen shows it. */
export async function shownCase(tx: Tx, riskCase: RiskCase) {
  const events = await eventsOf(tx, riskCase.id);
  const duties = dutiesOf(events, riskPolicy, riskCase.timeZone);
  const names = await namesOf(tx, riskCase.programId, [riskCase.ownerId, ...events.map(({ byId }) => byId)]);
  const plan = events.findLast((event) => event.kind === 'plan-written');
  const { id, programId, openedAt, closedAt } = riskCase;
  return {
    id,
    programId,
    programName: names.program,
    ownerName: names.staff.get(riskCase.ownerId ?? '') ?? null,
    openedAt,
    closedAt,
    phase: phaseOf(events, duties),
    level: levelOf(events),
    duties,
    plan: plan?.kind === 'plan-written' ? { at: plan.at, content: plan.plan } : null,
    events: events.map((event) => ({ id: event.id, kind: event.kind, at: event.at, byName: names.staff.get(event.byId ?? '') ?? null, says: eventWords(event) })),
  };
}

/** The suicide-risk pathway of a patient: the open one first, those that ended after it. */
export const showPathway = action('risk.show', async (tx, { patientId }: { patientId: string }) => {
  const { personId, recordIds } = await recordsOf(tx, patientId);
  tx.touch({ kind: 'risk-case', patientId: personId });
  const cases = await casesOf(tx, recordIds);
  const items = [];
  for (const each of cases) items.push(await shownCase(tx, each));
  return { items, crisisWords: riskPolicy.crisisWords };
});

/** What is owed to people on the pathway in the actor's programs. */
export const listDuties = action('risk.list-duties', async (tx) => {
  const rows = await owedDuties(tx);
  tx.touch({ kind: 'risk-duty', patientId: rows.map(({ patientId }) => patientId) });
  return { items: rows.map((row) => ({ ...row, isLate: Temporal.Instant.compare(row.dueAt, tx.now) < 0 })) };
});
