import { cents, formatCents, NotFound, type Tx } from '#server/platform/index.ts';
import { feeFor, isLateCancel, policyOn, type Fee } from './fee.rules.ts';
import type { ForeseeMissed } from './missed-visits.contract.ts';
import { filingIndicatorsOn, missedBefore, visitById } from './missed-visits.store.ts';
import { missedContent, type MissedKind, type MissedPolicy, type Visit } from './missed-visit.ts';

/** A visit with what would follow, judged at this moment. */
export interface Foreseen {
  readonly visit: Visit;
  /** A cancellation in time is neither missed nor late. */
  readonly kind: MissedKind | 'cancellation';
  readonly fee: Fee;
  readonly policy: MissedPolicy | undefined;
}

/** Whether this person's own act posts a fee. */
export const mayPost = (tx: Tx): boolean => tx.actor.permissions.has('payment.post');

/** What follows when a visit is missed, or called off now for a reason. */
export async function foresee(tx: Tx, { appointmentId, kind, reason }: ForeseeMissed & { appointmentId: string }): Promise<Foreseen> {
  const visit = await visitById(tx, appointmentId);
  if (!visit) throw new NotFound('Appointment');
  const day = visit.startsAt.toZonedDateTimeISO(visit.timeZone).toPlainDate();
  const policy = policyOn(missedContent.policies, visit.programKind, day.toString());
  const isLate = policy !== undefined && reason !== undefined && isLateCancel({ startsAt: visit.startsAt, now: tx.now, reason }, policy, missedContent.lateCancelReasons);
  const happens = kind === 'no-show' ? 'no-show' : isLate ? 'late-cancel' : 'cancellation';
  if (happens === 'cancellation') return { visit, kind: happens, policy, fee: { cents: 0, because: 'policy', rule: undefined } };
  const fee = feeFor({
    kind: happens,
    day: day.toString(),
    reason,
    filingIndicators: tx.actor.permissions.has('coverage.read') ? await filingIndicatorsOn(tx, visit.patientId, day) : null,
    before: await missedBefore(tx, visit, visit.startsAt, policy?.freeInDays ?? 0),
    policy,
    neverCharged: missedContent.neverCharged,
    reasons: missedContent.lateCancelReasons,
  });
  return { visit, kind: happens, policy, fee };
}

type Judged = Pick<Foreseen, 'fee' | 'policy'>;

function freeWords({ policy }: Judged): string {
  const { free = 0, freeInDays = 0 } = policy ?? {};
  return free === 1 ? `No fee: the first within ${freeInDays} days is free.` : `No fee: the first ${free} within ${freeInDays} days are free.`;
}

const withoutFee: Readonly<Record<Fee['because'], (judged: Judged) => string>> = {
  'never-charged': ({ fee }) => fee.rule?.says ?? 'Nobody may charge for this visit.',
  free: freeWords,
  reason: () => 'No fee: for this reason it is waived.',
  'taken-back': () => 'No fee: the visit took place after all, or its step was taken back.',
  policy: ({ policy }) => policy?.says ?? 'No fee: there is no policy for this program.',
  'unknown-payer': () => 'No fee.',
};

/** A fee, or its absence, in a sentence. */
export function feeWords({ fee, policy, kind }: Pick<Foreseen, 'fee' | 'policy' | 'kind'>, posts: boolean): string {
  if (kind === 'cancellation') return 'Called off in time: nothing is owed.';
  if (fee.cents === 0) return withoutFee[fee.because]({ fee, policy });
  const amount = formatCents(cents(fee.cents));
  return posts ? `${amount} is posted as owed by the patient.` : `A fee of ${amount} waits for the desk to post or waive it.`;
}
