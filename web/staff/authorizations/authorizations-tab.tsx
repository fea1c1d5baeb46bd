import { Badge, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { Authorizations, type Authorization } from '#server/billing/authorizations/authorizations.contract.ts';
import { api } from '../../ui/api/api.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { day } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Lines } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay } from '../identity/session.ts';
import { AuthorizationForm } from './authorization-form.tsx';
import { standingWords } from './authorization-words.ts';

type Reply = z.infer<typeof Authorization>;

/** What payers allow for a person: how much of it is used, until when, and who sees to the next one. */
export function AuthorizationsTab({ patientId }: { readonly patientId: string }) {
  const mayWrite = useMay()('authorization.write');
  const list = useQuery({ queryKey: ['patient', patientId, 'authorizations'], queryFn: () => api.get(`/patients/${patientId}/authorizations`, Authorizations) });
  const [doing, setDoing] = useState<Reply | 'new' | null>(null);
  const close = () => setDoing(null);
  return (
    <Panel
      title="Authorizations"
      says="Used is what was attended and signed within the dates."
      flush
      actions={
        mayWrite && (
          <Button size="compact-sm" onClick={() => setDoing('new')}>
            Note an authorization
          </Button>
        )
      }
    >
      <Loaded query={list} empty="No authorization is noted. Payers ask for one before intensive, residential and inpatient care.">
        {({ items }) => (
          <Lines
            label="Authorizations"
            rows={items}
            columns={[
              { label: 'Number', cell: ({ number, payerName }) => number ?? `${payerName}, no number yet` },
              { label: 'Program', cell: ({ programName }) => programName },
              { label: 'Used', cell: ({ used, allowed, counts }) => `${used} of ${allowed} ${counts}` },
              { label: 'Through', cell: ({ validFrom, validThrough }) => `${day(validFrom)} to ${day(validThrough)}` },
              { label: 'Owner', cell: ({ ownerName }) => ownerName ?? 'nobody', wide: true },
              {
                label: 'Standing',
                cell: ({ standing }) => (
                  <Badge size="sm" variant="light" color={standingWords[standing].color}>
                    {standingWords[standing].says}
                  </Badge>
                ),
              },
            ]}
            keyOf={({ id }) => id}
            {...(mayWrite ? { onOpen: (one: Reply) => setDoing(one) } : {})}
            tone={({ standing }) => (standing === 'over' ? 'past' : undefined)}
          />
        )}
      </Loaded>
      <Dialog title={doing === 'new' ? 'Note an authorization' : 'Authorization'} opened={doing !== null} onClose={close}>
        {doing === 'new' && <AuthorizationForm patientId={patientId} onDone={close} />}
        {doing && doing !== 'new' && <AuthorizationForm patientId={patientId} authorization={doing} onDone={close} />}
      </Dialog>
    </Panel>
  );
}
