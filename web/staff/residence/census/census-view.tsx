import { Alert, Button, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Census, CensusDays } from '#server/residence/census/census.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { DayField } from '../../../ui/form/fields.tsx';
import { today } from '../../../ui/format/today.ts';
import { day, moment } from '../../../ui/format/words.ts';
import { Empty, Failed, Waiting } from '../../../ui/states/states.tsx';
import { Lines } from '../../../ui/table/lines.tsx';
import { Panel } from '../../../ui/table/panel.tsx';
import { useMay } from '../../identity/session.ts';
import { residenceQueries, useBoardAct } from '../residence-queries.ts';

const statusWords: Readonly<Record<string, string>> = {
  admitted: 'Admitted today',
  present: 'Present',
  leave: 'On leave',
  'bed-hold': 'Bed held',
  discharged: 'Discharged today',
};
const saysOf = (status: string | null) => (status === null ? 'not there' : (statusWords[status] ?? status));

function Differences({ census, path }: { readonly census: Census; readonly path: string }) {
  const mayCorrect = useMay()('census.correct');
  const [reason, setReason] = useState('');
  const correcting = useBoardAct(() => api.post(`${path}/corrections`, undefined, { reason }));
  if (census.differences.length === 0) return null;
  return (
    <Alert color="orange" title="What is on record by now would count differently">
      <Stack gap="xs">
        {census.differences.map(({ residencyId, name, kept, recounted }) => (
          <Text key={residencyId} size="sm">
            {name}: {saysOf(kept)} in the census, {saysOf(recounted)} on record.
          </Text>
        ))}
        {mayCorrect && (
          <>
            <Textarea label="Why the census is corrected" autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
            {correcting.isError && <Failed error={correcting.error} />}
            <Group>
              <Button loading={correcting.isPending} disabled={reason.trim().length < 5} onClick={() => correcting.mutate()}>
                Correct the census
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Alert>
  );
}

function Midnight({ siteId, on }: { readonly siteId: string; readonly on: string }) {
  const path = `/residence/sites/${siteId}/census/${on}`;
  const census = useQuery({ queryKey: ['residence', 'census', siteId, on], queryFn: () => api.get(path, Census) });
  if (census.isPending) return <Waiting />;
  if (census.isError) return <Failed error={census.error} retry={() => void census.refetch()} />;
  const { versions, lines } = census.data;
  const [latest] = versions;
  if (!latest) return <Empty>This midnight was not counted: either it has not come yet, or the house had not opened.</Empty>;
  const counted = lines.filter(({ status }) => status !== 'discharged').length;
  return (
    <Stack gap="md">
      <Differences census={census.data} path={path} />
      <Panel
        title={`Midnight of ${day(on)}`}
        says={
          latest.reason === null
            ? `${counted} counted; taken ${moment(latest.takenAt)}`
            : `${counted} counted; corrected ${moment(latest.takenAt)}${latest.takenByName === null ? '' : ` by ${latest.takenByName}`}: ${latest.reason}`
        }
        flush
      >
        {lines.length === 0 ? (
          <Empty>Nobody slept in the house.</Empty>
        ) : (
          <Lines
            label="Census"
            rows={lines}
            keyOf={({ residencyId }) => residencyId}
            to={({ patientId }) => `/patients/${patientId}`}
            tone={({ status }) => (status === 'discharged' ? 'past' : undefined)}
            columns={[
              { label: 'Name', cell: ({ name }) => name },
              { label: 'Bed', cell: ({ unitName, roomName, bedName }) => (bedName === null ? `${unitName}, no bed` : `${unitName}, ${roomName}, ${bedName}`) },
              { label: 'Status', cell: ({ status }) => saysOf(status) },
              { label: 'Level of care', cell: ({ levelOfCare }) => levelOfCare, wide: true },
              { label: 'Record', cell: ({ mrn }) => mrn, wide: true },
            ]}
          />
        )}
      </Panel>
    </Stack>
  );
}

function Month({ siteId, to, onDay }: { readonly siteId: string; readonly to: string; readonly onDay: (day: string) => void }) {
  const days = useQuery({ queryKey: ['residence', 'census-days', siteId, to], queryFn: () => api.get(`/residence/sites/${siteId}/census`, CensusDays, { to }) });
  if (days.isError) return <Failed error={days.error} retry={() => void days.refetch()} />;
  if (!days.data || days.data.items.length === 0) return null;
  return (
    <Panel title="The month before" flush>
      <Lines
        label="The month before"
        rows={days.data.items}
        keyOf={(one) => one.day}
        onOpen={(one) => onDay(one.day)}
        columns={[
          { label: 'Midnight of', cell: (one) => day(one.day) },
          { label: 'Counted', cell: ({ inHouse }) => inHouse, align: 'right' },
          { label: 'Admitted', cell: ({ admitted }) => admitted, align: 'right' },
          { label: 'Away', cell: ({ away }) => away, align: 'right' },
          { label: 'Discharged', cell: ({ discharged }) => discharged, align: 'right' },
        ]}
      />
    </Panel>
  );
}

/** The midnight census: who counted where and as what, its corrections, and the month before. */
export function CensusView() {
  const houses = useQuery(residenceQueries.houses);
  const [chosen, setChosen] = useState('');
  const [on, setOn] = useState('');
  if (houses.isPending) return <Waiting />;
  if (houses.isError) return <Failed error={houses.error} retry={() => void houses.refetch()} />;
  const house = houses.data.items.find(({ siteId }) => siteId === chosen) ?? houses.data.items[0];
  if (!house) return <Empty>No house yet.</Empty>;
  const yesterday = Temporal.PlainDate.from(today(house.timeZone)).subtract({ days: 1 }).toString();
  const shown = on || yesterday;
  return (
    <Stack gap="md">
      <Group align="end">
        <NativeSelect
          label="House"
          data={houses.data.items.map(({ siteId, name }) => ({ value: siteId, label: name }))}
          value={house.siteId}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        <DayField label="Midnight that ends" max={yesterday} value={shown} onChange={(event) => setOn(event.currentTarget.value)} />
      </Group>
      <Midnight siteId={house.siteId} on={shown} />
      <Month siteId={house.siteId} to={yesterday} onDay={setOn} />
    </Stack>
  );
}
