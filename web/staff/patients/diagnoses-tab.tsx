import { Badge, Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DiagnosisList, type DiagnosisReply } from '#server/charting/diagnoses/diagnoses.contract.ts';
import { api } from '../../ui/api/api.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { day } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay } from '../identity/session.ts';
import { WhyNotMore } from '../privacy/break-glass/why-not.tsx';
import { AddDiagnosisForm, ResolveDiagnosisForm } from './diagnosis-forms.tsx';

const columns: readonly Column<DiagnosisReply>[] = [
  { label: 'Diagnosis', cell: ({ clinicianLabel, description }) => clinicianLabel || description },
  { label: 'ICD-10-CM', cell: ({ code }) => code },
  {
    label: 'Standing',
    cell: ({ isPrincipal, certainty, resolved }) => (
      <Group gap={4}>
        {isPrincipal && <Badge size="sm">principal</Badge>}
        {certainty !== 'confirmed' && (
          <Badge size="sm" variant="light" color="orange">
            {certainty}
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
  { label: 'Noted', cell: ({ notedAt, notedBy }) => `${day(notedAt)}, ${notedBy}`, wide: true },
];

/** The problem list in its order, with what is over below. */
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
      says={mayWrite ? 'The first one is principal. Open one to resolve or correct it.' : undefined}
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
          <Lines
            label="Diagnoses"
            rows={items}
            columns={columns}
            keyOf={({ id }) => id}
            tone={({ resolved }) => (resolved ? 'past' : undefined)}
            {...(mayWrite ? { onOpen: setDoing } : {})}
          />
        )}
      </Loaded>
      <WhyNotMore patientId={patientId} />
      <Dialog title="Add a diagnosis" opened={doing === 'add'} onClose={close}>
        <AddDiagnosisForm patientId={patientId} onDone={close} />
      </Dialog>
      <Dialog title={doing && doing !== 'add' ? `${doing.code} ${doing.description}` : ''} opened={doing !== null && doing !== 'add'} onClose={close}>
        {doing && doing !== 'add' && <ResolveDiagnosisForm diagnosis={doing} onDone={close} />}
      </Dialog>
    </Panel>
  );
}
