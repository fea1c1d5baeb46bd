import type { Adjustment, RemittanceClaim, RemittanceLine } from '#server/formats/x12/index.ts';
import { addCents, cents, type Cents } from '#server/platform/index.ts';
import type { PriorPayment } from './coverages.ts';

/** One of our lines as a payer has it before it. */
export interface LineToJudge {
  readonly number: string;
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number;
  readonly charge: Cents;
  /** What earlier payers explained away: sent on as OA 23. */
  readonly explained: Cents;
}

const percent = (of: number, share: number): Cents => cents(Math.round((of * share) / 100));
/** Nobody is adjusted by nothing: a zero triplet says nothing. */
const adjustment = (group: Adjustment['group'], reason: string, amount: Cents): Adjustment[] => (amount === 0 ? [] : [{ group, reason, amount }]);
const sum = (adjustments: readonly Adjustment[]) => addCents(...adjustments.map(({ amount }) => amount));

/** How a first payer judges a line: contract or fee schedule, then copay or coinsurance, and Medicare's sequestration. */
function firstJudgement({ charge }: LineToJudge, payment: PriorPayment, place: number): Adjustment[] {
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
function laterJudgement({ charge, explained }: LineToJudge): Adjustment[] {
  const rest = cents(charge - explained);
  return [...adjustment('OA', '23', explained), ...adjustment('PR', '2', percent(rest, 50))];
}

function judgedLine(line: LineToJudge, payment: PriorPayment, place: number): RemittanceLine {
  const { number, code, modifiers, units, charge } = line;
  const adjustments = line.explained > 0 ? laterJudgement(line) : firstJudgement(line, payment, place);
  return {
    at: place,
    procedure: { qualifier: 'HC', code, modifiers },
    charge,
    paid: cents(charge - sum(adjustments)),
    units,
    adjustments,
    lineNumber: number,
    references: [],
    amounts: [],
    remarks: [],
  };
}

/** What remains to be settled after a judgement: all but what it left to the patient. */
export function explainedBy({ charge, adjustments }: Pick<RemittanceLine, 'charge' | 'adjustments'>): Cents {
  return cents(charge - sum(adjustments.filter(({ group }) => group === 'PR')));
}

/** An earlier payer's decision as its remittance would bring it: line by line, or on the claim alone where that is its way. */
export function priorDecision(
  claimNumber: string,
  payerId: string,
  payment: PriorPayment,
  judgedFrom: { lines: readonly LineToJudge[]; place: number },
): RemittanceClaim {
  const charge = addCents(...judgedFrom.lines.map((line) => line.charge));
  const lines = judgedFrom.lines.map((line, index) => judgedLine(line, payment, judgedFrom.place + index));
  const whole = payment === 'whole-claim';
  const gathered = Map.groupBy(
    lines.flatMap(({ adjustments }) => adjustments),
    ({ group, reason }) => `${group} ${reason}`,
  );
  return {
    at: 1,
    claimNumber,
    status: '1',
    charge,
    paid: addCents(...lines.map(({ paid }) => paid)),
    payerClaimNumber: `ICN${payerId}${claimNumber}`,
    adjustments: whole ? [...gathered.values()].flatMap(([first, ...more]) => (first ? [{ ...first, amount: sum([first, ...more]) }] : [])) : [],
    remarks: [],
    references: [],
    amounts: [],
    lines: whole ? [] : lines,
  };
}
