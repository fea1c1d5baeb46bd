import { Button, Text } from '@mantine/core';
import type { RiskCaseReply } from '#server/assessments/risk/risk.contract.ts';
import { moment } from '../../../ui/format/words.ts';
import classes from './risk-panel.module.css';
import { partLines, planParts } from './safety-plan.ts';

const firearms = { access: 'Firearms within reach: yes', 'no-access': 'Firearms within reach: no', declined: 'Firearms: did not want to say' } as const;

/** The safety plan as it stands, to be read and printed. */
export function PlanView({ plan }: { readonly plan: NonNullable<RiskCaseReply['plan']> }) {
  return (
    <details className={classes.plan} open>
      <summary>
        Safety plan of {moment(plan.at)}
        {plan.content.isCopyGiven ? ', copy given' : ', no copy given yet'}
      </summary>
      <dl>
        {planParts.map(([part, label]) => (
          <div key={part}>
            <dt>{label}</dt>
            {partLines(plan.content, part).map((line) => (
              <dd key={line}>{line}</dd>
            ))}
            {partLines(plan.content, part).length === 0 && <dd>{plan.content.declined.includes(part) ? 'Declined' : '–'}</dd>}
          </div>
        ))}
      </dl>
      <Text size="sm">{firearms[plan.content.firearms]}</Text>
      <Button size="compact-xs" variant="subtle" onClick={() => window.print()}>
        Print
      </Button>
    </details>
  );
}

/** What happened on the pathway, the newest first. */
export function Story({ riskCase }: { readonly riskCase: RiskCaseReply }) {
  return (
    <ol className={classes.story} aria-label="What happened" reversed>
      {riskCase.events.toReversed().map(({ id, at, byName, says }) => (
        <li key={id}>
          <Text size="sm">{says}</Text>
          <Text size="xs" c="dimmed">
            {moment(at)}
            {byName ? `, ${byName}` : ''}
          </Text>
        </li>
      ))}
    </ol>
  );
}
