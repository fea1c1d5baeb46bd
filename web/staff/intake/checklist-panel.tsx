import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Checklist } from '#server/intake/checklists/checklists.contract.ts';
import { api } from '../../ui/api/api.ts';
import { tellProblem } from '../../ui/form/tell.ts';
import { day } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useMay } from '../identity/session.ts';
import { intakeQueries, useIntakeAct } from './intake-queries.ts';

type Point = Checklist['items'][number];

const stateWords = { done: 'done', missing: 'missing', overdue: 'overdue', hidden: 'seen by others' } as const;
const stateColors = { done: 'tide', missing: 'gray', overdue: 'orange', hidden: 'gray' } as const;

function PointRow({ point, onTick }: { readonly point: Point; readonly onTick?: ((done: boolean) => void) | undefined }) {
  const { says, state, dueOn, doneOn, doneBy, note } = point;
  return (
    <Group justify="space-between" wrap="nowrap" align="start">
      <div>
        <Text size="sm">{says}</Text>
        <Text size="xs" c="dimmed">
          {state === 'done' ? [doneOn && day(doneOn), doneBy, note].filter(Boolean).join(', ') : dueOn && `by ${day(dueOn)}`}
        </Text>
      </div>
      <Group gap={6} wrap="nowrap" flex="none">
        {onTick && state !== 'done' && (
          <Button size="compact-xs" variant="subtle" aria-label={`Done: ${says}`} onClick={() => onTick(true)}>
            Done
          </Button>
        )}
        {onTick && state === 'done' && doneBy && (
          <Button size="compact-xs" variant="subtle" aria-label={`Not done: ${says}`} onClick={() => onTick(false)}>
            Not done
          </Button>
        )}
        <Badge size="sm" variant="light" color={stateColors[state]}>
          {stateWords[state]}
        </Badge>
      </Group>
    </Group>
  );
}

/** What an admission asks for: before it and after it, found in the record or ticked by hand. Nothing here keeps anybody from being admitted. */
export function ChecklistPanel({ episodeId, only }: { readonly episodeId: string; readonly only?: 'before' }) {
  const may = useMay();
  const checklist = useQuery(intakeQueries.checklist(episodeId));
  const ticking = useIntakeAct(({ code, done }: { code: string; done: boolean }) => api.put(`/episodes/${episodeId}/checklist/${code}`, undefined, { done }));
  const tick = (code: string) => (done: boolean) => ticking.mutate({ code, done }, { onError: tellProblem });
  return (
    <Loaded query={checklist}>
      {({ items, source }) => (
        <Stack gap="sm">
          {(only ? [only] : (['before', 'after'] as const)).map((when) => (
            <section key={when} aria-label={when === 'before' ? 'Before the admission' : 'After the admission'}>
              <Text size="xs" fw={600} c="dimmed" mb={4}>
                {when === 'before' ? 'Before the admission' : 'After the admission'}
              </Text>
              <Stack gap={6}>
                {items
                  .filter((point) => point.when === when)
                  .map((point) => (
                    <PointRow key={point.code} point={point} onTick={may('intake.write') ? tick(point.code) : undefined} />
                  ))}
              </Stack>
            </section>
          ))}
          {!only && (
            <Text size="xs" c="dimmed">
              {source}
            </Text>
          )}
        </Stack>
      )}
    </Loaded>
  );
}
