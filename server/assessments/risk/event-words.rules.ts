import type { RiskEvent } from './pathway.ts';

const exits = {
  'risk-resolved': 'the risk has resolved',
  'not-at-risk': 'not at risk after assessment',
  transferred: 'transferred to another level of care',
  discharged: 'discharged',
  died: 'died',
} as const;

const outcomes = { reached: 'Contact', 'welfare-check': 'Welfare check asked for', 'not-reached': 'Tried to reach the person' } as const;

type Contact = RiskEvent & { readonly kind: 'contact' };
type Written = RiskEvent & { readonly kind: 'plan-written' };

const contactWords = ({ outcome, channel, note }: Contact) => `${outcomes[outcome]} (${channel}): ${note}`;
const planWords = ({ plan }: Written) => `Safety plan written${plan.isWrittenTogether ? ' together with the person' : ''}${plan.isCopyGiven ? '; copy given' : ''}`;
const escalationWords = (duty: string) => `Told others: ${duty.split(':')[0]?.replaceAll('-', ' ')} was missed`;

/** What happened, as one line of the story. */
export function eventWords(event: RiskEvent): string {
  switch (event.kind) {
    case 'opened':
      return `Opened, ${event.level}: ${event.says}`;
    case 'screened-again':
      return `Another sign of risk, ${event.level}: ${event.says}`;
    case 'formulated':
      return `Formulated as ${event.level} risk. ${event.disposition}`;
    case 'plan-written':
      return planWords(event);
    case 'plan-not-possible':
      return `No safety plan: ${event.reason}`;
    case 'contact':
      return contactWords(event);
    case 'visit-missed':
      return 'A visit was missed';
    case 'visit-kept':
      return 'A visit was kept';
    case 'escalated':
      return escalationWords(event.duty);
    case 'closed':
      return `Ended, ${exits[event.exit]}: ${event.reason}`;
  }
}
