import { reverseFee } from '#server/billing/index.ts';
import { action, NotFound, Refused, type Tx } from '#server/platform/index.ts';
import { forbiddenBy } from './fee.rules.ts';
import { shownMissed } from './list-missed.action.ts';
import { decideMissed, filingIndicatorsOn, lockMissed, visitById } from './missed-visits.store.ts';
import { missedContent, type MissedVisit } from './missed-visit.ts';
import { postMissedFee, refuseUnknownReason } from './note-missed.action.ts';

async function locked(tx: Tx, missedVisitId: string): Promise<MissedVisit> {
  const one = await lockMissed(tx, missedVisitId);
  if (!one) throw new NotFound('Missed visit');
  tx.touch({ kind: 'missed-visit', id: one.id, patientId: one.patientId, programId: one.programId, fields: ['fee'] });
  if (one.feeCents > 0) return one;
  throw new Refused('missed-visit.no-fee', { code: 'missed-visit.no-fee', says: 'There is no fee for this visit, so there is nothing to decide.' });
}

const today = (tx: Tx) => tx.now.toZonedDateTimeISO('UTC').toPlainDate();

/** Waives the fee with its reason; one that was posted is taken back by its exact opposite. */
export const waiveFee = action(
  'missed-visit.waive',
  async (tx, { missedVisitId, reason, note }: { missedVisitId: string; reason: string; note: string }) => {
    refuseUnknownReason(reason);
    const one = await locked(tx, missedVisitId);
    if (one.state === 'posted' && one.journalId !== null) await reverseFee.within(tx, { journalId: one.journalId, memo: 'Fee waived', on: today(tx) });
    const waived: MissedVisit = { ...one, state: 'waived', journalId: null, waivedReason: reason, note };
    await decideMissed(tx, waived);
    return shownMissed(waived);
  },
  { purpose: 'HPAYMT' },
);

/** Whom nobody may charge is judged again, by coverage as it now stands for the day of the visit. */
async function refuseForbidden(tx: Tx, { patientId, startsAt }: MissedVisit, timeZone: string): Promise<void> {
  const day = startsAt.toZonedDateTimeISO(timeZone).toPlainDate();
  const rule = forbiddenBy(missedContent.neverCharged, await filingIndicatorsOn(tx, patientId, day), day.toString());
  if (rule) throw new Refused('missed-visit.never-charged', { code: 'missed-visit.never-charged', says: `${rule.says} Waive it instead.` }, 409);
}

/** Posts a fee that waits, or that was waived before. Posted already, it stays posted once. */
export const decideFee = action(
  'missed-visit.post-fee',
  async (tx, { missedVisitId }: { missedVisitId: string }) => {
    const one = await locked(tx, missedVisitId);
    if (one.state === 'posted') return shownMissed(one);
    if (one.because === 'taken-back')
      throw new Refused('missed-visit.taken-back', { code: 'missed-visit.taken-back', says: 'The visit took place after all. There is nothing to charge.' }, 409);
    const visit = await visitById(tx, one.appointmentId);
    await refuseForbidden(tx, one, visit?.timeZone ?? 'UTC');
    const posted: MissedVisit = { ...one, state: 'posted', because: 'policy', waivedReason: null, journalId: await postMissedFee(tx, one, visit?.timeZone ?? 'UTC') };
    await decideMissed(tx, posted);
    return shownMissed(posted);
  },
  { purpose: 'HPAYMT' },
);
