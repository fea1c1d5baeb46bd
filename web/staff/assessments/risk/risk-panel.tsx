import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RiskCaseReply } from '#server/assessments/risk/risk.contract.ts';
import { Dialog } from '../../../ui/form/dialog.tsx';
import { moment } from '../../../ui/format/words.ts';
import { useNow } from '../../../ui/format/use-now.ts';
import { Failed, Waiting } from '../../../ui/states/states.tsx';
import { Panel } from '../../../ui/table/panel.tsx';
import { useMay } from '../../identity/session.ts';
import { assessmentQueries } from '../assessment-queries.ts';
import { CloseForm } from './close-form.tsx';
import { ContactForm } from './contact-form.tsx';
import { FormulationForm } from './formulation-form.tsx';
import { OpenForm } from './open-form.tsx';
import { PlanForm } from './plan-form.tsx';
import classes from './risk-panel.module.css';
import { clockWords, dutyWords, levelWords, owed, stepOf, steps } from './risk-words.ts';
import { PlanView, Story } from './risk-story.tsx';

const forms = {
  formulate: { title: 'Formulate the risk', Form: FormulationForm, phase: 'formulation' },
  plan: { title: 'Write the safety plan together', Form: PlanForm, phase: 'safety-plan' },
  contact: { title: 'Record a contact', Form: ContactForm, phase: 'missed-visit' },
  close: { title: 'End the pathway', Form: CloseForm, phase: 'closed' },
} as const;
type Doing = keyof typeof forms;

function Way({ phase }: Pick<RiskCaseReply, 'phase'>) {
  const here = stepOf(phase);
  return (
    <ol className={classes.way} aria-label="The way through the pathway">
      {steps.map(({ label }, place) => (
        <li key={label} data-done={place < here || undefined} aria-current={place === here ? 'step' : undefined}>
          {label}
        </li>
      ))}
    </ol>
  );
}

function Clocks({ duties }: Pick<RiskCaseReply, 'duties'>) {
  const now = useNow();
  return (
    <ul className={classes.clocks} aria-label="What is owed">
      {owed(duties).map(({ key, kind, dueAt }) => (
        <li key={key} data-late={Date.parse(dueAt) < now || undefined}>
          <strong>{dutyWords[kind]}</strong> <span>{clockWords(dueAt, now)}</span> <small>by {moment(dueAt)}</small>
        </li>
      ))}
    </ul>
  );
}

function OpenCase({ riskCase, patientId }: { readonly riskCase: RiskCaseReply; readonly patientId: string }) {
  const mayWrite = useMay()('assessment.write');
  const [doing, setDoing] = useState<Doing | null>(null);
  const { phase, level, duties, plan, programName, ownerName, openedAt } = riskCase;
  const current = doing && forms[doing];
  const done = () => setDoing(null);
  return (
    <section className={classes.risk}>
      <Panel
        title="Suicide-risk pathway"
        says={`${programName}, open since ${moment(openedAt)}${ownerName ? `, in the hands of ${ownerName}` : ''}`}
        actions={
          <Badge style={{ flex: 'none' }} color={level === null || level === 'low' ? 'gray' : 'red'} variant="light">
            {level === null ? 'Not formulated yet' : levelWords[level]}
          </Badge>
        }
      >
        <Stack gap="md">
          <Way phase={phase} />
          <Clocks duties={duties} />
          {mayWrite && (
            <Group gap="xs">
              {Object.entries(forms).map(([name, { title, phase: asks }]) => (
                <Button
                  key={name}
                  variant={asks === phase || (phase === 'contact' && name === 'contact') ? 'filled' : name === 'close' ? 'subtle' : 'light'}
                  color={name === 'close' ? 'gray' : undefined}
                  onClick={() => setDoing(name as Doing)}
                >
                  {title}
                </Button>
              ))}
            </Group>
          )}
          {plan && <PlanView plan={plan} />}
          <Story riskCase={riskCase} />
        </Stack>
      </Panel>
      <Dialog title={current?.title ?? ''} opened={current !== null} onClose={done} wide={doing === 'plan' || doing === 'formulate'}>
        {current && <current.Form riskCase={riskCase} patientId={patientId} onDone={done} />}
      </Dialog>
    </section>
  );
}

function NoOpenCase({ ended, patientId }: { readonly ended: readonly RiskCaseReply[]; readonly patientId: string }) {
  const mayWrite = useMay()('assessment.write');
  const [isOpening, setOpening] = useState(false);
  if (ended.length === 0 && !mayWrite) return null;
  return (
    <Panel
      title="Suicide-risk pathway"
      says={ended.length === 0 ? 'Never on the pathway. A positive answer opens it by itself.' : 'Not on the pathway now.'}
      actions={
        mayWrite && (
          <Button size="compact-sm" variant="light" onClick={() => setOpening(true)}>
            Open the pathway
          </Button>
        )
      }
    >
      <Stack gap="md">
        {ended.map((riskCase) => (
          <div key={riskCase.id}>
            <Text size="sm" fw={600}>
              {moment(riskCase.openedAt)} to {riskCase.closedAt ? moment(riskCase.closedAt) : ''}, {riskCase.programName}
            </Text>
            <Story riskCase={riskCase} />
          </div>
        ))}
      </Stack>
      <Dialog title="Open the suicide-risk pathway" opened={isOpening} onClose={() => setOpening(false)}>
        <OpenForm patientId={patientId} onDone={() => setOpening(false)} />
      </Dialog>
    </Panel>
  );
}

/** Where somebody stands on the suicide-risk pathway: what is owed and by when, the plan, the story; and the one way out. */
export function RiskPanel({ patientId }: { readonly patientId: string }) {
  const risk = useQuery(assessmentQueries.risk(patientId));
  if (risk.isError) return <Failed error={risk.error} retry={() => void risk.refetch()} />;
  if (!risk.data) return <Waiting />;
  const open = risk.data.items.filter(({ closedAt }) => closedAt === null);
  const ended = risk.data.items.filter(({ closedAt }) => closedAt !== null);
  return (
    <>
      {open.map((riskCase) => (
        <OpenCase key={riskCase.id} riskCase={riskCase} patientId={patientId} />
      ))}
      {open.length === 0 && <NoOpenCase ended={ended} patientId={patientId} />}
    </>
  );
}
