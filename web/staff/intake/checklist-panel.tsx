import { Anchor, Badge, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Checklist } from '#server/intake/checklists/checklists.contract.ts';
import { api } from '../../ui/api/api.ts';
import { tellProblem } from '../../ui/form/tell.ts';
import { placeOf } from '../../ui/format/address.ts';
import { day } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useMay } from '../identity/session.ts';
import { intakeQueries, useIntakeAct } from './intake-queries.ts';

type Point = Checklist['items'][number];

const stateWords = { done: 'done', missing: 'missing', overdue: 'overdue', hidden: 'seen by others' } as const;
const stateColors = { done: 'tide', missing: 'gray', overdue: 'orange', hidden: 'gray' } as const;

/** What is said under a point: when it came and where it is seen, who ticked it, or by when it is wanted. */
function Standing({ point }: { readonly point: Point }) {
  const { state, dueOn, doneOn, doneBy, isFound, note, opens } = point;
  const words = state === 'done' ? [doneOn && day(doneOn), isFound && 'found in the record', doneBy && `ticked by ${doneBy}`, note] : [dueOn && `by ${day(dueOn)}`];
  return (
    <Text size="xs" c="dimmed">
      {words.filter(Boolean).join(', ')}
      {opens && (
        <>
          {words.some(Boolean) && ' · '}
          <Anchor component={Link} {...placeOf(opens)} size="xs" underline="always" aria-label={`Open: ${point.says}`}>
            {isFound ? 'Open' : 'Go there'}
          </Anchor>
        </>
      )}
    </Text>
  );
}

/** Where the record does not show it though it could: on paper, with whom, or why it is not needed. */
function SayWhere({ says, onSave, onCancel }: { readonly says: string; readonly onSave: (note: string) => void; readonly onCancel: () => void }) {
  const [note, setNote] = useState('');
  return (
    <Stack gap={6} mt={4}>
      <TextInput
        size="xs"
        label="Where is it, or why is it not needed?"
        description="The record shows this by itself once it is there."
        aria-label={`Where is it: ${says}`}
        value={note}
        maxLength={300}
        data-autofocus
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Group gap={6}>
        <Button size="compact-xs" disabled={note.trim() === ''} onClick={() => onSave(note.trim())}>
          Save
        </Button>
        <Button size="compact-xs" variant="subtle" onClick={onCancel}>
          Cancel
        </Button>
      </Group>
    </Stack>
  );
}

function PointRow({ point, onTick }: { readonly point: Point; readonly onTick?: ((done: boolean, note?: string) => void) | undefined }) {
  const { says, state, isFound, byHand } = point;
  const [isSaying, setSaying] = useState(false);
  return (
    <Group justify="space-between" wrap="nowrap" align="start">
      <div>
        <Text size="sm">{says}</Text>
        <Standing point={point} />
        {isSaying && (
          <SayWhere
            says={says}
            onCancel={() => setSaying(false)}
            onSave={(note) => {
              setSaying(false);
              onTick?.(true, note);
            }}
          />
        )}
      </div>
      <Group gap={6} wrap="nowrap" flex="none">
        {onTick && state !== 'done' && !isSaying && (
          <Button size="compact-xs" variant="subtle" aria-label={`Done: ${says}`} onClick={() => (byHand ? onTick(true) : setSaying(true))}>
            Done
          </Button>
        )}
        {onTick && state === 'done' && !isFound && (
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
  const ticking = useIntakeAct(({ code, ...said }: { code: string; done: boolean; note: string }) =>
    api.put(`/episodes/${episodeId}/checklist/${code}`, undefined, said),
  );
  const tick =
    (code: string) =>
    (done: boolean, note = '') =>
      ticking.mutate({ code, done, note }, { onError: tellProblem });
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
