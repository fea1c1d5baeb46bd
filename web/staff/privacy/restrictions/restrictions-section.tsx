import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { RestrictionList, type RestrictionLine } from '#server/privacy/restrictions/restrictions.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { Dialog } from '../../../ui/form/dialog.tsx';
import { day, moment } from '../../../ui/format/words.ts';
import { Empty, Failed, Waiting } from '../../../ui/states/states.tsx';
import { Panel } from '../../../ui/table/panel.tsx';
import { useMay } from '../../identity/session.ts';
import { AnswerForm } from './answer-form.tsx';
import { AskForm } from './ask-form.tsx';
import { EndForm } from './end-form.tsx';
import { inOneSentence, restrictionKinds } from './restriction-words.ts';

type Doing = { readonly what: 'ask' } | { readonly what: 'answer' | 'end'; readonly restriction: RestrictionLine };

const tone = { asked: 'orange', agreed: 'teal', refused: 'gray', ended: 'gray' } as const;
const stateWords = { asked: 'waits for an answer', agreed: 'in force', refused: 'refused', ended: 'over' } as const;
const titles = { ask: 'New restriction', answer: 'Answer', end: 'End the restriction' } as const;

function stoodSince(line: RestrictionLine): string {
  if (line.endedAt) return `ended by the ${line.endedBy ?? ''}, ${moment(line.endedAt)}`;
  return line.paidOn ? `paid in full ${day(line.paidOn)}` : `asked ${moment(line.askedAt)}`;
}

function Line({ line, onDo }: { readonly line: RestrictionLine; readonly onDo: (doing: Doing) => void }) {
  const may = useMay();
  const isOpen = line.state === 'asked' || line.state === 'agreed';
  return (
    <Panel
      title={restrictionKinds.find(({ value }) => value === line.kind)?.label ?? line.kind}
      actions={
        may('consent.write') &&
        isOpen && (
          <Group gap={6}>
            {line.state === 'asked' && (
              <Button size="compact-xs" variant="light" onClick={() => onDo({ what: 'answer', restriction: line })}>
                Answer
              </Button>
            )}
            <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onDo({ what: 'end', restriction: line })}>
              End it
            </Button>
          </Group>
        )
      }
    >
      <Stack gap={4}>
        <Group gap={6}>
          <Badge size="sm" variant="light" color={tone[line.state]}>
            {stateWords[line.state]}
          </Badge>
          <Text size="xs" c="dimmed">
            {stoodSince(line)}
          </Text>
        </Group>
        <Text size="sm">{inOneSentence(line)}</Text>
        <Text size="sm" c="dimmed">
          “{line.words}”
        </Text>
        {line.reason && <Text size="sm">Our answer: {line.reason}</Text>}
      </Stack>
    </Panel>
  );
}

/** What this person asked us not to use or tell, with our answers (45 CFR 164.522(a); 42 CFR 2.26). */
export function RestrictionsSection({ patientId }: { readonly patientId: string }) {
  const may = useMay();
  const queries = useQueryClient();
  const [doing, setDoing] = useState<Doing | null>(null);
  const list = useQuery({ queryKey: ['patient', patientId, 'restrictions'], queryFn: () => api.get(`/patients/${patientId}/restrictions`, RestrictionList) });
  const close = () => {
    setDoing(null);
    void queries.invalidateQueries({ queryKey: ['patient', patientId, 'restrictions'] });
  };
  return (
    <Stack gap="md" component="section" aria-label="Restrictions">
      <Group justify="space-between">
        <Title order={2} size="h4">
          Restrictions
        </Title>
        {may('consent.write') && (
          <Button variant="light" onClick={() => setDoing({ what: 'ask' })}>
            New restriction
          </Button>
        )}
      </Group>
      {list.isPending && <Waiting />}
      {list.isError && <Failed error={list.error} retry={() => void list.refetch()} />}
      {list.data?.items.length === 0 && <Empty>The patient asked for no restriction.</Empty>}
      {list.data?.items.map((line) => (
        <Line key={line.id} line={line} onDo={setDoing} />
      ))}
      <Dialog title={titles[doing?.what ?? 'ask']} opened={doing !== null} onClose={close} wide={doing?.what === 'ask'}>
        {doing?.what === 'ask' && <AskForm patientId={patientId} onDone={close} />}
        {doing?.what === 'answer' && <AnswerForm restriction={doing.restriction} onDone={close} />}
        {doing?.what === 'end' && <EndForm restriction={doing.restriction} onDone={close} />}
      </Dialog>
    </Stack>
  );
}
