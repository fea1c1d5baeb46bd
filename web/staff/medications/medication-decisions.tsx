import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { DecideStatement, ToReconcile } from '#server/medications/reconciliation/reconciliation.contract.ts';
import { api } from '../../ui/api/api.ts';
import { tellProblem } from '../../ui/form/tell.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay } from '../identity/session.ts';
import { useRefreshPatient } from '../patients/patient-queries.ts';
import { DecisionWords } from './decision-words.tsx';
import { medicationQueries } from './medication-queries.ts';

type Line = z.infer<typeof ToReconcile>['items'][number];
type Does = DecideStatement['does'];

const words: Readonly<Record<Does, string>> = { continue: 'Continue', change: 'Change', stop: 'Stop' };

function Medication({ patientId, toProgramId, line }: { readonly patientId: string; readonly toProgramId: string; readonly line: Line }) {
  const { statement, decision } = line;
  const may = useMay();
  const refresh = useRefreshPatient(patientId);
  const [asking, setAsking] = useState<'change' | 'stop' | null>(null);
  const deciding = useMutation({
    mutationFn: (said: { does: Does; dose?: string; reason?: string }) => api.put(`/medications/${statement.id}/decision`, undefined, { toProgramId, ...said }),
    onSuccess: () => {
      setAsking(null);
      void refresh();
    },
    onError: tellProblem,
  });
  const choose = (does: Does) => (does === 'continue' ? deciding.mutate({ does }) : setAsking(does));
  return (
    <Stack gap={4} component="section" aria-label={statement.name}>
      <Group justify="space-between" gap="xs">
        <Text size="sm">
          <Text span fw={600}>
            {statement.name}
          </Text>{' '}
          {statement.dose}
        </Text>
        <Button.Group>
          {(['continue', 'change', 'stop'] as const).map((does) => (
            <Button
              key={does}
              size="compact-xs"
              variant={decision?.does === does ? 'filled' : 'default'}
              aria-pressed={decision?.does === does}
              disabled={!may('medication.write')}
              loading={deciding.isPending && deciding.variables.does === does}
              onClick={() => choose(does)}
            >
              {words[does]}
            </Button>
          ))}
        </Button.Group>
      </Group>
      {decision && (
        <Text size="xs" c="dimmed">
          {[words[decision.does], decision.dose, decision.reason, decision.decidedBy].filter(Boolean).join(', ')}
        </Text>
      )}
      {asking && (
        <DecisionWords
          asking={asking}
          isPending={deciding.isPending}
          onSay={(text) => deciding.mutate({ does: asking, [asking === 'change' ? 'dose' : 'reason']: text })}
        />
      )}
    </Stack>
  );
}

interface MedicationDecisionsProps {
  readonly patientId: string;
  readonly fromProgramId: string;
  readonly toProgramId: string;
}

/** Each medicine on the way to a program: continued, changed or stopped. Nobody moves before all are decided. */
export function MedicationDecisions({ patientId, fromProgramId, toProgramId }: MedicationDecisionsProps) {
  const may = useMay();
  const lines = useQuery(medicationQueries.toReconcile(patientId, fromProgramId, toProgramId));
  if (lines.data?.items.length === 0) return null;
  return (
    <Panel title="Medications on the way" says={may('medication.write') ? 'Decide each one.' : 'A nurse or prescriber decides each one.'}>
      <Loaded query={lines}>
        {({ items }) => (
          <Stack gap="sm">
            {items.map((line) => (
              <Medication key={line.statement.id} patientId={patientId} toProgramId={toProgramId} line={line} />
            ))}
          </Stack>
        )}
      </Loaded>
    </Panel>
  );
}
