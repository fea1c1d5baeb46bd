import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { Episode } from '#server/programs/episodes/episodes.contract.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { day } from '../../ui/format/words.ts';
import { Empty, Failed, Waiting } from '../../ui/states/states.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay } from '../identity/session.ts';
import { patientQueries } from '../patients/patient-queries.ts';
import { TransitionForm } from '../transitions/transition-form.tsx';
import { TransitionList } from '../transitions/transition-list.tsx';
import { ReferralForm, StepForm } from './episode-forms.tsx';
import { episodeLine, stepWords, type EpisodeStep } from './episode-words.ts';

type EpisodeReply = z.infer<typeof Episode>;

function EpisodeRow({ episode, onStep, onMove }: { readonly episode: EpisodeReply; readonly onStep: (step: EpisodeStep) => void; readonly onMove: () => void }) {
  const may = useMay();
  const isOver = episode.state === 'discharged' || episode.state === 'declined';
  return (
    <Group justify="space-between" wrap="nowrap" align="start">
      <div>
        <Group gap="xs">
          <Text size="sm" fw={isOver ? 400 : 600} c={isOver ? 'dimmed' : undefined}>
            {episode.programName}
          </Text>
          <Badge size="sm" variant="light" color={episode.state === 'admitted' ? 'tide' : 'gray'}>
            {episode.state}
          </Badge>
        </Group>
        <Text size="xs" c="dimmed">
          {episodeLine(episode, day)}
        </Text>
      </div>
      {may('episode.write') && (
        <Group gap={4} wrap="nowrap">
          {may('transition.write') && (episode.state === 'admitted' || episode.state === 'discharged') && (
            <Button size="compact-xs" variant="light" onClick={onMove}>
              {episode.state === 'admitted' ? 'Move' : 'Readmit'}
            </Button>
          )}
          {episode.next.map((step) => (
            <Button key={step} size="compact-xs" variant={step === 'declination' || step === 'discharge' ? 'default' : 'light'} onClick={() => onStep(step)}>
              {stepWords[step].button}
            </Button>
          ))}
        </Group>
      )}
    </Group>
  );
}

/** Stays in programs, and the steps that may follow. */
export function EpisodesPanel({ patientId }: { readonly patientId: string }) {
  const may = useMay();
  const episodes = useQuery(patientQueries.episodes(patientId));
  const [moving, setMoving] = useState<EpisodeReply | null>(null);
  const [doing, setDoing] = useState<{ episode: EpisodeReply; step: EpisodeStep } | 'referral' | null>(null);
  const close = () => setDoing(null);
  return (
    <Panel
      title="Programs"
      actions={
        may('episode.write') && (
          <Button size="compact-xs" variant="light" onClick={() => setDoing('referral')}>
            Refer to a program
          </Button>
        )
      }
    >
      {episodes.isPending && <Waiting />}
      {episodes.isError && <Failed error={episodes.error} retry={() => void episodes.refetch()} />}
      {episodes.data?.items.length === 0 && <Empty>Not in a program yet. A referral opens the first stay.</Empty>}
      <Stack gap="sm">
        {episodes.data?.items.map((episode) => (
          <EpisodeRow key={episode.id} episode={episode} onStep={(step) => setDoing({ episode, step })} onMove={() => setMoving(episode)} />
        ))}
      </Stack>
      <TransitionList patientId={patientId} />
      <Dialog title={`Move from ${moving?.programName ?? ''}`} opened={moving !== null} onClose={() => setMoving(null)} wide>
        {moving && <TransitionForm patientId={patientId} episode={moving} onDone={() => setMoving(null)} />}
      </Dialog>
      <Dialog title="Refer to a program" opened={doing === 'referral'} onClose={close}>
        <ReferralForm patientId={patientId} onDone={close} />
      </Dialog>
      <Dialog
        title={doing && doing !== 'referral' ? `${stepWords[doing.step].button}: ${doing.episode.programName}` : ''}
        opened={doing !== null && doing !== 'referral'}
        onClose={close}
      >
        {doing && doing !== 'referral' && <StepForm patientId={patientId} episode={doing.episode} step={doing.step} onDone={close} />}
      </Dialog>
    </Panel>
  );
}
