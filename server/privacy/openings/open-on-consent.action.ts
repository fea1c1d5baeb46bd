import { action, newId, NotFound, type Tx } from '#server/platform/index.ts';
import { keepDecisions } from '../decision/decision.store.ts';
import { insertDisclosures } from '../gate/accounting.store.ts';
import { seeingAll } from '../gate/full-sight.store.ts';
import { redisclosureNotice } from '../notices/redisclosure-notice.ts';
import { judgeOpenings, type JudgedOpening } from './judge-openings.ts';
import { noticeFor, scopeOf } from './list-openings.action.ts';
import { endOfOpening } from './opening.rules.ts';
import { insertGrant, minutesOpen, namesOfPrograms } from './openings.store.ts';

/** Writes grant, decision and accounting: a unit of the same organisation that is not the program is somebody else to Part 2 (42 CFR 2.12(c)(3), 2.25). */
async function keep(tx: Tx, patientId: string, { opening, facts, decision, records, programName, place }: JudgedOpening, endsAt: Temporal.Instant): Promise<void> {
  const decisionId = newId<'Decision'>();
  const must = (obligation: (typeof decision.obligations)[number]) => decision.obligations.includes(obligation);
  await seeingAll(tx, async () => {
    const units = [...(await namesOfPrograms(tx, tx.actor.programIds)).values()].toSorted();
    await insertGrant(tx, patientId, opening, endsAt);
    await keepDecisions(tx, [{ id: decisionId, facts, decision }]);
    await insertDisclosures(tx, [
      {
        id: newId<'Disclosure'>(),
        patientId,
        programId: opening.programId,
        labels: [...new Set(records.filter(({ id }) => decision.released.includes(id)).flatMap(({ labels }) => labels))].toSorted(),
        at: tx.now,
        partyId: tx.actor.id ?? '',
        recipientName: `${tx.actor.name}, ${units.join(', ')}`,
        recipientAddress: null,
        viaPartyId: null,
        what: `Chart of ${programName}, opened to a treating clinician until ${endsAt.toZonedDateTimeISO(place.timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' })}`,
        purpose: 'TREAT',
        basis: 'consent',
        reason: decision.reason,
        citation: decision.citation,
        restsOn: [...decision.restsOn],
        recordIds: [...decision.released],
        channel: 'inside',
        decisionId,
        part2Accounting: must('part2-accounting'),
        hipaaAccounting: must('hipaa-accounting'),
        intermediaryList: false,
        noticeId: must('notice') ? redisclosureNotice(tx.now.toZonedDateTimeISO(place.timeZone).toPlainDate()).id : null,
        releasedBy: tx.actor.id,
      },
    ]);
  });
}

/**
 * Opens another program's part of the chart to somebody who treats the patient, on the patient's signed consent, for a time. Private notes stay closed.
 * Without such a consent it answers as if there were no patient. Ends with the consent, in the transaction that ends it.
 */
export const openOnConsent = action('opening.open', async (tx, { patientId, programId }: { patientId: string; programId: string }) => {
  tx.touch({ kind: 'opening', patientId });
  const one = (await judgeOpenings(tx, patientId, { hold: true })).find(({ opening }) => opening.programId === programId);
  if (!one) throw new NotFound('Opening');
  const endsAt = endOfOpening(tx.now, await minutesOpen(tx), one.consent, one.place.timeZone);
  await keep(tx, patientId, one, endsAt);
  tx.touch({ kind: 'opening', patientId, programId, details: { decision: one.decision.reason, until: endsAt.toString() } });
  return { programId, programName: one.programName, endsAt, scope: await scopeOf(tx, one.opening.consentId), notice: noticeFor(tx, one) };
});
