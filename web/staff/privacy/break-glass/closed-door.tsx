import { Button, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { WhyNot } from '#server/privacy/explanations/explanations.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { Problem } from '../../../ui/api/problem.ts';
import { Dialog } from '../../../ui/form/dialog.tsx';
import { Failed, Page } from '../../../ui/states/states.tsx';
import { Panel } from '../../../ui/table/panel.tsx';
import { OpenOnConsent } from './open-on-consent.tsx';
import { EmergencyForm } from './emergency-form.tsx';

/** A chart that does not open: why that may be, what would open it, and the emergency as the last way. The same for somebody hidden and for nobody. */
export function ClosedDoor({ patientId, error, retry }: { readonly patientId: string; readonly error: unknown; readonly retry: () => void }) {
  const isClosed = error instanceof Problem && error.status === 404;
  const why = useQuery({ queryKey: ['why-not', patientId], queryFn: () => api.get(`/patients/${patientId}/why-not`, WhyNot), enabled: isClosed });
  const [isOpening, setOpening] = useState(false);
  if (!isClosed || !why.data) return <Failed error={error} retry={retry} />;
  return (
    <Page title="No chart to show" width={720}>
      <OpenOnConsent patientId={patientId} />
      <Panel title="Why can't I see this?">
        <Stack gap="sm">
          <Text size="sm">{why.data.sees}</Text>
          <Text size="sm">{why.data.closed}</Text>
          <Text size="sm" fw={600}>
            What would open it
          </Text>
          <List size="sm" spacing={4}>
            {why.data.opens.map((way) => (
              <List.Item key={way}>{way}</List.Item>
            ))}
          </List>
          {why.data.canBreakGlass && (
            <Button color="red" variant="light" w="fit-content" onClick={() => setOpening(true)}>
              Emergency access
            </Button>
          )}
        </Stack>
      </Panel>
      <Dialog title="Emergency access" opened={isOpening} onClose={() => setOpening(false)}>
        <EmergencyForm patientId={patientId} onCancel={() => setOpening(false)} />
      </Dialog>
    </Page>
  );
}
