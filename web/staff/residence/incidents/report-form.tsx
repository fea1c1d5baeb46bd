import { Button, Group, MultiSelect, NativeSelect, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { Board } from '#server/residence/board/board.contract.ts';
import type { IncidentReports } from '#server/residence/incidents/incidents.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { Failed } from '../../../ui/states/states.tsx';
import { Panel } from '../../../ui/table/panel.tsx';
import { requestId } from '../../patients/request-id.ts';
import { lodgersOf } from '../board/board-words.ts';
import { useBoardAct } from '../residence-queries.ts';
import { useKept } from '../use-kept.ts';

interface Draft {
  readonly kind: string;
  readonly at: string;
  readonly place: string;
  readonly people: readonly { readonly residencyId: string; readonly whatHappened: string; readonly whatWasDone: string }[];
}

const empty: Draft = { kind: '', at: '', place: '', people: [] };
const isEmpty = (draft: Draft) => draft === empty;

/** What happened, told for each person in words of their own; kept on this device while it is written. */
export function ReportForm({ board, kinds, onDone }: { readonly board: Board; readonly kinds: IncidentReports['kinds']; readonly onDone: () => void }) {
  const { value: draft, keep } = useKept('incident-report', empty, isEmpty);
  const lodgers = lodgersOf(board.units);
  const nameOf = (residencyId: string) => lodgers.find(({ person }) => person.residencyId === residencyId)?.person.name ?? '';
  const set = (change: Partial<Draft>) => void keep({ ...draft, ...change });
  const choose = (ids: readonly string[]) =>
    set({ people: ids.map((residencyId) => draft.people.find((one) => one.residencyId === residencyId) ?? { residencyId, whatHappened: '', whatWasDone: '' }) });
  const tell = (residencyId: string, change: object) => set({ people: draft.people.map((one) => (one.residencyId === residencyId ? { ...one, ...change } : one)) });
  const reporting = useBoardAct(
    () =>
      api.post('/residence/incident-reports', undefined, {
        eventId: requestId(),
        kind: draft.kind || kinds[0]?.code,
        happenedAt: (draft.at === '' ? new Date() : new Date(draft.at)).toISOString(),
        place: draft.place,
        people: draft.people.map((one) => ({ ...one, id: requestId() })),
      }),
    () => {
      void keep(empty);
      onDone();
    },
  );
  return (
    <Panel title="Report an incident" says="Each person gets a report of their own, which names nobody else who lives here">
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="xs">
          <NativeSelect
            label="Kind of incident"
            data={kinds.map(({ code, says }) => ({ value: code, label: says }))}
            value={draft.kind || kinds[0]?.code}
            onChange={(event) => set({ kind: event.currentTarget.value })}
          />
          <TextInput label="When, empty for now" type="datetime-local" value={draft.at} onChange={(event) => set({ at: event.currentTarget.value })} />
          <TextInput label="Place" value={draft.place} onChange={(event) => set({ place: event.currentTarget.value })} />
        </SimpleGrid>
        <MultiSelect
          label="People involved"
          searchable
          data={lodgers.map(({ person, where }) => ({ value: person.residencyId, label: `${person.name}, ${where}` }))}
          value={draft.people.map(({ residencyId }) => residencyId)}
          onChange={choose}
        />
        {draft.people.map(({ residencyId, whatHappened, whatWasDone }) => (
          <Stack key={residencyId} gap="xs">
            <Text size="sm" fw={620}>
              {nameOf(residencyId)}
            </Text>
            <Textarea
              label={`What happened to ${nameOf(residencyId)}`}
              autosize
              minRows={2}
              value={whatHappened}
              onChange={(event) => tell(residencyId, { whatHappened: event.currentTarget.value })}
            />
            <Textarea
              label={`What was done for ${nameOf(residencyId)}`}
              autosize
              minRows={2}
              value={whatWasDone}
              onChange={(event) => tell(residencyId, { whatWasDone: event.currentTarget.value })}
            />
          </Stack>
        ))}
        {reporting.isError && <Failed error={reporting.error} />}
        <Group>
          <Button loading={reporting.isPending} disabled={draft.people.length === 0} onClick={() => reporting.mutate()}>
            Report
          </Button>
          <Button variant="default" onClick={onDone}>
            Not now
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}
