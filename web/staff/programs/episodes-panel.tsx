import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { Episode } from '#server/programs/episodes/episodes.contract.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { day } from '../../ui/format/words.ts';
import { Empty, Failed, Waiting } from '../../ui/states/states.tsx';
import { today } from '../../ui/format/today.ts';
import { Panel } from '../../ui/table/panel.tsx';
import { DaysTable } from '../billing/days-table.tsx';
import { useMay, useMe } from '../identity/session.ts';
import { ChecklistPanel } from '../intake/checklist-panel.tsx';
import { ScreeningForm } from '../intake/screening-form.tsx';
import { patientQueries, useRefreshPatient } from '../patients/patient-queries.ts';
import { StayEndPanel } from '../stays/stay-end-panel.tsx';
import { TransitionForm } from '../transitions/transition-form.tsx';
import { TransitionList } from '../transitions/transition-list.tsx';
import { ReferralForm, StepForm } from './episode-forms.tsx';
import { episodeLine, stepWords, type EpisodeStep } from './episode-words.ts';

type EpisodeReply = z.infer<typeof Episode>;

/** What each day of the stay is charged as, or why it is not. */
function DaysBilled({ episode, admittedOn }: { readonly episode: EpisodeReply; readonly admittedOn: string }) {
  const { organisation } = useMe();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="compact-xs" variant="subtle" onClick={() => setOpen(true)}>
        Days billed
      </Button>
      <Dialog title={`Days and their billing: ${episode.programName}`} opened={isOpen} onClose={() => setOpen(false)} wide>
        <DaysTable patientId={episode.patientId} programId={episode.programId} from={admittedOn} to={episode.endedOn ?? today(organisation.timeZone)} />
      </Dialog>
    </>
  );
}

interface EpisodeRowProps {
  readonly episode: EpisodeReply;
  readonly onStep: (step: EpisodeStep) => void;
  readonly onMove: () => void;
  readonly onCheck: () => void;
  readonly onReport: () => void;
}

function EpisodeRow({ episode, onStep, onMove, onCheck, onReport }: EpisodeRowProps) {
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
      <Group gap={4} justify="flex-end">
        {may('charge.read') && episode.isBilledByDay && episode.admittedOn !== null && <DaysBilled episode={episode} admittedOn={episode.admittedOn} />}
        {may('episode.write') && (
          <Group gap={4} justify="flex-end">
            {may('intake.read') && !isOver && (
              <Button size="compact-xs" variant="subtle" onClick={onCheck}>
                Checklist
              </Button>
            )}
            {may('chart.read') && episode.admittedOn !== null && (
              <Button size="compact-xs" variant="subtle" onClick={onReport}>
                Aftercare and reporting
              </Button>
            )}
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
    </Group>
  );
}

interface StepDialogProps {
  readonly patientId: string;
  readonly episode: EpisodeReply;
  readonly step: EpisodeStep;
  readonly onDone: () => void;
}

/** One step of a stay; a screening asks the program's questions where the reader may keep the answers. */
function StepDialog({ patientId, episode, step, onDone }: StepDialogProps) {
  const may = useMay();
  const refresh = useRefreshPatient(patientId);
  const screened = () => {
    void refresh();
    onDone();
  };
  return (
    <Dialog title={`${stepWords[step].button}: ${episode.programName}`} opened onClose={onDone}>
      {step === 'screening' && may('intake.write') ? (
        <ScreeningForm episodeId={episode.id} programId={episode.programId} onDone={screened} />
      ) : (
        <StepForm patientId={patientId} episode={episode} step={step} onDone={onDone} />
      )}
    </Dialog>
  );
}

/** Stays in programs, and the steps that may follow. */
export function EpisodesPanel({ patientId }: { readonly patientId: string }) {
  const may = useMay();
  const episodes = useQuery(patientQueries.episodes(patientId));
  const [moving, setMoving] = useState<EpisodeReply | null>(null);
  const [doing, setDoing] = useState<{ episode: EpisodeReply; step: EpisodeStep } | 'referral' | null>(null);
  const [checking, setChecking] = useState<EpisodeReply | null>(null);
  const [reporting, setReporting] = useState<EpisodeReply | null>(null);
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
          <EpisodeRow
            key={episode.id}
            episode={episode}
            onStep={(step) => setDoing({ episode, step })}
            onMove={() => setMoving(episode)}
            onCheck={() => setChecking(episode)}
            onReport={() => setReporting(episode)}
          />
        ))}
      </Stack>
      <TransitionList patientId={patientId} />
      <Dialog title={`Move from ${moving?.programName ?? ''}`} opened={moving !== null} onClose={() => setMoving(null)} wide>
        {moving && <TransitionForm patientId={patientId} episode={moving} onDone={() => setMoving(null)} />}
      </Dialog>
      <Dialog title="Refer to a program" opened={doing === 'referral'} onClose={close}>
        <ReferralForm patientId={patientId} onDone={close} />
      </Dialog>
      <Dialog title={`Aftercare and reporting: ${reporting?.programName ?? ''}`} opened={reporting !== null} onClose={() => setReporting(null)}>
        {reporting && <StayEndPanel episodeId={reporting.id} />}
      </Dialog>
      <Dialog title={`What the admission asks for: ${checking?.programName ?? ''}`} opened={checking !== null} onClose={() => setChecking(null)}>
        {checking && <ChecklistPanel episodeId={checking.id} />}
      </Dialog>
      {doing && doing !== 'referral' && <StepDialog patientId={patientId} episode={doing.episode} step={doing.step} onDone={close} />}
    </Panel>
  );
}
