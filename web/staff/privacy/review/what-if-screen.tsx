import { Alert, Badge, List, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import { type SimulationAsked, SimulationReply } from '#server/privacy/simulations/simulations.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { Dialog } from '../../../ui/form/dialog.tsx';
import { day } from '../../../ui/format/words.ts';
import { Empty, Failed, Page } from '../../../ui/states/states.tsx';
import { Lines, type Column } from '../../../ui/table/lines.tsx';
import { Panel } from '../../../ui/table/panel.tsx';
import { patientQueries } from '../../patients/patient-queries.ts';
import { Sight } from './sight-lines.tsx';
import { WhatIfForm } from './what-if-form.tsx';
import { outcomeWords, recordWords } from './what-if-words.ts';

type Simulation = z.infer<typeof SimulationReply>;
type SimulatedRecord = Simulation['records'][number];

const columns: readonly Column<SimulatedRecord>[] = [
  { label: 'Record', cell: ({ class: recordClass, day: date }) => `${recordWords[recordClass]?.label ?? recordClass}${date ? `, ${day(date)}` : ''}` },
  { label: 'Made by', cell: ({ programName, labels }) => (labels.length > 0 ? `${programName} (${labels.join(', ')})` : programName) },
  {
    label: 'Would be',
    cell: ({ goes }) => (
      <Badge variant="light" color={goes ? 'tide' : 'orange'}>
        {goes ? 'open' : 'closed'}
      </Badge>
    ),
  },
  { label: 'Because', cell: ({ says, citation }) => `${says} ${citation}` },
];

function Records({ patientId, records }: { readonly patientId: string; readonly records: readonly SimulatedRecord[] }) {
  const [chosen, setChosen] = useState<SimulatedRecord | null>(null);
  const kind = chosen && recordWords[chosen.class]?.kind;
  return (
    <Panel title="Record by record" says="Open one to see who of the staff can see it on their screens." flush>
      {records.length === 0 ? (
        <Empty>Nothing is recorded about this patient yet.</Empty>
      ) : (
        <Lines label="Records" rows={records} columns={columns} keyOf={({ id }) => id} onOpen={setChosen} tone={({ goes }) => (goes ? undefined : 'attention')} />
      )}
      <Dialog title="Who can see this" opened={chosen !== null} onClose={() => setChosen(null)}>
        {chosen && kind && <Sight patientId={patientId} kind={kind} recordId={chosen.id} />}
      </Dialog>
    </Panel>
  );
}

function Decided({ patientId, simulation }: { readonly patientId: string; readonly simulation: Simulation }) {
  const { decision, explanation, chain, records } = simulation;
  return (
    <>
      <Alert color={decision.outcome === 'permit' ? 'tide' : 'orange'} variant="light" title={outcomeWords[decision.outcome]} role="status">
        <Stack gap={6}>
          <Text size="sm">
            {explanation.headline} {decision.says} {decision.citation}
          </Text>
          {explanation.mustDo.length > 0 && (
            <List size="sm">
              {explanation.mustDo.map((one) => (
                <List.Item key={one}>{one}</List.Item>
              ))}
            </List>
          )}
          {explanation.wouldOpen.length > 0 && (
            <>
              <Text size="sm" fw={600}>
                What would open more
              </Text>
              <List size="sm">
                {explanation.wouldOpen.map((one) => (
                  <List.Item key={one}>{one}</List.Item>
                ))}
              </List>
            </>
          )}
        </Stack>
      </Alert>
      <Panel title="The facts">
        <List size="sm" spacing={6}>
          {chain.map(({ says, counts }) => (
            <List.Item key={says} fw={counts ? 600 : undefined}>
              {says}
            </List.Item>
          ))}
        </List>
      </Panel>
      <Records patientId={patientId} records={records} />
    </>
  );
}

/** What would be decided for any actor, recipient, purpose and moment. Nothing is released; that it was asked is recorded. */
export function WhatIfScreen() {
  const { patientId = '' } = useParams({ strict: false }) as { patientId?: string };
  const banner = useQuery(patientQueries.banner(patientId));
  const ask = useMutation({
    mutationFn: (asked: z.input<typeof SimulationAsked>) => api.post(`/patients/${patientId}/simulations`, SimulationReply, asked),
  });
  return (
    <Page title="What if …" width={960}>
      <Text size="sm" c="dimmed">
        {banner.data ? `About ${banner.data.name}. ` : ''}Nothing is kept or released. That you asked is in the access log.
      </Text>
      <Panel title="Suppose">
        <WhatIfForm patientId={patientId} isPending={ask.isPending} onAsk={ask.mutate} />
      </Panel>
      {ask.isError && <Failed error={ask.error} />}
      {ask.data && <Decided patientId={patientId} simulation={ask.data} />}
    </Page>
  );
}
