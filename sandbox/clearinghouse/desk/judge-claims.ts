import { triggerOf } from '../adjudication/triggers.ts';
import type { AcknowledgedClaim } from '../answers/claim-acknowledgement.ts';
import type { ReadClaim, SubmittedClaim } from '../submitted-claim.ts';
import { findingKinds } from '../validation/finding-kinds.ts';
import type { Finding } from '../validation/finding.ts';
import type { LoopInstance } from '../validation/loop-instance.ts';
import type { Ledger } from './ledger.ts';
import { isMeant } from './orders.ts';

// The entity code of a status: who the trouble is about.
const entities: Readonly<Record<string, string>> = {
  '2010AA': '85',
  '2310A': 'DN',
  '2310B': '82',
  '2310C': '77',
  '2310D': 'DQ',
  '2010BA': 'IL',
  '2010CA': 'QC',
  '2010BB': 'PR',
  '2420A': '82',
  '2420D': 'DQ',
};

const scopes = new Set(['2300', '2000C', '2000B', '2000A', 'HEADER']);

function* upwards(loop: LoopInstance | undefined): Generator<LoopInstance> {
  for (let at = loop; at !== undefined; at = at.parent) yield at;
}

/** Whether a finding concerns a claim: it is in the claim, or in a level around it. */
function concerns(found: Finding, claim: LoopInstance): boolean {
  const level = [...upwards(found.scope)].find(({ use }) => scopes.has(use.id));
  return level !== undefined && [...upwards(claim)].includes(level);
}

function statusesOf(findings: readonly Finding[]): readonly string[] {
  const statuses = findings.map(({ code, loop }) => [findingKinds[code].status, entities[loop ?? '']].filter(Boolean).join(':'));
  return [...new Set(statuses)].slice(0, 3);
}

function orderedRejection(ledger: Ledger, claim: SubmittedClaim, level: 'clearinghouse' | 'payer'): string | undefined {
  const order = ledger.take('reject-claim', (one) => one.level === level && isMeant(claim, one.match));
  if (order !== undefined) return `${order.category}:${order.status}`;
  const trigger = triggerOf(claim);
  if (trigger?.rejects === undefined || trigger.at !== level) return undefined;
  return [trigger.rejects, trigger.entity].filter(Boolean).join(':');
}

/** What the clearinghouse says of a claim: accepted and passed on, or turned away with the reasons. */
export function judgeAtClearinghouse(ledger: Ledger, { claim, loop }: ReadClaim, findings: readonly Finding[]): AcknowledgedClaim {
  const wrong = findings.filter((found) => findingKinds[found.code].answer === '277CA' && found.severity === 'error' && concerns(found, loop));
  const ordered = orderedRejection(ledger, claim, 'clearinghouse');
  if (wrong.length > 0) return { claim, statuses: statusesOf(wrong), isAccepted: false };
  return ordered === undefined ? { claim, statuses: ['A1:19:40'], isAccepted: true } : { claim, statuses: [ordered], isAccepted: false };
}

/** A replacement or a void names a claim that this payer has decided and not taken back since, of the same member; a void for the same charge. */
function wrongOriginal({ memory }: Ledger, { frequency, originalNumber, payer, subscriber, chargedCents }: SubmittedClaim): string | undefined {
  if (frequency === '1') return undefined;
  const original = memory.decided[originalNumber]?.claim;
  if (original === undefined || original.payer.id !== payer.id) return 'A7:464';
  if (original.subscriber.id !== subscriber.id) return 'A8:464';
  return frequency === '8' && original.chargedCents !== chargedCents ? 'A8:178' : undefined;
}

/** What the payer says of a claim that was passed on: accepted with the payer's own number, or turned away. */
export function judgeAtPayer(ledger: Ledger, claim: SubmittedClaim): AcknowledgedClaim {
  const rejection = orderedRejection(ledger, claim, 'payer') ?? wrongOriginal(ledger, claim);
  if (rejection !== undefined) return { claim, statuses: [rejection], isAccepted: false };
  return { claim, statuses: ['A2:20:PR'], isAccepted: true, payerNumber: `P${claim.payer.id.slice(0, 5)}${ledger.nextSerial()}` };
}
