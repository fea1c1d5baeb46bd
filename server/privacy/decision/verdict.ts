import type { Obligation } from './facts.ts';
import type { Question } from './question.rules.ts';
import type { ReasonCode } from './reasons.ts';
import type { RecordFacts } from './request.ts';

/** The lanes of the law. A restriction or a missing agreement shuts some of them and spares others. */
export type Lane =
  | 'inside'
  | 'vault'
  | 'hipaa'
  | 'redisclosure'
  | 'patient'
  | 'representative'
  | 'consent'
  | 'emergency'
  | 'service'
  | 'legal'
  | 'research'
  | 'audit'
  | 'public-health'
  | 'report'
  | 'fundraising';

/**
 * What one rule says of one record.
 * `permit` opens its lane; `lacks` = the lane fits but something is missing; `hold` = a named person decides;
 * `forbid` shuts every lane but those it spares.
 */
export interface Verdict {
  readonly effect: 'permit' | 'lacks' | 'hold' | 'forbid';
  readonly lane: Lane | 'gate';
  readonly reason: ReasonCode;
  readonly obligations: readonly Obligation[];
  /** Ids of consents, orders and agreements that it rests on. */
  readonly restsOn: readonly string[];
  /** Where exactly the rule stands, when narrower than the citation of the reason. */
  readonly citation?: string;
  readonly spares?: readonly Lane[];
  /** The consent that came nearest to opening a closed lane. */
  readonly nearest?: string;
}

/** One lane or gate: undefined when it has nothing to say of this record. */
export type Rule = (question: Question, record: RecordFacts) => Verdict | undefined;

/** The lane is open. */
export function permit(lane: Lane, reason: ReasonCode, obligations: readonly Obligation[], more: { restsOn?: readonly string[]; citation?: string } = {}): Verdict {
  return { effect: 'permit', lane, reason, obligations, restsOn: [], ...more };
}

/** The lane fits, but something is missing. Without obligations of its own, those of the refusal in general hold. */
export function lacks(lane: Lane, reason: ReasonCode, obligations: readonly Obligation[] = []): Verdict {
  return { effect: 'lacks', lane, reason, obligations, restsOn: [] };
}

/** Nothing goes by any lane, but for those spared. */
export function forbid(reason: ReasonCode, obligations: readonly Obligation[] = [], spares: readonly Lane[] = []): Verdict {
  return { effect: 'forbid', lane: 'gate', reason, obligations, restsOn: [], spares };
}
