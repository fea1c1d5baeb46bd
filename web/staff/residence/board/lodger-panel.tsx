import { Anchor, Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Board, Occupant } from '#server/residence/board/board.contract.ts';
import { DischargeReason } from '#server/programs/episodes/episodes.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { DayField } from '../../../ui/form/fields.tsx';
import { day, moment } from '../../../ui/format/words.ts';
import { Failed } from '../../../ui/states/states.tsx';
import { Panel } from '../../../ui/table/panel.tsx';
import { WatchPart } from '../rounds/watch-part.tsx';
import { BelongingsPart } from '../belongings/belongings-part.tsx';
import { useBoardAct } from '../residence-queries.ts';

const reasonWords: Readonly<Record<string, string>> = {
  completed: 'Completed',
  transferred: 'Transferred elsewhere',
  'left-against-advice': 'Left against advice',
  'lost-contact': 'Contact lost',
  administrative: 'Administrative',
  incarcerated: 'Incarcerated',
  moved: 'Moved away',
  deceased: 'Deceased',
};

interface LodgerPanelProps {
  readonly person: Occupant;
  readonly leaveKinds: Board['leaveKinds'];
  readonly mayWrite: boolean;
  readonly onMove: () => void;
  readonly onDone: () => void;
}

function LeavePart({ person, leaveKinds, onDone }: LodgerPanelProps) {
  const path = `/residence/residencies/${person.residencyId}`;
  const [kind, setKind] = useState(leaveKinds[0]?.code ?? '');
  const [note, setNote] = useState('');
  const [hours, setHours] = useState(String(leaveKinds[0]?.usualHours ?? 8));
  const leaving = useBoardAct(
    () => api.post(`${path}/leaves`, undefined, { kind, note, expectedBackAt: new Date(Date.now() + Number(hours) * 3_600_000).toISOString() }),
    onDone,
  );
  const back = useBoardAct(() => api.post(`${path}/return`, undefined), onDone);
  if (person.leave)
    return (
      <Panel title="Away">
        <Stack gap="xs">
          <Text size="sm">
            {person.leave.says} since {moment(person.leave.startsAt)}
            {person.leave.expectedBackAt === null ? '' : `, expected back ${moment(person.leave.expectedBackAt)}`}.
          </Text>
          {person.leave.note && <Text size="sm">{person.leave.note}</Text>}
          {back.isError && <Failed error={back.error} />}
          <Group>
            <Button loading={back.isPending} onClick={() => back.mutate()}>
              Is back
            </Button>
          </Group>
        </Stack>
      </Panel>
    );
  return (
    <Panel title="Leave" says="The bed stays theirs">
      <Stack gap="xs">
        <Group grow align="start">
          <NativeSelect
            label="Kind of leave"
            data={leaveKinds.map(({ code, says }) => ({ value: code, label: says }))}
            value={kind}
            onChange={(event) => {
              const code = event.currentTarget.value;
              setKind(code);
              setHours(String(leaveKinds.find((one) => one.code === code)?.usualHours ?? 8));
            }}
          />
          <TextInput label="Back in hours" type="number" min={1} max={720} value={hours} onChange={(event) => setHours(event.currentTarget.value)} />
        </Group>
        <TextInput label="Where to, with whom" value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        {leaving.isError && <Failed error={leaving.error} />}
        <Group>
          <Button variant="default" loading={leaving.isPending} onClick={() => leaving.mutate()}>
            Goes on leave
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}

function DeparturePart({ person, onDone }: LodgerPanelProps) {
  const path = `/residence/residencies/${person.residencyId}`;
  const [reason, setReason] = useState('completed');
  const [discharge, setDischarge] = useState(true);
  const [on, setOn] = useState(person.expectedDepartureOn ?? '');
  const departing = useBoardAct(() => api.post(`${path}/departure`, undefined, { reason, discharge }), onDone);
  const planning = useBoardAct((day: string) => api.put(`${path}/expected-departure`, undefined, { on: day || null }));
  return (
    <Panel title="Departure">
      <Stack gap="xs">
        <Group align="end">
          <DayField label="Expected to leave on" value={on} onChange={(event) => setOn(event.currentTarget.value)} />
          <Button variant="default" loading={planning.isPending} disabled={on === (person.expectedDepartureOn ?? '')} onClick={() => planning.mutate(on)}>
            Keep the day
          </Button>
        </Group>
        {planning.isError && <Failed error={planning.error} />}
        <NativeSelect
          label="Leaves now, because"
          data={DischargeReason.options.map((code) => ({ value: code, label: reasonWords[code] ?? code }))}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Checkbox label="Discharge from the program as well" checked={discharge} onChange={(event) => setDischarge(event.currentTarget.checked)} />
        {departing.isError && <Failed error={departing.error} />}
        <Group>
          <Button color="orange.8" variant="light" loading={departing.isPending} onClick={() => departing.mutate()}>
            Departs now
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}

function BedPart({ person, onMove, onDone }: LodgerPanelProps) {
  const path = `/residence/residencies/${person.residencyId}`;
  const freeing = useBoardAct(() => api.post(`${path}/freed-bed`, undefined), onDone);
  const cancelling = useBoardAct(() => api.del(`${path}/transfer`), onDone);
  return (
    <Panel title="Bed">
      <Stack gap="xs">
        {person.transfer && (
          <Text size="sm">
            To move to {person.transfer.toBedName}
            {person.transfer.reason ? `: ${person.transfer.reason}` : ''}.
          </Text>
        )}
        {freeing.isError && <Failed error={freeing.error} />}
        {cancelling.isError && <Failed error={cancelling.error} />}
        <Group gap="xs">
          <Button onClick={onMove}>{person.bedId === null ? 'Give a bed' : 'Move or swap'}</Button>
          {person.bedId !== null && (
            <Button variant="default" loading={freeing.isPending} onClick={() => freeing.mutate()}>
              Free the bed
            </Button>
          )}
          {person.transfer && (
            <Button variant="default" loading={cancelling.isPending} onClick={() => cancelling.mutate()}>
              Call the move off
            </Button>
          )}
        </Group>
      </Stack>
    </Panel>
  );
}

/** Somebody who lives here, and all that may be done: bed, leave, departure. */
export function LodgerPanel(props: LodgerPanelProps) {
  const { person, mayWrite } = props;
  return (
    <Stack gap="md">
      <Text size="sm">
        <Anchor component={Link} to={`/patients/${person.patientId}`}>
          Open the chart
        </Anchor>{' '}
        · {person.mrn} · {person.age} years{person.pronouns ? ` · ${person.pronouns}` : ''} · here since {moment(person.arrivedAt)}
        {person.expectedDepartureOn === null ? '' : ` · leaves ${day(person.expectedDepartureOn)}`}
      </Text>
      {mayWrite && (
        <>
          <BedPart {...props} />
          <LeavePart {...props} />
          <WatchPart residencyId={person.residencyId} onDone={props.onDone} />
          <BelongingsPart residencyId={person.residencyId} />
          <DeparturePart {...props} />
        </>
      )}
    </Stack>
  );
}
