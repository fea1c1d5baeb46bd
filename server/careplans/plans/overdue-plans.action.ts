import type { Tx } from '#server/platform/index.ts';
import { planDue } from './plan.rules.ts';
import { staysWithPlan } from './plans.store.ts';

/** Plans that should have been signed or reviewed by now; of one primary clinician, or of everybody in the programs of the reader. */
export async function overduePlans(tx: Tx, clinicianId: string | null) {
  return (await staysWithPlan(tx, clinicianId)).flatMap(({ levelOfCare, timeZone, reviewDue, ...stay }) => {
    const due = reviewDue ?? planDue(levelOfCare, stay.admittedOn, null);
    const isLate = Temporal.PlainDate.compare(due, tx.now.toZonedDateTimeISO(timeZone).toPlainDate()) < 0;
    return isLate ? [{ ...stay, due, isSigned: reviewDue !== null }] : [];
  });
}
