import { Alert, Anchor, Button, Group, List, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Fit } from '#server/residence/residencies/residencies.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { Dialog } from '../../../ui/form/dialog.tsx';
import { DayField } from '../../../ui/form/fields.tsx';
import { Failed, Waiting } from '../../../ui/states/states.tsx';
import { useBoardAct } from '../residence-queries.ts';
import type { Proposal } from './board-words.ts';

const titles = { arrive: 'Arrival', move: 'Move', swap: 'Swap beds' } as const;

function effectsOf({ kind, carried, bed }: Proposal): string[] {
  const { name } = carried.person;
  if (carried.kind === 'expected')
    return [
      `${name} lives here from now on, in bed ${bed.name}.`,
      ...(carried.person.state === 'admitted' ? [] : [`${name} is admitted to the program today.`]),
      'Tonight counts as a patient-day.',
    ];
  const { transfer } = carried.person;
  if (kind === 'swap') return [`${name} and ${bed.occupant?.name ?? ''} change beds now.`, 'What is planned for either of them stays planned.'];
  return [
    `${name} has bed ${bed.name} from now on.`,
    ...(carried.person.bedId === null ? [] : ['The bed left behind is to be cleaned before the next has it.']),
    ...(transfer && transfer.toBedId !== bed.id ? [`The move planned to ${transfer.toBedName} stays planned.`] : []),
    'Tonight counts for the new bed.',
  ];
}

function decide({ kind, carried, bed }: Proposal, override: string): Promise<unknown> {
  const because = override.trim() === '' ? {} : { override: override.trim() };
  if (carried.kind === 'expected') return api.post('/residence/residencies', undefined, { episodeId: carried.person.episodeId, bedId: bed.id, ...because });
  const path = `/residence/residencies/${carried.person.residencyId}`;
  if (kind === 'swap') return api.post(`${path}/swap`, undefined, { withResidencyId: bed.occupant?.residencyId, ...because });
  return api.put(`${path}/bed`, undefined, { bedId: bed.id, ...because });
}

/** For later: a planned move for whoever lives here, a bed kept for whoever is expected. */
function Later({ proposal, onDone }: { readonly proposal: Proposal; readonly onDone: () => void }) {
  const { carried, bed } = proposal;
  const [on, setOn] = useState('');
  const [reason, setReason] = useState('');
  const planning = useBoardAct(
    () =>
      carried.kind === 'expected'
        ? api.put(`/residence/beds/${bed.id}/reservation`, undefined, { episodeId: carried.person.episodeId, expectedOn: on })
        : api.put(`/residence/residencies/${carried.person.residencyId}/transfer`, undefined, { bedId: bed.id, reason }),
    onDone,
  );
  return (
    <Stack gap="xs">
      {carried.kind === 'expected' ? (
        <DayField label="Expected on" value={on} onChange={(event) => setOn(event.currentTarget.value)} />
      ) : (
        <TextInput label="Why later" value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      )}
      {planning.isError && <Failed error={planning.error} />}
      <Group>
        <Button variant="default" loading={planning.isPending} disabled={carried.kind === 'expected' && on === ''} onClick={() => planning.mutate()}>
          {carried.kind === 'expected' ? 'Keep the bed until then' : 'Plan it for later'}
        </Button>
      </Group>
    </Stack>
  );
}

function Body({ proposal, onDone }: { readonly proposal: Proposal; readonly onDone: () => void }) {
  const { kind, carried, bed } = proposal;
  const [override, setOverride] = useState('');
  const [isLater, setLater] = useState(false);
  const whom = carried.kind === 'expected' ? { episodeId: carried.person.episodeId } : { residencyId: carried.person.residencyId };
  const query = { ...whom, bedId: bed.id, withResidencyId: kind === 'swap' ? bed.occupant?.residencyId : undefined };
  const fit = useQuery({ queryKey: ['residence', 'fit', query], queryFn: () => api.get('/residence/fit', Fit, query), staleTime: 0 });
  const deciding = useBoardAct(() => decide(proposal, override), onDone);
  if (fit.isPending) return <Waiting label="Looking at the rules of the room" />;
  if (fit.isError) return <Failed error={fit.error} retry={() => void fit.refetch()} />;
  const { obstacles } = fit.data;
  const isFirm = obstacles.some(({ yieldsToReason }) => !yieldsToReason);
  const needsReason = obstacles.length > 0 && !isFirm;
  return (
    <Stack gap="md">
      <List size="sm" spacing={4}>
        {effectsOf(proposal).map((effect) => (
          <List.Item key={effect}>{effect}</List.Item>
        ))}
      </List>
      {obstacles.map(({ says }) => (
        <Alert key={says} color="orange">
          <Text size="sm">{says}</Text>
        </Alert>
      ))}
      {needsReason && <Textarea label="Reason to set this aside" autosize minRows={2} value={override} onChange={(event) => setOverride(event.currentTarget.value)} />}
      {deciding.isError && <Failed error={deciding.error} />}
      <Group>
        <Button loading={deciding.isPending} disabled={isFirm || (needsReason && override.trim().length < 5)} onClick={() => deciding.mutate()}>
          {titles[kind]} now
        </Button>
        {kind !== 'swap' && !isLater && (
          <Anchor component="button" type="button" size="sm" onClick={() => setLater(true)}>
            Not now, but later
          </Anchor>
        )}
      </Group>
      {isLater && <Later proposal={proposal} onDone={onDone} />}
    </Stack>
  );
}

/** What letting somebody down on a bed would do, what stands against it, and the one button that does it. */
export function ProposalDialog({ proposal, onClose }: { readonly proposal: Proposal | undefined; readonly onClose: () => void }) {
  return (
    <Dialog
      title={proposal ? `${titles[proposal.kind]}: ${proposal.carried.person.name} to bed ${proposal.bed.name}` : ''}
      opened={proposal !== undefined}
      onClose={onClose}
    >
      {proposal && <Body proposal={proposal} onDone={onClose} />}
    </Dialog>
  );
}
