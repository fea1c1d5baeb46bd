import type { RiskCaseReply } from '#server/assessments/risk/risk.contract.ts';

type Duty = RiskCaseReply['duties'][number];

export const dutyWords: Readonly<Record<Duty['kind'], string>> = {
  'on-call-contact': 'On-call contact',
  formulation: 'Formulation',
  'safety-plan': 'Safety plan',
  contact: 'Contact between visits',
  'missed-visit': 'Follow up on the missed visit',
};

export const levelWords = { low: 'Low risk', moderate: 'Moderate risk', high: 'High risk', imminent: 'Imminent risk' } as const;

export const steps = [
  { phase: 'formulation', label: 'Formulate' },
  { phase: 'safety-plan', label: 'Plan safety' },
  { phase: 'contact', label: 'Keep contact' },
  { phase: 'closed', label: 'Ended' },
] as const;

/** Which step of the way a phase belongs to: a missed visit interrupts keeping contact. */
export function stepOf(phase: RiskCaseReply['phase']): number {
  return steps.findIndex((step) => step.phase === (phase === 'missed-visit' ? 'contact' : phase));
}

function length(minutes: number): string {
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  return `${Math.floor(minutes / (24 * 60))} days`;
}

/** How long a duty still has, or how late it is. `now` in milliseconds since 1970. */
export function clockWords(dueAt: string, now: number): string {
  const minutes = Math.round((Date.parse(dueAt) - now) / 60_000);
  return minutes < 0 ? `late by ${length(-minutes)}` : `due in ${length(minutes)}`;
}

/** What is owed now, what is due first at the top. */
export function owed(duties: readonly Duty[]): readonly Duty[] {
  return duties.filter(({ doneAt, endedAt }) => doneAt === null && endedAt === null).toSorted((left, right) => Date.parse(left.dueAt) - Date.parse(right.dueAt));
}
