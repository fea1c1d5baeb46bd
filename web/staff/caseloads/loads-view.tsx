import { Button, Checkbox, Group, Progress, Stack, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Caseload } from '#server/caseloads/loads/loads.contract.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { day, moment } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Empty } from '../../ui/states/states.tsx';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { caseloadQueries } from './caseload-queries.ts';
import { HandOverForm } from './hand-over-form.tsx';
import classes from './loads.module.css';

type Person = Caseload['people'][number];

function Bar({ of, most, average }: { readonly of: Caseload; readonly most: number; readonly average: number }) {
  const isHeavy = average > 0 && of.load > average * 1.25;
  return (
    <div>
      <Progress value={most === 0 ? 0 : (100 * of.load) / most} color={isHeavy ? 'orange' : 'tide'} size="sm" aria-hidden />
      <Text size="xs" c="dimmed">
        load {of.load}
        {isHeavy ? ', above the others' : ''}
      </Text>
    </div>
  );
}

function People({ of, programId, others }: { readonly of: Caseload; readonly programId: string; readonly others: readonly Caseload[] }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isHandingOver, { open, close }] = useDisclosure();
  const led = of.people.filter(({ leads }) => leads);
  const picked = led.filter(({ patientId }) => chosen.has(patientId));
  const choose = (ids: readonly string[], isChosen: boolean) => setChosen(new Set(isChosen ? [...chosen, ...ids] : [...chosen].filter((id) => !ids.includes(id))));
  const columns: readonly Column<Person>[] = [
    { label: 'Patient', cell: ({ name }) => name },
    { label: 'Part', cell: ({ part, since }) => `${part.replaceAll('-', ' ')}, since ${day(since)}` },
    { label: 'Last four weeks', cell: ({ visits }) => `${visits} ${visits === 1 ? 'visit' : 'visits'}` },
    { label: 'Next', cell: ({ next }) => (next ? moment(next) : 'nothing booked') },
    { label: 'Acuity', cell: ({ atRisk }) => (atRisk ? 'suicide-risk pathway' : '') },
    ...(of.staffId === null
      ? []
      : [
          {
            label: 'Hand over',
            cell: ({ patientId, name, leads }: Person) =>
              leads && (
                <Checkbox aria-label={`Hand over: ${name}`} checked={chosen.has(patientId)} onChange={(event) => choose([patientId], event.currentTarget.checked)} />
              ),
          },
        ]),
  ];
  return (
    <Panel
      title={of.name}
      flush
      actions={
        of.staffId !== null && (
          <Group gap="xs">
            <Button
              size="compact-sm"
              variant="default"
              disabled={led.length === 0}
              onClick={() =>
                choose(
                  led.map(({ patientId }) => patientId),
                  picked.length < led.length,
                )
              }
            >
              {picked.length < led.length || led.length === 0 ? 'Choose all' : 'Choose none'}
            </Button>
            <Button size="compact-sm" disabled={picked.length === 0} onClick={open}>
              Hand over {picked.length > 0 ? picked.length : ''}
            </Button>
          </Group>
        )
      }
    >
      {of.people.length === 0 ? (
        <Empty>Looks after nobody in this program.</Empty>
      ) : (
        <Lines
          label={`People of ${of.name}`}
          rows={of.people}
          columns={columns}
          keyOf={({ patientId, part }) => `${patientId}${part}`}
          to={({ patientId }) => `/patients/${patientId}`}
          tone={({ atRisk }) => (atRisk ? 'attention' : undefined)}
        />
      )}
      <Dialog title={`From ${of.name} to a colleague`} opened={isHandingOver} onClose={close}>
        <HandOverForm
          programId={programId}
          from={of}
          people={picked}
          others={others}
          onDone={() => {
            setChosen(new Set());
            close();
          }}
        />
      </Dialog>
    </Panel>
  );
}

/** Who looks after how many in a program and how heavy it weighs; choosing somebody shows their people. */
export function LoadsView({ programId }: { readonly programId: string }) {
  const loads = useQuery(caseloadQueries.loads(programId));
  const [openId, setOpenId] = useState<string | null>('');
  return (
    <Loaded query={loads} empty="Nobody treats in this program yet. An administrator adds colleagues to it.">
      {({ items, average }) => {
        const most = Math.max(...items.map(({ load }) => load));
        const shown = items.find(({ staffId }) => staffId === openId) ?? items.toSorted((one, other) => other.load - one.load)[0];
        return (
          <Stack gap="md">
            <Panel title="Load" says={`People led, visits a week and risk, weighed so that colleagues compare. On average ${average}.`} flush>
              <ul className={classes.loads} aria-label="Caseloads">
                {items.map((of) => (
                  <li key={of.staffId ?? 'nobody'}>
                    <UnstyledButton className={classes.load} aria-pressed={of === shown} onClick={() => setOpenId(of.staffId)}>
                      <span className={classes.name}>
                        {of.name}
                        {of.credential ? `, ${of.credential}` : ''}
                      </span>
                      <span className={classes.counts}>
                        {of.patients} {of.patients === 1 ? 'person' : 'people'}
                        {of.staffId === null ? '' : `, ${of.visitsAWeek} visits a week`}
                        {of.atRisk > 0 ? `, ${of.atRisk} at risk` : ''}
                      </span>
                      {of.staffId === null ? <span /> : <Bar of={of} most={most} average={average} />}
                    </UnstyledButton>
                  </li>
                ))}
              </ul>
            </Panel>
            {shown && (
              <People
                key={`${programId}${shown.staffId ?? ''}`}
                of={shown}
                programId={programId}
                others={items.filter(({ staffId }) => staffId !== null && staffId !== shown.staffId)}
              />
            )}
          </Stack>
        );
      }}
    </Loaded>
  );
}
