import { redactionsOf } from './closure.rules.ts';
import { judge } from './combine.rules.ts';
import type { Decision, Withheld } from './decision.ts';
import { obligations as known, type Obligation, type Outcome } from './facts.ts';
import { inputHash } from './input-hash.ts';
import { ask, type Question } from './question.rules.ts';
import { reasons, type ReasonCode } from './reasons.ts';
import type { Facts, RecordFacts } from './request.ts';
import type { Verdict } from './verdict.ts';

type Judged = { readonly record: RecordFacts; readonly verdict: Verdict };

const citationOf = ({ citation, reason }: Verdict): string => citation ?? reasons[reason].citation;

/** Obligations of a refusal that stay when other records go; the rest are words of a reply that does not come. */
const stayBeside: ReadonlySet<Obligation> = new Set<Obligation>(['human-review', 'stop-queued', 'strip-restricted']);

function withheldOf({ record, verdict }: Judged): Withheld {
  const { reason, nearest } = verdict;
  return { recordId: record.id, reason, citation: citationOf(verdict), ...(nearest ? { consentId: nearest } : {}) };
}

const weight = { forbid: 3, hold: 2, lacks: 1, permit: 0 };

function inOrder(chosen: ReadonlySet<Obligation>): readonly Obligation[] {
  return known.filter((obligation) => chosen.has(obligation));
}

function outcomeOf(released: number, withheld: readonly Judged[], redacted: boolean): Outcome {
  if (released > 0) return withheld.length > 0 || redacted ? 'redact' : 'permit';
  return withheld.some(({ verdict }) => verdict.effect === 'hold') ? 'hold' : 'deny';
}

/** Nothing was asked: an outsider gets the constant reply, as for anything else (42 CFR 2.13(c)). */
function ofNothing({ facts }: Question): Pick<Decision, 'outcome' | 'reason' | 'citation' | 'obligations'> {
  const isOutside = facts.actor.kind === 'outside' || facts.recipient?.kind === 'unknown';
  const reason: ReasonCode = isOutside ? 'EXISTENCE_NOT_CONFIRMED' : 'NOTHING_ASKED';
  return { outcome: 'deny', reason, citation: reasons[reason].citation, obligations: isOutside ? ['constant-reply'] : [] };
}

function together(question: Question): Omit<Decision, 'policyVersion' | 'inputHash' | 'says'> {
  const { records } = question.facts;
  const judged = records.map((record) => ({ record, verdict: judge(question, record) }));
  const going = judged.filter(({ verdict }) => verdict.effect === 'permit');
  const staying = judged.filter(({ verdict }) => verdict.effect !== 'permit');
  const released = going.map(({ record }) => record.id);
  const redactions = redactionsOf(records, new Set(released));
  const outcome = outcomeOf(released.length, staying, redactions.length > 0);
  const heaviest = staying.toSorted((a, b) => weight[b.verdict.effect] - weight[a.verdict.effect])[0];
  const ground = going[0]?.verdict ?? heaviest?.verdict;
  const base = { released, redactions, withheld: staying.map(withheldOf) };
  if (!ground) return { ...ofNothing(question), ...base, restsOn: [] };
  const obligations = new Set(going.flatMap(({ verdict }) => verdict.obligations));
  for (const { verdict } of staying) for (const one of verdict.obligations) if (going.length === 0 || stayBeside.has(one)) obligations.add(one);
  // What the patient left out must not be guessed from what goes.
  if (going.length > 0 && (redactions.length > 0 || staying.some(({ verdict }) => verdict.reason === 'LABEL_EXCLUDED'))) obligations.add('constant-reply');
  const restsOn = [...new Set(judged.flatMap(({ verdict }) => verdict.restsOn))];
  return { outcome, reason: ground.reason, citation: citationOf(ground), ...base, obligations: inOrder(obligations), restsOn };
}

/** A decision before it is tied to its facts by their hash: for asking "what if" many times. */
export function rule(facts: Facts): Omit<Decision, 'inputHash'> {
  const ruling = together(ask(facts));
  return { ...ruling, says: reasons[ruling.reason].says, policyVersion: facts.policyVersion };
}

/** May these records be used or disclosed? Pure: the same facts give the same decision. Denies by default, deny overrides, and what is not known counts as protected. */
export function decide(facts: Facts): Decision {
  return { ...rule(facts), inputHash: inputHash(facts) };
}
