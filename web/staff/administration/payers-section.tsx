import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PayerList, type PayerReply } from '#server/billing/payers/payers.contract.ts';
import { api } from '../../ui/api/api.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Lines } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { Fees } from './fees.tsx';
import { NewPayerForm } from './payer-forms.tsx';
import { PayerPanel } from './payer-panel.tsx';
import { filingWords, traineeWords } from './payer-words.ts';

/** Payers, what each asks of a claim, and the amounts. */
export function PayersSection() {
  const payers = useQuery({ queryKey: ['payers'], queryFn: () => api.get('/payers', PayerList) });
  const [doing, setDoing] = useState<PayerReply | 'add' | 'fees' | null>(null);
  const close = () => setDoing(null);
  const payer = typeof doing === 'object' && doing ? doing : undefined;
  const title = doing === 'add' ? 'Add a payer' : (payer?.name ?? 'Our charges');
  return (
    <Panel
      title="Payers"
      says="Open a payer for the amounts it allows and what it asks of claims."
      flush
      actions={
        <Button.Group>
          <Button size="compact-sm" variant="default" onClick={() => setDoing('fees')}>
            Our charges
          </Button>
          <Button size="compact-sm" onClick={() => setDoing('add')}>
            Add a payer
          </Button>
        </Button.Group>
      }
    >
      <Loaded query={payers} empty="No payer yet. Claims need one.">
        {({ items }) => (
          <Lines
            label="Payers"
            rows={items}
            columns={[
              { label: 'Payer', cell: ({ name }) => name },
              { label: 'Number', cell: ({ electronicId }) => electronicId },
              { label: 'Kind', cell: ({ filingIndicator }) => filingWords[filingIndicator] ?? filingIndicator },
              { label: 'Days to file', cell: ({ rules }) => rules.find(({ validTo }) => validTo === null)?.filingDays ?? '', align: 'right' },
              { label: 'Trainees', cell: ({ rules }) => traineeWords[rules.find(({ validTo }) => validTo === null)?.traineePolicy ?? ''] ?? '', wide: true },
            ]}
            keyOf={({ id }) => id}
            onOpen={setDoing}
            tone={({ active }) => (active ? undefined : 'past')}
          />
        )}
      </Loaded>
      <Dialog title={title} opened={doing !== null} onClose={close}>
        {doing === 'add' && <NewPayerForm onDone={close} />}
        {doing === 'fees' && <Fees payer={undefined} />}
        {payer && <PayerPanel payer={payer} onDone={close} />}
      </Dialog>
    </Panel>
  );
}
