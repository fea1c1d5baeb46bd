import { action, NotFound, refuseIf } from '#server/platform/index.ts';
import { openIncident } from '../incidents/open-incident.action.ts';
import { obstaclesToReview } from './break-glass.rules.ts';
import { giveVerdict, lockReview } from './emergency.store.ts';
import type { Verdict } from './emergency.ts';

/** The privacy officer's verdict on an emergency access; opens an incident in the same step when asked to. */
export const reviewEmergency = action(
  'emergency.review',
  async (tx, { emergencyId, verdict, reason, opensIncident }: { emergencyId: string; verdict: Verdict; reason: string; opensIncident: boolean }) => {
    const review = await lockReview(tx, emergencyId);
    if (!review) throw new NotFound('Emergency');
    tx.touch({ kind: 'emergency-review', id: emergencyId, patientId: review.patientId, details: { verdict } });
    refuseIf(obstaclesToReview(review, tx.actor.id, verdict, reason), 409);
    const incident = opensIncident
      ? await openIncident(tx, {
          title: 'Emergency access under question',
          whatHappened: reason || review.nature,
          patientIds: [review.patientId],
          sourceKind: 'emergency-review',
          sourceId: emergencyId,
        })
      : null;
    await giveVerdict(tx, emergencyId, { verdict, reason: reason || null, incidentId: incident?.id ?? null });
    return { incidentId: incident?.id ?? null };
  },
  { purpose: 'HOPERAT' },
);
