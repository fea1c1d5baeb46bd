import type { z } from 'zod';
import { action, newId, NotFound } from '#server/platform/index.ts';
import { person } from '../demographics/patients.store.ts';
import type { NewAlert } from './alerts.contract.ts';
import { insertAlert } from './alerts.store.ts';

/** Warns those who see the records of one of the actor's programs. */
export const writeAlert = action(
  'patient.write-alert',
  async (tx, { patientId, programId, kind, severity, says, until }: z.output<typeof NewAlert> & { patientId: string }) => {
    if (!tx.actor.programIds.includes(programId)) throw new NotFound('Program');
    const { id: personId } = await person(tx, patientId);
    const id = newId<'Alert'>();
    await insertAlert(tx, {
      id,
      patientId: personId,
      programId,
      kind,
      severity,
      says,
      since: tx.now,
      until: until ? Temporal.PlainDate.from(until) : null,
      writtenBy: tx.actor.id,
    });
    tx.touch({ kind: 'alert', id, patientId: personId, programId });
    return { id };
  },
);
