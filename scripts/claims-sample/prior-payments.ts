import type { Adjustment, LineAdjudication, OtherPayer, ProfessionalLine } from '#server/formats/x12/index.ts';
import { addCents, cents, type Cents } from '#server/platform/index.ts';
import type { OtherCoverage, PriorPayment } from './coverages.ts';

/** What remains of a line before a payer judges it. */
interface Share {
  readonly charge: Cents;
  /** What earlier payers explained away: sent on as OA 23. */
  readonly explained: Cents;
}

const percent = (of: number, share: number): Cents => cents(Math.round((of * share) / 100));
/** Nobody is adjusted by nothing: a zero triplet says nothing. */
const adjustment = (group: Adjustment['group'], reason: string, amount: Cents): Adjustment[] => (amount === 0 ? [] : [{ group, reason, amount }]);
const sum = (adjustments: readonly Adjustment[]) => addCents(...adjustments.map(({ amount }) => amount));

/** How a first payer judges a line: contract or fee schedule, then copay or coinsurance, and Medicare's sequestration. */
function firstJudgement({ charge }: Share, payment: PriorPayment, place: number): Adjustment[] {
  const allowed = percent(charge, 62 + (place % 7));
  const contractual = adjustment('CO', '45', cents(charge - allowed));
  if (payment === 'medicare') {
    const coinsurance = percent(allowed, 20);
    return [...contractual, ...adjustment('CO', '253', percent(allowed - coinsurance, 2)), ...adjustment('PR', '2', coinsurance)];
  }
  const deductible = place % 3 === 0 ? percent(allowed, 30) : cents(0);
  return [...contractual, ...adjustment('PR', '1', deductible), ...adjustment('PR', '3', cents(Math.min(2000, allowed - deductible)))];
}

/** How a second payer judges it: what the first explained, then half of the rest paid. */
function laterJudgement({ charge, explained }: Share): Adjustment[] {
  const rest = cents(charge - explained);
  return [...adjustment('OA', '23', explained), ...adjustment('PR', '2', percent(rest, 50))];
}

/** What remains to be settled after an earlier judgement: all but what it left to the patient. */
const explainedBy = (line: ProfessionalLine, judged: readonly Adjustment[]): Cents => cents(line.charge - sum(judged.filter(({ group }) => group === 'PR')));

/** One line with the judgement of each earlier payer, in order; charge = paid + adjustments for each. */
export function judgedLine(line: ProfessionalLine, others: readonly OtherCoverage[], on: Temporal.PlainDate, place: number): ProfessionalLine {
  const adjudications: LineAdjudication[] = [];
  for (const other of others.filter(({ payment }) => payment !== 'not-adjudicated')) {
    const earlier = adjudications.at(-1);
    const share: Share = { charge: line.charge, explained: earlier ? explainedBy(line, earlier.adjustments) : cents(0) };
    const adjustments = earlier ? laterJudgement(share) : firstJudgement(share, other.payment, place);
    adjudications.push({
      payerId: other.payer.id,
      paid: cents(line.charge - sum(adjustments)),
      procedure: { code: line.procedure.code, modifiers: line.procedure.modifiers },
      units: line.units,
      adjustments,
      adjudicatedOn: on.add({ days: 9 * (adjudications.length + 1) }),
    });
  }
  return { ...line, adjudications };
}

/** The other payer as a claim names it, with its sums over the judged lines. */
export function otherPayer(other: OtherCoverage, lines: readonly ProfessionalLine[], subscriber: Pick<OtherPayer, 'subscriber' | 'relationship'>): OtherPayer {
  const judged = lines.flatMap(({ adjudications }) => adjudications.filter(({ payerId }) => payerId === other.payer.id));
  const owed = judged.flatMap(({ adjustments }) => adjustments.filter(({ group }) => group === 'PR'));
  const adjudicated = {
    paid: addCents(...judged.map(({ paid }) => paid)),
    remainingPatientLiability: sum(owed),
    payerClaimNumber: `ICN${other.payer.id}${lines[0]?.lineNumber ?? ''}`,
  };
  return {
    sequence: other.sequence,
    filingIndicator: other.filingIndicator,
    payer: other.payer,
    ...subscriber,
    benefitsAssigned: 'Y',
    releaseOfInformation: 'Y',
    adjustments: [],
    ...(other.payment === 'not-adjudicated' ? {} : adjudicated),
  };
}
