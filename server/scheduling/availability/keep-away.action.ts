import { action, newId, NotFound } from '#server/platform/index.ts';
import type { Away } from './availability.ts';
import type { KeepAway } from './availability.contract.ts';
import { awayWithin, deleteAway, insertAway, standingIn } from './availability.store.ts';

/** Leave or closure from now on, a year ahead. */
export const listAway = action(
  'away.list',
  async (tx, { clinicianId, siteId }: { clinicianId?: string | undefined; siteId?: string | undefined }) => {
    const whose = { clinicianIds: clinicianId ? [clinicianId] : [], siteIds: siteId ? [siteId] : [] };
    return { items: await awayWithin(tx, whose, { startsAt: tx.now, endsAt: tx.now.add({ hours: 24 * 366 }) }) };
  },
  { audit: 'touched' },
);

/** Says that a clinician is away or a site is closed, and what still stands there. Nobody is called off by it: those are moved by hand, with a word to each. */
export const keepAway = action('away.keep', async (tx, input: KeepAway) => {
  const away: Away = {
    id: input.id ?? newId(),
    clinicianId: input.clinicianId ?? null,
    siteId: input.siteId ?? null,
    startsAt: Temporal.Instant.from(input.startsAt),
    endsAt: Temporal.Instant.from(input.endsAt),
    reason: input.reason,
  };
  await insertAway(tx, away);
  const standing = await standingIn(tx, away);
  tx.touch({ kind: 'away', id: away.id, patientId: standing.map(({ patientId }) => patientId) });
  return { ...away, standing };
});

/** Takes leave or a closure back. */
export const removeAway = action('away.remove', async (tx, { awayId }: { awayId: string }): Promise<void> => {
  if (!(await deleteAway(tx, awayId))) throw new NotFound('Absence');
  tx.touch({ kind: 'away', id: awayId });
});
