import { missingClaims, wrongDiagnoses, wrongLineNumbers, wrongModifiers, wrongPayerOrder, wrongPointers, wrongPrincipal, wrongTotal } from './check-claim.ts';
import { repeatedAddress, repeatedContact, repeatedPlace, repeatedProvider, repeatedStreet } from './check-repetition.ts';
import { liabilityTwice, wrongAdjustments } from './check-adjustments.ts';
import { wrongAdjudicationDate, wrongBirthDate, wrongDateOrder, wrongServiceDate } from './check-dates.ts';
import { unbalancedLine, unbalancedPayers } from './check-other-payers.ts';
import type { Finding } from './finding.ts';
import type { LoopInstance } from './loop-instance.ts';
import { brokenSituations } from './situational.ts';

type Check = (loop: LoopInstance) => Iterable<Finding>;

/** What is asked of each loop beyond the shape of its segments. */
const checks: Readonly<Record<string, readonly Check[]>> = {
  '2000A': [repeatedContact, repeatedStreet],
  '2000B': [missingClaims],
  '2000C': [missingClaims],
  '2010BA': [wrongBirthDate],
  '2010CA': [wrongBirthDate],
  '2300': [
    wrongTotal,
    wrongDiagnoses,
    wrongPrincipal,
    wrongLineNumbers,
    repeatedProvider,
    repeatedAddress,
    wrongPayerOrder,
    wrongDateOrder,
    unbalancedPayers,
    liabilityTwice,
  ],
  '2320': [wrongAdjustments],
  '2400': [wrongPointers, wrongModifiers, wrongServiceDate, repeatedPlace, unbalancedLine],
  '2430': [wrongAdjustments, wrongAdjudicationDate],
};

/** Everything wrong between the segments of one loop. */
export function* wrongInLoop(loop: LoopInstance): Generator<Finding> {
  yield* brokenSituations(loop);
  for (const check of checks[loop.use.id] ?? []) yield* check(loop);
}
