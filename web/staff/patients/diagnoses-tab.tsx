import { Badge, Button, Group, Stack, Tabs, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DiagnosisHistory, DiagnosisList, type DiagnosisReply } from '#server/charting/diagnoses/diagnoses.contract.ts';
import { api } from '../../ui/api/api.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { day, moment } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay } from '../identity/session.ts';
import { WhyNotMore } from '../privacy/break-glass/why-not.tsx';
import { AddDiagnosisForm, ChangeDiagnosisForm, DiagnosisErrorForm } from './diagnosis-forms.tsx';
import { changesSince } from './diagnosis-history.ts';

const columns: readonly Column<DiagnosisReply>[] = [
  {
    label: 'Diagnosis',
    cell: ({ clinicianLabel, description, specifiers }) => (
      <>
        {clinicianLabel || description}
        {specifiers.length > 0 && <Text size="xs">{specifiers.join(', ')}</Text>}
      </>
    ),
  },
  { label: 'ICD-10-CM', cell: ({ code }) => code },
  {
    label: 'Standing',
    cell: ({ isPrincipal, certainty, resolved, codeSays }) => (
      <Group gap={4}>
        {isPrincipal && <Badge size="sm">principal</Badge>}
        {certainty !== 'confirmed' && (
          <Badge size="sm" variant="light" color="orange">
            {certainty === 'rule-out' ? 'to rule out' : certainty}
          </Badge>
        )}
        {codeSays && (
          <Badge size="sm" variant="light" color="red" title={codeSays}>
            code not in use
          </Badge>
        )}
        {resolved && (
          <Badge size="sm" variant="light" color="gray">
            resolved {day(resolved)}
          </Badge>
        )}
      </Group>
    ),
  },
  { label: 'Since', cell: ({ onset }) => (onset ? day(onset) : '') },
  { label: 'Program', cell: ({ programName }) => programName },
  { label: 'Noted', cell: ({ notedAt, notedBy }) => `${day(notedAt)}, ${notedBy}`, wide: true },
];

function History({ diagnosis }: { readonly diagnosis: DiagnosisReply }) {
  const { patientId, id } = diagnosis;
  const history = useQuery({
    queryKey: ['patient', patientId, 'diagnoses', id, 'history'],
    queryFn: () => api.get(`/patients/${patientId}/diagnoses/${id}/history`, DiagnosisHistory),
  });
  return (
    <Loaded query={history}>
      {({ items }) => (
        <Stack gap="sm" component="ol" m={0} pl="md">
          {items.map((version, place) => (
            <li key={version.version}>
              <Text size="sm">{changesSince(version, items[place + 1]).join('; ') || 'No change in what is said'}</Text>
              <Text size="xs" c="dimmed">
                {moment(version.changedAt)}, {version.changedBy}
                {version.reason && `: ${version.reason}`}
              </Text>
            </li>
          ))}
        </Stack>
      )}
    </Loaded>
  );
}

function OneDiagnosis({ diagnosis, onDone }: { readonly diagnosis: DiagnosisReply; readonly onDone: () => void }) {
  const mayWrite = useMay()('diagnosis.write');
  return (
    <Tabs defaultValue={mayWrite ? 'change' : 'history'} keepMounted={false}>
      <Tabs.List mb="md">
        {mayWrite && <Tabs.Tab value="change">Change</Tabs.Tab>}
        {mayWrite && <Tabs.Tab value="error">Entered in error</Tabs.Tab>}
        <Tabs.Tab value="history">History</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="change">
        <ChangeDiagnosisForm diagnosis={diagnosis} onDone={onDone} />
      </Tabs.Panel>
      <Tabs.Panel value="error">
        <DiagnosisErrorForm diagnosis={diagnosis} onDone={onDone} />
      </Tabs.Panel>
      <Tabs.Panel value="history">
        <History diagnosis={diagnosis} />
      </Tabs.Panel>
    </Tabs>
  );
}

/** The problem list over all programs, in its order, with what is over below. */
export function DiagnosesTab({ patientId }: { readonly patientId: string }) {
  const may = useMay();
  const list = useQuery({
    queryKey: ['patient', patientId, 'diagnoses', 'with'],
    queryFn: () => api.get(`/patients/${patientId}/diagnoses`, DiagnosisList, { resolved: 'with' }),
  });
  const [doing, setDoing] = useState<DiagnosisReply | 'add' | null>(null);
  const close = () => setDoing(null);
  const mayWrite = may('diagnosis.write');
  return (
    <Panel
      title="Diagnoses"
      says="Of all programs whose records you may see, the principal ones first. Open one for its history."
      flush
      actions={
        mayWrite && (
          <Button size="compact-sm" onClick={() => setDoing('add')}>
            Add a diagnosis
          </Button>
        )
      }
    >
      <Loaded query={list} empty="No diagnosis yet. One is needed before a note can be billed.">
        {({ items }) => (
          <Lines label="Diagnoses" rows={items} columns={columns} keyOf={({ id }) => id} tone={({ resolved }) => (resolved ? 'past' : undefined)} onOpen={setDoing} />
        )}
      </Loaded>
      <WhyNotMore patientId={patientId} />
      <Dialog title="Add a diagnosis" opened={doing === 'add'} onClose={close}>
        <AddDiagnosisForm patientId={patientId} onDone={close} />
      </Dialog>
      <Dialog title={doing && doing !== 'add' ? `${doing.code} ${doing.description}` : ''} opened={doing !== null && doing !== 'add'} onClose={close}>
        {doing && doing !== 'add' && <OneDiagnosis diagnosis={doing} onDone={close} />}
      </Dialog>
    </Panel>
  );
}
