import clock from '#content/careplans/review-clock.json' with { type: 'json' };
import type { Tx } from '#server/platform/index.ts';
import { plansOverdue } from './plans.store.ts';

const firstPlans = { byLevel: Object.entries(clock.levels).map(([levelOfCare, { planDays }]) => ({ levelOfCare, planDays })), otherwise: clock.otherwise.planDays };

/** Plans that should have been signed or reviewed by now; of one primary clinician, or of everybody in the programs of the reader. */
export function overduePlans(tx: Tx, clinicianId: string | null) {
  return plansOverdue(tx, clinicianId, firstPlans);
}
