import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { StartedReply, type HistoryReply } from '#server/assessments/administrations/administrations.contract.ts';
import { api } from '../../ui/api/api.ts';
import { tellProblem } from '../../ui/form/tell.ts';
import { Empty } from '../../ui/states/states.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay, useMe } from '../identity/session.ts';
import { dueWords } from './assessment-words.ts';

interface DuePanelProps {
  readonly patientId: string;
  readonly due: HistoryReply['due'];
  readonly onAsk: (instrumentCode: string) => void;
  readonly actions: ReactNode;
}

/** What the programs of this person ask for: one click to ask it here, one more to send it. */
export function DuePanel({ patientId, due, onAsk, actions }: DuePanelProps) {
  const mayAsk = useMay()('assessment.write');
  const { programIds } = useMe();
  const navigate = useNavigate();
  const starting = useMutation({
    mutationFn: ({ programId, instrumentCode, bySelf }: HistoryReply['due'][number]) =>
      api.post(`/patients/${patientId}/assessments`, StartedReply, { programId, instrumentCode, mode: 'staff', answeredBy: bySelf ? 'patient' : 'clinician' }),
    onSuccess: ({ id }) => navigate({ to: `/assessments/${id}` }),
    onError: tellProblem,
  });
  return (
    <Panel title="To ask" actions={actions}>
      {due.length === 0 && <Empty>Nothing is due: no program of this person asks for an instrument now.</Empty>}
      <Stack gap={8}>
        {due.map((each) => (
          <Group key={each.instrumentCode} justify="space-between" gap="xs">
            <Group gap="xs">
              <Text size="sm" fw={600} c={each.state === 'later' ? 'dimmed' : undefined}>
                {each.abbreviation}
              </Text>
              {each.state !== 'later' && (
                <Badge variant="light" color={each.state === 'overdue' ? 'orange' : 'tide'}>
                  {each.state === 'overdue' ? 'Overdue' : 'Due'}
                </Badge>
              )}
              <Text size="xs" c="dimmed">
                {dueWords(each)}
              </Text>
            </Group>
            {mayAsk && each.state !== 'later' && programIds.includes(each.programId) && (
              <Group gap={6}>
                <Button
                  size="compact-sm"
                  variant="light"
                  loading={starting.isPending}
                  onClick={() => starting.mutate(each)}
                  aria-label={`Ask here: ${each.abbreviation}`}
                >
                  Ask here
                </Button>
                {each.bySelf && (
                  <Button size="compact-sm" variant="default" onClick={() => onAsk(each.instrumentCode)} aria-label={`Send or hand over: ${each.abbreviation}`}>
                    Send or hand over
                  </Button>
                )}
              </Group>
            )}
          </Group>
        ))}
      </Stack>
    </Panel>
  );
}
