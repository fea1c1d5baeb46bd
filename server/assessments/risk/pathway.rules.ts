import type { Obstacle } from '#server/platform/index.ts';
import type { CriticalLevel } from '../instruments/instrument.contract.ts';
import { isOpen, nextOpening } from './hours.rules.ts';
import type { Duty, DutyKind, ExitKind, Phase, RiskEvent, RiskLevel, RiskPolicy, SafetyPlan } from './pathway.ts';

const minutes = (from: Temporal.Instant, count: number) => from.add({ minutes: count });
const earlier = (left: Temporal.Instant, right: Temporal.Instant) => (Temporal.Instant.compare(left, right) <= 0 ? left : right);

/** The same day: so many minutes in hours; outside them after the next opening, and within a day at the latest. An emergency does not wait for opening. */
export function formulationDue(policy: RiskPolicy, level: CriticalLevel, at: Temporal.Instant, zone: string): Temporal.Instant {
  const plain = minutes(at, policy.formulationMinutes[level]);
  if (level !== 'urgent' || isOpen(policy.hours, at, zone)) return plain;
  const { formulationAfterOpeningMinutes, latestMinutes } = policy.offHours;
  return earlier(minutes(nextOpening(policy.hours, at, zone), formulationAfterOpeningMinutes), minutes(at, latestMinutes));
}

/** The duties of one case while its events are gone through. */
class Ledger {
  readonly duties: Duty[] = [];

  owe(kind: DutyKind, cause: string, dueAt: Temporal.Instant): void {
    // A second duty of a kind is owed only when it is due sooner: nobody formulates twice for two answers of one form.
    if (this.duties.some((duty) => this.#isOpen(duty, kind) && Temporal.Instant.compare(duty.dueAt, dueAt) <= 0)) return;
    this.duties.push({ key: `${kind}:${cause}`, kind, dueAt, doneAt: null, endedAt: null });
  }

  do(kind: DutyKind, at: Temporal.Instant): void {
    this.#replace((duty) => (this.#isOpen(duty, kind) ? { ...duty, doneAt: at } : duty));
  }

  end(at: Temporal.Instant, kind?: DutyKind): void {
    this.#replace((duty) => (this.#isOpen(duty, kind ?? duty.kind) ? { ...duty, endedAt: at } : duty));
  }

  #isOpen(duty: Duty, kind: DutyKind): boolean {
    return duty.kind === kind && duty.doneAt === null && duty.endedAt === null;
  }

  #replace(change: (duty: Duty) => Duty): void {
    this.duties.splice(0, this.duties.length, ...this.duties.map(change));
  }
}

/** The level that the last formulation set; null before the first. */
export function levelOf(events: readonly RiskEvent[]): RiskLevel | null {
  return events.reduce<RiskLevel | null>((level, event) => (event.kind === 'formulated' ? event.level : level), null);
}

/** Somebody was met. An attempt that reached nobody is kept, and meets no duty. */
function meet(ledger: Ledger, event: RiskEvent, level: RiskLevel | null, policy: RiskPolicy): void {
  if (event.kind === 'contact' && event.outcome === 'not-reached') return;
  for (const kind of ['on-call-contact', 'contact', 'missed-visit'] as const) ledger.do(kind, event.at);
  if (level !== null) ledger.owe('contact', event.id, event.at.add({ hours: policy.contactHours[level] }));
}

function formulate(ledger: Ledger, event: RiskEvent & { kind: 'formulated' }, policy: RiskPolicy, hasPlan: boolean): void {
  ledger.do('formulation', event.at);
  ledger.do('on-call-contact', event.at);
  // A new formulation sets a new rhythm. What was already owed and late stays a missed duty: it ends here, after its time.
  ledger.end(event.at, 'contact');
  ledger.owe('contact', event.id, event.at.add({ hours: policy.contactHours[event.level] }));
  const isGrave = event.level === 'high' || event.level === 'imminent';
  if (!hasPlan || isGrave) ledger.owe('safety-plan', event.id, minutes(event.at, policy.planMinutes[event.level]));
}

function screen(ledger: Ledger, event: RiskEvent & { kind: 'opened' | 'screened-again' }, policy: RiskPolicy, zone: string): void {
  ledger.owe('formulation', event.id, formulationDue(policy, event.level, event.at, zone));
  if (event.level !== 'high' && !isOpen(policy.hours, event.at, zone)) ledger.owe('on-call-contact', event.id, minutes(event.at, policy.offHours.contactMinutes));
}

const isPlan = ({ kind }: RiskEvent) => kind === 'plan-written' || kind === 'plan-not-possible';

/** All duties that the events of a case come to, each with its clock; the same events give the same duties. Events are in order of time. */
export function dutiesOf(events: readonly RiskEvent[], policy: RiskPolicy, zone: string): readonly Duty[] {
  const ledger = new Ledger();
  let level: RiskLevel | null = null;
  let hasPlan = false;
  for (const event of events) {
    switch (event.kind) {
      case 'opened':
      case 'screened-again':
        screen(ledger, event, policy, zone);
        break;
      case 'formulated':
        formulate(ledger, event, policy, hasPlan);
        level = event.level;
        break;
      case 'plan-written':
      case 'plan-not-possible':
        ledger.do('safety-plan', event.at);
        hasPlan = true;
        break;
      case 'contact':
      case 'visit-kept':
        meet(ledger, event, level, policy);
        break;
      case 'visit-missed':
        ledger.owe('missed-visit', event.id, minutes(event.at, policy.missedVisitMinutes));
        break;
      case 'closed':
        ledger.end(event.at);
        break;
      case 'escalated':
        break;
    }
  }
  return ledger.duties;
}

/** Whether a duty was not done in time: also one that was done, or stopped to be owed, too late. */
export function isMissed({ dueAt, doneAt, endedAt }: Duty, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(doneAt ?? endedAt ?? now, dueAt) > 0;
}

/** Missed duties that nobody has been told of: each is told once, whatever becomes of it. */
export function dutiesToEscalate(duties: readonly Duty[], events: readonly RiskEvent[], now: Temporal.Instant): Duty[] {
  const told = new Set(events.flatMap((event) => (event.kind === 'escalated' ? [event.duty] : [])));
  return duties.filter((duty) => isMissed(duty, now) && !told.has(duty.key));
}

const isOwed = (duty: Duty) => duty.doneAt === null && duty.endedAt === null;

/** Where the person stands: what is owed first. */
export function phaseOf(events: readonly RiskEvent[], duties: readonly Duty[]): Phase {
  if (events.at(-1)?.kind === 'closed' || events.some(({ kind }) => kind === 'closed')) return 'closed';
  const owes = (kind: DutyKind) => duties.some((duty) => duty.kind === kind && isOwed(duty));
  if (owes('formulation')) return 'formulation';
  if (owes('missed-visit')) return 'missed-visit';
  return owes('safety-plan') ? 'safety-plan' : 'contact';
}

const obstacle = (code: string, says: string, at?: string): Obstacle => ({ code, says, ...(at === undefined ? {} : { at }) });

/** What is still owed before anybody may leave. */
function unmet(events: readonly RiskEvent[], duties: readonly Duty[]): Obstacle[] {
  const owes = (kind: DutyKind) => duties.some((duty) => duty.kind === kind && isOwed(duty));
  const found: Obstacle[] = [];
  if (owes('formulation')) found.push(obstacle('risk.not-formulated', 'Write the formulation first: what you found, the level of risk, and what follows.'));
  if (!events.some(isPlan) || owes('safety-plan')) found.push(obstacle('risk.no-plan', 'Write the safety plan with the person first, or say why there is none.'));
  if (owes('missed-visit')) found.push(obstacle('risk.missed-visit', 'A visit was missed and nobody has followed up yet. Record the contact first.'));
  return found;
}

/** What stands between a person and leaving the pathway. A positive answer cannot be dismissed: somebody formulates, plans, follows up, and says why it ends. */
export function obstaclesToClosing(events: readonly RiskEvent[], duties: readonly Duty[], exit: { readonly kind: ExitKind; readonly reason: string }): Obstacle[] {
  const found = exit.kind === 'died' ? [] : unmet(events, duties);
  const level = levelOf(events);
  if ((exit.kind === 'risk-resolved' || exit.kind === 'not-at-risk') && (level === 'high' || level === 'imminent'))
    found.push(obstacle('risk.level-still-high', 'The last formulation says the risk is high. Formulate anew before you end the pathway.'));
  if (exit.reason.trim().length < 10) found.push(obstacle('risk.no-reason', 'Write why the pathway ends, in a sentence.', 'reason'));
  return found;
}

/** What stands against an event on a case that has ended. */
export function obstaclesToGoingOn(events: readonly RiskEvent[]): Obstacle[] {
  return events.some(({ kind }) => kind === 'closed') ? [obstacle('risk.closed', 'This pathway has ended. A new sign of risk opens a new one.')] : [];
}

const parts = [
  ['warningSigns', 'the warning signs'],
  ['byMyself', 'what I can do by myself'],
  ['peopleAndPlaces', 'people and places'],
  ['peopleToAsk', 'people to ask for help'],
  ['professionals', 'professionals and crisis lines'],
  ['safeSurroundings', 'making my surroundings safer'],
] as const;

/** What a safety plan still lacks: each of its first six parts has an entry, or the person declined it. */
export function obstaclesToPlan(plan: SafetyPlan): Obstacle[] {
  return parts
    .filter(([part]) => plan[part].length === 0 && !plan.declined.includes(part))
    .map(([part, name]) => obstacle('risk.plan-part-empty', `Write something for ${name}, or mark that the person declined.`, part));
}
