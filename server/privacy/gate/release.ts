import { newId, type Tx } from '#server/platform/index.ts';
import { seeingAll } from './full-sight.store.ts';
import { insertDisclosures, type DisclosureRow } from './accounting.store.ts';
import { keepDecisions } from '../decision/decision.store.ts';
import { judgeReleases } from './judge-release.ts';
import type { Judged, Release, ReleaseRequest } from './release-request.ts';

/** The program whose record it is first of all, for who may see the row: one under Part 2 before others. */
function provenance({ request, decision }: Judged): { programId: string; labels: string[] } | undefined {
  const going = request.records.filter(({ id }) => decision.released.includes(id));
  const told = going.length > 0 ? going : request.records;
  const first = told.find(({ part2, programId }) => part2 !== 'no' && programId !== null) ?? told.find(({ programId }) => programId !== null);
  if (!first?.programId) return undefined;
  return { programId: first.programId, labels: [...new Set(told.flatMap(({ labels }) => labels))].toSorted() };
}

/** The ground in a word, as an accounting states it. */
function basisOf({ decision, consents, request }: Judged): string {
  if (consents.length > 0) return 'consent';
  if (decision.reason === 'ORDER_OK') return 'court-order';
  if (decision.reason === 'EMERGENCY_2_51') return 'emergency';
  if (decision.reason === 'QSO_OK' || decision.reason === 'CONTRACTOR_OK') return 'agreement';
  if (decision.reason === 'PATIENT_ACCESS') return 'patient-access';
  return request.purpose === 'TREAT' || request.purpose === 'HPAYMT' || request.purpose === 'HOPERAT' ? 'hipaa' : 'exception';
}

function disclosureRow(tx: Tx, one: Release): DisclosureRow[] {
  const made = provenance(one);
  if (!one.disclosureId || !made) return [];
  const { decision, request, recipient } = one;
  const must = (obligation: (typeof decision.obligations)[number]) => decision.obligations.includes(obligation);
  return [
    {
      id: one.disclosureId,
      patientId: request.patientId,
      ...made,
      at: tx.now,
      partyId: recipient.partyId,
      recipientName: recipient.name,
      recipientAddress: recipient.address,
      viaPartyId: request.viaPartyId ?? null,
      what: request.what,
      purpose: request.purpose,
      basis: basisOf(one),
      reason: decision.reason,
      citation: decision.citation,
      restsOn: [...decision.restsOn],
      recordIds: [...decision.released],
      channel: request.channel,
      decisionId: one.decisionId,
      part2Accounting: must('part2-accounting'),
      hipaaAccounting: must('hipaa-accounting'),
      intermediaryList: must('intermediary-list'),
      noticeId: one.notice?.id ?? null,
      releasedBy: tx.actor.id,
    },
  ];
}

/** Whether something may go. */
export const isReleased = ({ decision }: Pick<Judged, 'decision'>): boolean => decision.outcome === 'permit' || decision.outcome === 'redact';

/**
 * The one way out. Decides on each request with the facts of this moment, holding the consents until the commit; keeps the decisions, and accounts for
 * what may go, all in this transaction: 42 CFR 2.13, 2.25, 2.31(c), 2.32; 45 CFR 164.528. The caller sends exactly `decision.released`, with the notice
 * and the consents where the obligations say so, before it commits. A request that is denied accounts for nothing.
 */
export async function releaseAll(tx: Tx, requests: readonly ReleaseRequest[]): Promise<Release[]> {
  const judged = await judgeReleases(tx, requests, { hold: true });
  const releases = judged.map((one): Release => {
    // What nobody can account for does not go, whatever was decided.
    if (isReleased(one) && !provenance(one)) throw new Error('A record without a program cannot be accounted for');
    return { ...one, decisionId: newId<'Decision'>(), disclosureId: isReleased(one) ? newId<'Disclosure'>() : null };
  });
  await seeingAll(tx, async () => {
    await keepDecisions(
      tx,
      releases.map(({ decisionId, facts, decision }) => ({ id: decisionId, facts, decision })),
    );
    await insertDisclosures(
      tx,
      releases.flatMap((one) => disclosureRow(tx, one)),
    );
  });
  const [first] = releases;
  const ids: Readonly<Record<string, string | number>> =
    first && releases.length === 1 ? { decision: first.decisionId, outcome: first.decision.outcome, reason: first.decision.reason } : { decisions: releases.length };
  tx.touch({ kind: 'release', id: first?.disclosureId ?? first?.decisionId, patientId: requests.map(({ patientId }) => patientId), details: ids });
  return releases;
}

/** `releaseAll` for one request. */
export async function release(tx: Tx, request: ReleaseRequest): Promise<Release> {
  const [one] = await releaseAll(tx, [request]);
  if (!one) throw new Error('A request was not decided');
  return one;
}
