import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { Problem } from '../../../ui/api/problem.ts';
import { Dialog } from '../../../ui/form/dialog.tsx';
import { Failed, Page } from '../../../ui/states/states.tsx';
import { Panel } from '../../../ui/table/panel.tsx';
import { OpenOnConsent } from './open-on-consent.tsx';
import { EmergencyForm } from './emergency-form.tsx';
import { useWhyNot, WhyNotWords } from './why-not.tsx';

/** A chart that does not open: why that may be, what would open it, and the emergency as the last way. The same for somebody hidden and for nobody. */
export function ClosedDoor({ patientId, error, retry }: { readonly patientId: string; readonly error: unknown; readonly retry: () => void }) {
  const isClosed = error instanceof Problem && error.status === 404;
  const why = useWhyNot(patientId, isClosed);
  const [isOpening, setOpening] = useState(false);
  if (!isClosed || !why.data) return <Failed error={error} retry={retry} />;
  return (
    <Page title="No chart to show" width={720}>
      <OpenOnConsent patientId={patientId} />
      <Panel title="Why can't I see this?">
        <Stack gap="sm">
          <WhyNotWords why={why.data} />
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
