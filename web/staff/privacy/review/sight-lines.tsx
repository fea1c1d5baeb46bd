import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { WhoCanSee } from '#server/privacy/explanations/explanations.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { Lines } from '../../../ui/table/lines.tsx';

/** What is asked about: the person, or one record of a program. */
export interface Sighted {
  readonly patientId: string;
  readonly kind: 'person' | 'note' | 'diagnosis' | 'assessment' | 'care-plan' | 'appointment';
  readonly recordId?: string;
}

/** For which purpose it is asked. */
export function PurposeChoice({ value, onChange }: { readonly value: string; readonly onChange: (purpose: string) => void }) {
  return (
    <SegmentedControl
      size="xs"
      aria-label="For which purpose"
      value={value}
      onChange={onChange}
      data={[
        { value: 'TREAT', label: 'Treatment' },
        { value: 'HPAYMT', label: 'Payment' },
        { value: 'ETREAT', label: 'Emergency' },
      ]}
    />
  );
}

/** Those of the staff who can see it at this moment, and by which facts. */
export function SightLines({ patientId, kind, recordId, purpose }: Sighted & { readonly purpose: string }) {
  const sight = useQuery({
    queryKey: ['patient', patientId, 'who-can-see', kind, recordId ?? null, purpose],
    queryFn: () => api.get(`/patients/${patientId}/who-can-see`, WhoCanSee, { kind, recordId, purpose }),
  });
  return (
    <Loaded query={sight} empty="Nobody of the staff can see it for this purpose.">
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
  );
}

/** The same with a choice of purpose, for a dialog. */
export function Sight(sighted: Sighted) {
  const [purpose, setPurpose] = useState('TREAT');
  return (
    <Stack gap="sm">
      <PurposeChoice value={purpose} onChange={setPurpose} />
      <SightLines {...sighted} purpose={purpose} />
    </Stack>
  );
}
