import type { Adjustment, LineAdjudication, OtherPayer, PayerSequence } from '#server/formats/x12/index.ts';
import { addCents, cents } from '#server/platform/index.ts';
import type { AdjustmentFact, ClaimFacts, ClaimLineFact, OtherPayerFact } from './claim.ts';
import { addressOf, nameOf, said } from './parties-837p.rules.ts';

const order: readonly PayerSequence[] = ['P', 'S', 'T'];
const inOrder = (place: number): PayerSequence => order[place] ?? 'T';
const hasJudged = ({ adjudication }: OtherPayerFact) => adjudication !== null;

/** SBR01 of the payer the claim goes to: after all that have judged it. */
export function placeInOrder(others: readonly OtherPayerFact[]): PayerSequence {
  return inOrder(others.filter(hasJudged).length);
}

/** The reasons exactly as the earlier payer gave them: recomputing them would contradict its remittance. */
function adjustmentsOf(facts: readonly AdjustmentFact[]): Adjustment[] {
  return facts.map(({ group, reason, amountCents, quantity }) => said({ group, reason, amount: cents(amountCents), quantity }));
}

const leftToPatient = (facts: readonly AdjustmentFact[]) => addCents(...facts.filter(({ group }) => group === 'PR').map(({ amountCents }) => cents(amountCents)));

/** Loop 2430, one for each earlier payer that judged the line. */
export function adjudicationsOf(line: ClaimLineFact, others: readonly OtherPayerFact[]): LineAdjudication[] {
  return (line.adjudications ?? []).flatMap(({ payerId, paidCents, code, modifiers, units, adjustments }) => {
    const on = others.find(({ payer }) => payer.electronicId === payerId)?.adjudication?.on;
    if (on === undefined) return [];
    return [
      {
        payerId,
        paid: cents(paidCents),
        procedure: { code, modifiers },
        units,
        adjustments: adjustmentsOf(adjustments),
        adjudicatedOn: Temporal.PlainDate.from(on),
        remainingPatientLiability: leftToPatient(adjustments),
      },
    ];
  });
}

/** What was decided, at the level at which the payer decided: the day and what the patient still owes stand on the lines when it judged lines. */
function decisionOf({ payer, adjudication }: OtherPayerFact, lines: readonly ClaimLineFact[]): Partial<OtherPayer> {
  if (!adjudication) return {};
  const { paidCents, payerClaimNumber, on, adjustments } = adjudication;
  const judgedLines = lines.some((line) => line.adjudications?.some(({ payerId }) => payerId === payer.electronicId));
  return {
    paid: cents(paidCents),
    ...(payerClaimNumber ? { payerClaimNumber } : {}),
    ...(judgedLines ? {} : { adjudicatedOn: Temporal.PlainDate.from(on), remainingPatientLiability: leftToPatient(adjustments) }),
  };
}

/** Loops 2320, 2330A and 2330B: every other payer of the claim, those that have judged it first. */
export function otherPayersOf({ otherPayers = [], lines }: ClaimFacts): OtherPayer[] {
  const judged = otherPayers.filter(hasJudged);
  const waiting = otherPayers.filter((other) => !hasJudged(other));
  return [...judged, ...waiting].map((other, place) => {
    const { payer, relationship, holder, memberId, groupNumber, medicareSecondaryReason, adjudication } = other;
    return {
      // The payer that the claim goes to stands between those that judged it and those that wait.
      sequence: inOrder(place < judged.length ? place : place + 1),
      filingIndicator: payer.filingIndicator,
      relationship,
      subscriber: said({ name: nameOf(holder), memberId, address: holder.address ? addressOf(holder.address) : undefined }),
      payer: said({ name: payer.name, id: payer.electronicId, address: payer.address ? addressOf(payer.address) : undefined }),
      benefitsAssigned: 'Y' as const,
      releaseOfInformation: 'Y' as const,
      adjustments: adjustmentsOf(adjudication?.adjustments ?? []),
      ...decisionOf(other, lines),
      ...said({ groupNumber: groupNumber ?? undefined, medicareSecondaryReason: medicareSecondaryReason ?? undefined }),
    };
  });
}
