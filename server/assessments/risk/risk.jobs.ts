import { z } from 'zod';
import { job } from '#server/platform/index.ts';
import { escalateFindings } from '../administrations/administrations.store.ts';
import { casesToEscalate, lockCase, lockOpenCase } from './cases.store.ts';
import { escalatesTo } from './hours.rules.ts';
import { callFor, escalate, keepEvent } from './keep-pathway.action.ts';
import { peopleAround } from './people.store.ts';
import { riskPolicy } from './risk-policy.ts';

/** Each minute: duties that ran out are told to the others, once. */
export const escalateMissedDuties = job('assessments.escalate', { every: '* * * * *', payload: z.unknown(), queue: 'assessments.escalate' }, async (tx) => {
  for (const caseId of await casesToEscalate(tx)) await escalate(tx, await lockCase(tx, caseId));
});

/** Each minute: critical answers that nobody acted on in time (withdrawal, overdose, harm, movement) are told to whoever answers for the person, once. */
export const escalateMissedFindings = job('assessments.escalate-findings', { every: '* * * * *', payload: z.unknown(), queue: 'assessments.escalate' }, async (tx) => {
  for (const { id, patientId, programId } of await escalateFindings(tx)) {
    const people = await peopleAround(tx, patientId, programId, tx.now);
    await callFor(tx, escalatesTo(riskPolicy.hours, people, null, tx.now, people.timeZone), 'A critical answer waits: please look now');
    tx.touch({ kind: 'critical-finding', id, patientId, programId });
  }
});

/** A visit missed or kept by somebody on the pathway belongs to it. */
export const noteVisit = job(
  'assessments.note-visit',
  {
    on: 'appointment.status-changed',
    payload: z.looseObject({ appointmentId: z.uuid(), patientId: z.uuid().nullish(), programId: z.uuid(), status: z.string(), fromStatus: z.string() }),
  },
  async (tx, { appointmentId, patientId, programId, status, fromStatus }) => {
    const kind = status === 'no-show' ? 'visit-missed' : status === 'completed' ? 'visit-kept' : null;
    if (kind === null || !patientId || status === fromStatus) return;
    const open = await lockOpenCase(tx, patientId, programId);
    if (!open) return;
    await keepEvent(tx, open, { kind, appointmentId });
    tx.touch({ kind: 'risk-case', id: open.id, patientId, programId });
  },
);
