import type { z } from 'zod';
import { action, newId, type Tx } from '#server/platform/index.ts';
import type { IncidentSource } from './incident.ts';
import type { NewIncident } from './incidents.contract.ts';
import { insertIncident, today } from './incidents.store.ts';

/** What an incident needs at least; the rest is found out later. */
export interface IncidentBeginning {
  readonly title: string;
  readonly whatHappened: string;
  readonly patientIds: readonly string[];
  readonly sourceKind: IncidentSource;
  readonly sourceId: string | null;
}

const day = (text: string) => Temporal.PlainDate.from(text);

/** Opens an incident out of a review, discovered today. */
export async function openIncident(tx: Tx, beginning: IncidentBeginning): Promise<{ id: string; number: number }> {
  const discovered = await today(tx);
  return enter(tx, {
    ...beginning,
    patientIds: [...beginning.patientIds],
    discoveredOn: discovered.toString(),
    role: 'covered-entity',
    involvesPart2: true,
    isUnsecured: true,
    individuals: beginning.patientIds.length,
    residents: {},
  });
}

async function enter(tx: Tx, said: z.output<typeof NewIncident>): Promise<{ id: string; number: number }> {
  const { patientIds, happenedOn, discoveredOn, sourceId, ...rest } = said;
  const id = newId<'Incident'>();
  const number = await insertIncident(
    tx,
    {
      id,
      ...rest,
      happenedOn: happenedOn ? day(happenedOn) : null,
      discoveredOn: day(discoveredOn),
      individuals: Math.max(rest.individuals, patientIds.length),
      sourceId: sourceId ?? null,
      reportedBy: tx.actor.id,
      openedAt: tx.now,
      openedBy: tx.actor.id ?? '',
    },
    patientIds,
  );
  tx.touch({ kind: 'incident', id, patientId: patientIds });
  return { id, number };
}

/** Writes an incident into the register. */
export const enterIncident = action('incident.open', (tx, said: z.output<typeof NewIncident>) => enter(tx, said), { purpose: 'HOPERAT' });
