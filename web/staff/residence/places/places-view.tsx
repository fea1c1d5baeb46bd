import { Button, Group, NativeSelect, NumberInput, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PlacesReply } from '#server/residence/places/places.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { Empty, Failed, Waiting } from '../../../ui/states/states.tsx';
import { Lines } from '../../../ui/table/lines.tsx';
import { Panel } from '../../../ui/table/panel.tsx';
import { requestId } from '../../patients/request-id.ts';
import { useMyPrograms } from '../../programs/program-queries.ts';
import { genderWords } from '../board/board-words.ts';
import { useBoardAct } from '../residence-queries.ts';

const genders = Object.entries(genderWords).map(([value, label]) => ({ value, label }));
type Unit = PlacesReply['items'][number];

function NewUnit() {
  const programs = useMyPrograms();
  const [facts, setFacts] = useState({ name: '', programId: '', genderRule: 'one-gender', minimumAge: 18 });
  const set = (change: Partial<typeof facts>) => setFacts((now) => ({ ...now, ...change }));
  const adding = useBoardAct(
    () => api.post('/residence/units', PlacesReply, { ...facts, id: requestId(), programId: facts.programId || programs[0]?.value }),
    () => set({ name: '' }),
  );
  return (
    <Panel title="New unit" says="A wing, a house or a floor in which one program lodges people">
      <Stack gap="xs" maw={640}>
        <TextInput label="Name of the unit" value={facts.name} onChange={(event) => set({ name: event.currentTarget.value })} />
        <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="xs">
          <NativeSelect
            label="Program"
            data={programs}
            value={facts.programId || programs[0]?.value}
            onChange={(event) => set({ programId: event.currentTarget.value })}
          />
          <NativeSelect label="Who may share a room" data={genders} value={facts.genderRule} onChange={(event) => set({ genderRule: event.currentTarget.value })} />
          <NumberInput label="From age" min={0} max={120} value={facts.minimumAge} onChange={(age) => set({ minimumAge: Number(age) })} />
        </SimpleGrid>
        {adding.isError && <Failed error={adding.error} />}
        <Group>
          <Button loading={adding.isPending} onClick={() => adding.mutate()}>
            Open the unit
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}

function NewRoom({ unit, attributes }: { readonly unit: Unit; readonly attributes: PlacesReply['attributes'] }) {
  const [facts, setFacts] = useState({ name: '', beds: 2, attribute: '', genderRule: '' });
  const set = (change: Partial<typeof facts>) => setFacts((now) => ({ ...now, ...change }));
  const adding = useBoardAct(
    () =>
      api.post(`/residence/units/${unit.id}/rooms`, PlacesReply, {
        id: requestId(),
        name: facts.name,
        attributes: facts.attribute === '' ? [] : [facts.attribute],
        ...(facts.genderRule === '' ? {} : { genderRule: facts.genderRule }),
        beds: Array.from({ length: facts.beds }, (_unused, index) => ({ id: requestId(), name: `${facts.name} ${String.fromCodePoint(65 + index)}` })),
      }),
    () => set({ name: '' }),
  );
  return (
    <Stack gap="xs" mt="sm">
      <Group align="end" gap="xs">
        <TextInput size="xs" label={`New room in ${unit.name}`} value={facts.name} onChange={(event) => set({ name: event.currentTarget.value })} />
        <NumberInput size="xs" w={90} label="Beds" min={1} max={26} value={facts.beds} onChange={(beds) => set({ beds: Number(beds) })} />
        <NativeSelect
          size="xs"
          label="For"
          data={[{ value: '', label: 'as the unit' }, ...genders]}
          value={facts.genderRule}
          onChange={(event) => set({ genderRule: event.currentTarget.value })}
        />
        <NativeSelect
          size="xs"
          label="Feature"
          data={[{ value: '', label: 'none' }, ...attributes.map(({ code, says }) => ({ value: code, label: says }))]}
          value={facts.attribute}
          onChange={(event) => set({ attribute: event.currentTarget.value })}
        />
        <Button size="xs" loading={adding.isPending} onClick={() => adding.mutate()}>
          Add the room
        </Button>
      </Group>
      {adding.isError && <Failed error={adding.error} />}
    </Stack>
  );
}

/** Units, rooms and beds, and how to add them. */
export function PlacesView() {
  const places = useQuery({ queryKey: ['residence', 'places'], queryFn: () => api.get('/residence/units', PlacesReply) });
  if (places.isPending) return <Waiting />;
  if (places.isError) return <Failed error={places.error} retry={() => void places.refetch()} />;
  const { items, attributes } = places.data;
  const says = new Map(attributes.map((one) => [one.code, one.says]));
  return (
    <Stack gap="md">
      {items.length === 0 && <Empty>No unit yet. Open the first one below.</Empty>}
      {items.map((unit) => (
        <Panel
          key={unit.id}
          title={unit.name}
          says={`${unit.siteName}, ${unit.programName}; ${genderWords[unit.genderRule]}${unit.minimumAge === null ? '' : `, from ${unit.minimumAge} years`}`}
        >
          {unit.rooms.length > 0 && (
            <Lines
              label={`Rooms of ${unit.name}`}
              rows={unit.rooms}
              keyOf={({ id }) => id}
              columns={[
                { label: 'Room', cell: ({ name }) => name },
                { label: 'Beds', cell: ({ beds }) => beds.map(({ name }) => name).join(', ') },
                { label: 'For', cell: ({ genderRule }) => genderWords[genderRule ?? unit.genderRule] },
                { label: 'Features', cell: (room) => room.attributes.map((code) => says.get(code) ?? code).join(', ') },
              ]}
            />
          )}
          {unit.rooms.length === 0 && <Text size="sm">No room yet.</Text>}
          <NewRoom unit={unit} attributes={attributes} />
        </Panel>
      ))}
      <NewUnit />
    </Stack>
  );
}
