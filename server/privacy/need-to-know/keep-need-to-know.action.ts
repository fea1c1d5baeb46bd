import type { z } from 'zod';
import { action, Invalid, NotFound, type Tx } from '#server/platform/index.ts';
import type { NewSharing } from './need-to-know.contract.ts';
import { beginNarrowing, closedToActor, endNarrowing, rolesThatReadCharts, sharingOfPrograms } from './need-to-know.store.ts';

async function everything(tx: Tx) {
  return { items: await sharingOfPrograms(tx), roles: await rolesThatReadCharts(tx) };
}

/** How far each program shares its charts, and the roles that read charts. */
export const listSharing = action('need-to-know.list', (tx, _nothing: object) => everything(tx), { purpose: 'HOPERAT', audit: 'touched' });

/** Decides anew how far a program shares its charts, from this moment. Throws Invalid on a role that does not exist, NotFound for no program. */
export const decideSharing = action(
  'need-to-know.decide',
  async (tx, { programId, careTeamOnly, wholeProgramRoles, reason }: z.output<typeof NewSharing> & { programId: string }) => {
    const { items, roles } = await everything(tx);
    const unknown = wholeProgramRoles.filter((code) => !roles.some((role) => role.code === code));
    if (unknown.length > 0) throw new Invalid([{ at: 'wholeProgramRoles', says: `No role ${unknown.join(', ')} reads charts. Choose from the list.` }]);
    if (!items.some((program) => program.programId === programId)) throw new NotFound('Program');
    await endNarrowing(tx, programId);
    if (careTeamOnly) await beginNarrowing(tx, programId, wholeProgramRoles, reason);
    tx.touch({
      kind: 'need-to-know',
      id: programId,
      programId,
      fields: ['careTeamOnly', 'wholeProgramRoles'],
      details: { careTeamOnly, roles: wholeProgramRoles.join(' ') },
    });
    return everything(tx);
  },
  { purpose: 'HOPERAT' },
);

/** For whoever meets an empty chart: which of their own programs keep it for those with a part in the care. */
export const whatIsClosed = action(
  'need-to-know.closed',
  async (tx, { patientId }: { patientId: string }) => {
    const items = await closedToActor(tx, patientId);
    if (items.length > 0) tx.touch({ kind: 'need-to-know', patientId });
    return { items };
  },
  { audit: 'touched' },
);
