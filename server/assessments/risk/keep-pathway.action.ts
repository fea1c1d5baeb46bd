import { id, mail, newId, type Tx } from '#server/platform/index.ts';
import { raiseAlert } from '#server/patients/index.ts';
import type { CriticalFinding } from '../instruments/scoring.ts';
import { eventsOf, insertCase, insertEvent, lockOpenCase, writeDuties, type RiskCase } from './cases.store.ts';
import { answersNow, escalatesTo } from './hours.rules.ts';
import { dutiesOf, dutiesToEscalate } from './pathway.rules.ts';
import type { Duty, RiskAct, RiskEvent } from './pathway.ts';
import { mailOf, peopleAround } from './people.store.ts';
import { riskPolicy } from './risk-policy.ts';

/** Works the duties of a case out anew and keeps them for the lists. */
export async function refreshDuties(tx: Tx, riskCase: RiskCase): Promise<{ events: readonly RiskEvent[]; duties: readonly Duty[] }> {
  const events = await eventsOf(tx, riskCase.id);
  const duties = dutiesOf(events, riskPolicy, riskCase.timeZone);
  const escalated = new Map(events.flatMap((event) => (event.kind === 'escalated' ? [[event.duty, event.at] as const] : [])));
  await writeDuties(tx, riskCase, duties, escalated);
  return { events, duties };
}

/** Writes one event and what follows from it. */
export async function keepEvent(tx: Tx, riskCase: RiskCase, act: RiskAct, requestId: string | null = null) {
  await insertEvent(tx, riskCase, act, requestId);
  return refreshDuties(tx, riskCase);
}

/** Mail that says nothing to whoever glances at the inbox: neither patient nor kind of clinic. */
export async function callFor(tx: Tx, staffIds: readonly string[], subject: string): Promise<void> {
  for (const to of await mailOf(tx, staffIds)) await mail.send(tx, { to, subject, text: `Something needs you now. Please sign in: ${tx.config.publicUrl}/` });
}

interface Sign {
  readonly patientId: string;
  readonly programId: string;
  readonly administrationId: string | null;
  readonly level: CriticalFinding['level'];
  readonly says: string;
}

/** Opens the pathway, or tells the open one of another sign: in the transaction of the answer, with alert, owner, clocks and a call for whoever answers now. */
export async function openPathway(tx: Tx, { patientId, programId, administrationId, level, says }: Sign): Promise<RiskCase> {
  const open = await lockOpenCase(tx, patientId, programId);
  if (open) {
    await keepEvent(tx, open, { kind: 'screened-again', level, says, administrationId });
    return open;
  }
  const people = await peopleAround(tx, patientId, programId, tx.now);
  const ownerId = answersNow(riskPolicy.hours, people, tx.now, people.timeZone);
  const alertId = await raiseAlert(tx, { patientId, programId, says: 'On the suicide-risk pathway', keptBy: 'risk-pathway' });
  const riskCase: RiskCase = {
    id: newId<'RiskCase'>(),
    patientId: id('Patient', patientId),
    programId: id('Program', programId),
    openedAt: tx.now,
    alertId,
    ownerId,
    timeZone: people.timeZone,
    closedAt: null,
  };
  await insertCase(tx, riskCase);
  await keepEvent(tx, riskCase, { kind: 'opened', level, says, administrationId });
  await callFor(tx, ownerId === null ? [] : [ownerId], 'Please look now');
  await tx.record({ name: 'risk.opened', payload: { caseId: riskCase.id, patientId, programId } });
  return riskCase;
}

/** Tells the others of each duty that was missed: once. */
export async function escalate(tx: Tx, riskCase: RiskCase): Promise<void> {
  const { events, duties } = await refreshDuties(tx, riskCase);
  const missed = dutiesToEscalate(duties, events, tx.now);
  if (missed.length === 0) return;
  const people = await peopleAround(tx, riskCase.patientId, riskCase.programId, tx.now);
  const to = escalatesTo(riskPolicy.hours, people, riskCase.ownerId, tx.now, riskCase.timeZone);
  for (const duty of missed) await insertEvent(tx, riskCase, { kind: 'escalated', duty: duty.key, to }, null);
  await refreshDuties(tx, riskCase);
  await callFor(tx, to, 'A duty was missed: please look now');
  tx.touch({ kind: 'risk-case', id: riskCase.id, patientId: riskCase.patientId, programId: riskCase.programId, details: { escalated: missed.length } });
}
