import { Anchor, Group, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { WhyNot } from '#server/privacy/explanations/explanations.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { Dialog } from '../../../ui/form/dialog.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';

/** What somebody sees of a patient and what would open more; asked when it is wanted, for each question is recorded. */
export function useWhyNot(patientId: string, enabled: boolean) {
  return useQuery({ queryKey: ['why-not', patientId], queryFn: () => api.get(`/patients/${patientId}/why-not`, WhyNot), enabled });
}

/** What one sees, what stays closed, and what would open it: the same words whether there is more or nothing. */
export function WhyNotWords({ why }: { readonly why: Pick<ReturnType<typeof WhyNot.parse>, 'sees' | 'closed' | 'opens'> }) {
  return (
    <>
      <Text size="sm">{why.sees}</Text>
      <Text size="sm">{why.closed}</Text>
      <Text size="sm" fw={600}>
        What would open it
      </Text>
      <List size="sm" spacing={4}>
        {why.opens.map((way) => (
          <List.Item key={way}>{way}</List.Item>
        ))}
      </List>
    </>
  );
}

function Words({ patientId }: { readonly patientId: string }) {
  const why = useWhyNot(patientId, true);
  return (
    <Loaded query={why}>
      {(said) => (
        <Stack gap="sm">
          <WhyNotWords why={said} />
        </Stack>
      )}
    </Loaded>
  );
}

/** Under a list of a chart: why nothing more is in it. It is there for everybody and always, so that it tells nothing. */
export function WhyNotMore({ patientId }: { readonly patientId: string }) {
  const [isAsked, setAsked] = useState(false);
  return (
    <Group justify="flex-end" px="md" py={6}>
      <Anchor component="button" type="button" size="xs" c="dimmed" onClick={() => setAsked(true)}>
        Why can't I see more?
      </Anchor>
      <Dialog title="Why can't I see more?" opened={isAsked} onClose={() => setAsked(false)}>
        <Words patientId={patientId} />
      </Dialog>
    </Group>
  );
}
