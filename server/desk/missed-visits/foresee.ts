import { decidedPolicies } from '../fee-policies/fee-policies.store.ts';
import type { FeePolicy } from '../fee-policies/fee-policy.ts';
import { decidedOn } from '../fee-policies/policy.rules.ts';
import { cents, formatCents, NotFound, type Tx } from '#server/platform/index.ts';
import { feeFor, isLateCancel, policyOn, type Fee } from './fee.rules.ts';
import type { ForeseeMissed } from './missed-visits.contract.ts';
import { filingIndicatorsOn, missedBefore, visitById } from './missed-visits.store.ts';
import { missedContent, type MissedKind, type Visit } from './missed-visit.ts';

/** A visit with what would follow, judged at this moment. */
export interface Foreseen {
  readonly visit: Visit;
  /** A cancellation in time is neither missed nor late. */
  readonly kind: MissedKind | 'cancellation';
  readonly fee: Fee;
  readonly policy: FeePolicy | undefined;
}

/** Whether this person's own act posts a fee. */
export const mayPost = (tx: Tx): boolean => tx.actor.permissions.has('payment.post');

/** What the organisation decided for the program of a visit, else what the product proposes for its kind. */
async function policyOf(tx: Tx, { programId, programKind }: Visit, day: string): Promise<FeePolicy | undefined> {
  return decidedOn(await decidedPolicies(tx, [programId]), day) ?? policyOn(missedContent.policies, programKind, day);
}

/** Who judges for the product itself, in a job, sees who pays like whoever may read coverage. */
const seesCoverage = ({ kind, permissions }: Tx['actor']) => kind === 'system' || permissions.has('coverage.read');

/** What follows when a visit is missed, or called off for a reason: now, or at the moment given. */
export async function foresee(tx: Tx, { appointmentId, kind, reason, at = tx.now }: ForeseeMissed & { appointmentId: string; at?: Temporal.Instant }): Promise<Foreseen> {
  const visit = await visitById(tx, appointmentId);
  if (!visit) throw new NotFound('Appointment');
  const day = visit.startsAt.toZonedDateTimeISO(visit.timeZone).toPlainDate();
  const policy = await policyOf(tx, visit, day.toString());
  const isLate = policy !== undefined && reason !== undefined && isLateCancel({ startsAt: visit.startsAt, now: at, reason }, policy, missedContent.lateCancelReasons);
  const happens = kind === 'no-show' ? 'no-show' : isLate ? 'late-cancel' : 'cancellation';
  if (happens === 'cancellation') return { visit, kind: happens, policy, fee: { cents: 0, because: 'policy', rule: undefined } };
  const fee = feeFor({
    kind: happens,
    day: day.toString(),
    reason,
    filingIndicators: seesCoverage(tx.actor) ? await filingIndicatorsOn(tx, visit.patientId, day) : null,
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
