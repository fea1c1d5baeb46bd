import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { Letters } from '#server/privacy/incidents/incidents.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { tellProblem } from '../../../ui/form/tell.ts';
import { moment } from '../../../ui/format/words.ts';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { Lines } from '../../../ui/table/lines.tsx';
import { Panel } from '../../../ui/table/panel.tsx';

type Letter = z.infer<typeof Letters>['items'][number];

function Sent({ incidentId, letter, isClosed }: { readonly incidentId: string; readonly letter: Letter; readonly isClosed: boolean }) {
  const queries = useQueryClient();
  const send = useMutation({
    mutationFn: () => api.post(`/incidents/${incidentId}/letters`, undefined, { patientId: letter.patientId, how: 'first-class-mail' }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['incidents', incidentId] }),
    onError: tellProblem,
  });
  if (letter.notifiedAt) return `${moment(letter.notifiedAt)}, ${(letter.notifiedHow ?? '').replaceAll('-', ' ')}`;
  if (isClosed) return 'not sent';
  return (
    <Button size="compact-xs" variant="default" loading={send.isPending} onClick={() => send.mutate()}>
      Letter sent
    </Button>
  );
}

/** Who has to be written to, with the last known address. */
export function LettersPanel({ incidentId, isClosed }: { readonly incidentId: string; readonly isClosed: boolean }) {
  const letters = useQuery({ queryKey: ['incidents', incidentId, 'letters'], queryFn: () => api.get(`/incidents/${incidentId}/letters`, Letters) });
  return (
    <Panel title="Letters" flush>
      <Loaded query={letters} empty="Nobody is named in this incident.">
        {({ items }) => (
          <Lines
            label="Letters"
            rows={items}
            keyOf={({ patientId }) => patientId}
            columns={[
              { label: 'Who', cell: ({ name }) => name ?? 'A person out of your reach' },
              { label: 'Address', cell: ({ address }) => address ?? 'none on record: substitute notice' },
              { label: 'Sent', cell: (letter) => <Sent incidentId={incidentId} letter={letter} isClosed={isClosed} /> },
            ]}
          />
        )}
      </Loaded>
    </Panel>
  );
}
