import { Alert, Button, Group, Menu, Stack, Text } from '@mantine/core';
import library from '#content/careplans/goals.json' with { type: 'json' };
import type { CarePlan, EntryKind, PlanEntry } from '#server/careplans/plans/plans.contract.ts';
import { wordsOf } from '../../ui/api/problem.ts';
import { day } from '../../ui/format/words.ts';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay } from '../identity/session.ts';
import { EntryFields } from './entry-fields.tsx';
import { added, putAside, typedIn, withEdits, type PlanEdits } from './plan-edits.ts';
import { PlanVersions } from './plan-versions.tsx';
import { usePlanEdits } from './use-plan-edits.ts';

const child: Readonly<Record<EntryKind, EntryKind | null>> = { problem: 'goal', goal: 'objective', objective: 'intervention', intervention: null };
const article: Readonly<Record<EntryKind, string>> = { problem: 'a problem', goal: 'a goal', objective: 'an objective', intervention: 'an intervention' };

interface BranchProps {
  readonly plan: CarePlan;
  readonly entries: readonly PlanEntry[];
  readonly parentId: string | null;
  readonly isReadOnly: boolean;
  readonly change: (to: (edits: PlanEdits) => PlanEdits) => void;
}

/** A goal of the library with its objective, to be changed to the patient's words. */
function LibraryMenu({ problemId, change }: { readonly problemId: string } & Pick<BranchProps, 'change'>) {
  const take = ({ words, objective, instrument, target }: (typeof library.goals)[number]) => {
    const [goal, aim] = [crypto.randomUUID(), crypto.randomUUID()];
    const fresh = (text: string) => ({ base: '', text });
    change((edits) => ({
      ...edits,
      [goal]: { id: goal, kind: 'goal', parentId: problemId, fields: { words: fresh(words) } },
      [aim]: { id: aim, kind: 'objective', parentId: goal, fields: { statement: fresh(objective), instrument: fresh(instrument), target: fresh(target) } },
    }));
  };
  return (
    <Menu>
      <Menu.Target>
        <Button size="compact-xs" variant="subtle">
          Goal from the library
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        {library.goals.map((goal) => (
          <Menu.Item key={goal.words} onClick={() => take(goal)}>
            {goal.area}: {goal.words}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Progress({ plan, objectiveId }: { readonly plan: CarePlan; readonly objectiveId: string }) {
  const line = plan.progress.find((progress) => progress.objectiveId === objectiveId);
  if (!line) return null;
  const scores = line.scores.map(({ score, at }) => `${score} (${day(at)})`).join(' → ');
  return (
    <Text size="xs" c="dimmed">
      {line.notes.length === 0 ? 'No signed note worked on this yet.' : `${line.notes.length} signed ${line.notes.length === 1 ? 'note' : 'notes'} worked on this.`}
      {scores && ` Scores: ${scores}`}
    </Text>
  );
}

function Branch({ plan, entries, parentId, isReadOnly, change }: BranchProps) {
  const here = entries.filter((entry) => entry.parentId === parentId);
  return here.map((entry) => {
    const next = child[entry.kind];
    return (
      <Stack
        key={entry.id}
        gap="xs"
        pl={parentId ? 'sm' : 0}
        ml={parentId ? 4 : 0}
        style={parentId ? { borderLeft: '2px solid var(--mantine-color-default-border)' } : undefined}
      >
        <EntryFields
          entry={entry}
          isReadOnly={isReadOnly}
          onType={(name, text) => change((edits) => typedIn(edits, plan.entries.find(({ id }) => id === entry.id) ?? { ...entry, fields: {} }, name, text))}
        />
        {entry.kind === 'objective' && <Progress plan={plan} objectiveId={entry.id} />}
        {!isReadOnly && (
          <Group gap={4}>
            {next && (
              <Button size="compact-xs" variant="light" onClick={() => change((edits) => added(edits, crypto.randomUUID(), next, entry.id))}>
                Add {article[next]}
              </Button>
            )}
            {entry.kind === 'problem' && <LibraryMenu problemId={entry.id} change={change} />}
            <Button size="compact-xs" variant="subtle" color="gray" onClick={() => change((edits) => putAside(edits, entry, true))}>
              Put this {entry.kind} aside
            </Button>
          </Group>
        )}
        <Branch plan={plan} entries={entries} parentId={entry.id} isReadOnly={isReadOnly} change={change} />
      </Stack>
    );
  });
}

function Gaps({ plan }: { readonly plan: CarePlan }) {
  if (plan.gaps.length === 0) return null;
  return (
    <Alert color="orange" title="Where the thread is broken">
      {plan.gaps.map(({ at, says }) => (
        <Text key={`${at}${says}`} size="sm">
          {says}
        </Text>
      ))}
    </Alert>
  );
}

/** One plan: written here, kept at each pause, signed as a version. */
export function PlanEditor({ plan }: { readonly plan: CarePlan }) {
  const isReadOnly = !useMay()('chart.write');
  const { edits, setEdits, isSaved, isRecalled, failure } = usePlanEdits(plan);
  const entries = withEdits(plan.entries, edits);
  const aside = Object.values(edits).length === 0 ? null : failure;
  return (
    <Panel
      title={plan.programName}
      says={`${plan.sealed.length === 0 ? 'To be signed' : 'Review due'} by ${day(plan.due)}. ${plan.clockSource}.`}
      actions={
        <Text size="xs" c="dimmed" role="status">
          {isSaved ? 'Saved' : failure ? 'Not saved yet, kept on this device' : 'Saving…'}
        </Text>
      }
    >
      <Stack gap="md">
        <Gaps plan={plan} />
        {aside ? (
          <Alert color="orange" title={wordsOf(aside).title} role="alert">
            {wordsOf(aside).lines.join(' ')}
          </Alert>
        ) : null}
        {entries.length === 0 && <Text size="sm">Nothing planned yet. Begin with a problem; diagnoses of the chart come in when a plan is opened.</Text>}
        <Branch plan={plan} entries={entries} parentId={null} isReadOnly={isReadOnly || !isRecalled} change={setEdits} />
        {!isReadOnly && (
          <Group>
            <Button size="compact-sm" variant="light" onClick={() => setEdits((before) => added(before, crypto.randomUUID(), 'problem', null))}>
              Add a problem
            </Button>
          </Group>
        )}
        <PlanVersions plan={plan} isSaved={isSaved} />
      </Stack>
    </Panel>
  );
}
