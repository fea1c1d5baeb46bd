import { SegmentedControl, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { WhoCanSee } from '#server/privacy/explanations/explanations.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { Lines } from '../../../ui/table/lines.tsx';
import { Panel } from '../../../ui/table/panel.tsx';

/** Who of the staff can see a person at this moment, and by which facts. */
export function WhoCanSeePanel({ patientId }: { readonly patientId: string }) {
  const [purpose, setPurpose] = useState('TREAT');
  const sight = useQuery({
    queryKey: ['patient', patientId, 'who-can-see', purpose],
    queryFn: () => api.get(`/patients/${patientId}/who-can-see`, WhoCanSee, { kind: 'person', purpose }),
  });
  return (
    <Panel
      title="Who can see this person"
      flush
      actions={
        <SegmentedControl
          size="xs"
          aria-label="For which purpose"
          value={purpose}
          onChange={setPurpose}
          data={[
            { value: 'TREAT', label: 'Treatment' },
            { value: 'HPAYMT', label: 'Payment' },
            { value: 'ETREAT', label: 'Emergency' },
          ]}
        />
      }
    >
      <Loaded query={sight} empty="Nobody of the staff.">
        {({ items, others }) => (
          <>
            <Lines
              label="Who can see"
              rows={items}
              keyOf={({ staffId }) => staffId}
              columns={[
                { label: 'Who', cell: ({ name }) => name },
                {
                  label: 'Because',
                  cell: ({ chain }) =>
                    chain
                      .filter(({ code }) => ['works-there', 'knows-person', 'grant'].includes(code))
                      .map(({ says }) => says)
                      .join(' '),
                },
              ]}
            />
            <Text size="xs" c="dimmed" px="md" py={6}>
              {others} others of the staff cannot.
            </Text>
          </>
        )}
      </Loaded>
    </Panel>
  );
}
