import { Button, Card, Group, Kbd, Stack, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';
import type { DraftReply } from '#server/charting/drafts/drafts.contract.ts';
import { carriedKey, cellsOf, standingAnswers, textOfCells, type Answers, type Standing } from '#server/charting/templates/templates.contract.ts';
import { moment } from '../../ui/format/words.ts';
import type { DraftJournal } from '../../ui/journal/use-draft-journal.ts';
import { useThread } from '../careplans/thread.ts';

interface StandingBarProps {
  readonly draft: DraftReply;
  readonly journal: DraftJournal;
  /** Answers of the note before, by field. */
  readonly before: Answers;
  /** All is taken over: the writer goes on where something is still to be filled. */
  readonly onTaken: () => void;
}

interface Taken {
  readonly answers: readonly Standing[];
  /** Objectives that were marked before, to go back to; undefined where none came. */
  readonly objectivesBefore: readonly string[] | undefined;
}

function useStanding({ draft, journal, before }: Pick<StandingBarProps, 'draft' | 'journal' | 'before'>) {
  const [taken, setTaken] = useState<Taken>();
  const { objectives, mark } = useThread(draft.id);
  const answers: Answers = Object.fromEntries(draft.sections.map(({ key }) => [key, journal.text(key)]));
  const offered = carriedKey in answers ? standingAnswers(draft.template.form, answers, before) : [];
  const open = objectives.filter(({ wasWorkedOn, isWorkedOn }) => wasWorkedOn && !isWorkedOn);
  const marked = objectives.filter(({ isWorkedOn }) => isWorkedOn).map(({ id }) => id);
  const remember = (came: Readonly<Record<string, string>>) => journal.type(carriedKey, textOfCells({ ...cellsOf(journal.text(carriedKey)), ...came }));
  const take = () => {
    for (const { key, value } of offered) journal.type(key, value);
    if (offered.length > 0) remember(Object.fromEntries(offered.map(({ key, came }) => [key, came])));
    if (open.length > 0) mark([...marked, ...open.map(({ id }) => id)]);
    setTaken({ answers: offered, objectivesBefore: open.length > 0 ? marked : undefined });
  };
  const takeBack = () => {
    const untouched = (taken?.answers ?? []).filter(({ key, value }) => journal.text(key) === value);
    for (const { key } of untouched) journal.type(key, '');
    remember(Object.fromEntries(untouched.map(({ key }) => [key, ''])));
    if (taken?.objectivesBefore) mark(taken.objectivesBefore);
    setTaken(undefined);
  };
  const lines = [
    ...offered.map(({ key, label, says }) => ({ key, label, says })),
    ...(open.length > 0 ? [{ key: 'objectives', label: 'Objectives', says: open.map(({ statement }) => statement || 'Objective without words').join('\n') }] : []),
  ];
  return { lines, taken, take, takeBack };
}

/** What usually stands from visit to visit, shown as the note before had it: one act takes it over, and it stays marked until it is changed. */
export function StandingBar({ draft, journal, before, onTaken }: StandingBarProps) {
  const { lines, taken, take, takeBack } = useStanding({ draft, journal, before });
  const takeOver = () => {
    if (lines.length === 0) return;
    take();
    // After the fields have been drawn with what came.
    requestAnimationFrame(onTaken);
  };
  // By the place of the key: Option and a letter type signs on a Mac.
  useHotkeys([['alt+C', takeOver, { usePhysicalKeys: true }]], []);
  const source = draft.lastInForm ?? draft.lastNote;
  if (taken && lines.length === 0)
    return (
      <Group gap="xs" role="status">
        <Text size="sm">Taken over from the last note, and marked there until you change it.</Text>
        <Button size="compact-xs" variant="subtle" onClick={takeBack}>
          Take it back
        </Button>
      </Group>
    );
  if (lines.length === 0 || !source) return null;
  return (
    <Card withBorder padding="sm" component="section" aria-label="As in the last note">
      <Group justify="space-between" align="flex-start" wrap="nowrap" mb={6}>
        <div>
          <Text size="sm" fw={600}>
            As in the last note?
          </Text>
          <Text size="xs" c="dimmed">
            {moment(source.signedAt)}, {source.signedBy}. What you take over stays marked until you change it.
          </Text>
        </div>
        <Button size="compact-sm" variant="light" flex="none" onClick={takeOver} rightSection={<Kbd size="xs">Alt C</Kbd>}>
          Take over
        </Button>
      </Group>
      <Stack gap={4} component="dl" m={0}>
        {lines.map(({ key, label, says }) => (
          <div key={key}>
            <Text size="xs" c="dimmed" component="dt">
              {label}
            </Text>
            <Text size="sm" component="dd" m={0} style={{ whiteSpace: 'pre-line' }}>
              {says}
            </Text>
          </div>
        ))}
      </Stack>
    </Card>
  );
}
