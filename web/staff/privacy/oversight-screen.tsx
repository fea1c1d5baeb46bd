import { Stack } from '@mantine/core';
import { Page } from '../../ui/states/states.tsx';
import { useMay } from '../identity/session.ts';
import { IncidentsPanel } from './incidents/incidents-panel.tsx';
import { SharingPanel } from './need-to-know/sharing-panel.tsx';
import { EmergencyReviews } from './review/emergency-reviews.tsx';
import { ReviewDaysPanel } from './review/review-days.tsx';

/** What needs the privacy officer today: emergencies to review, days to close, clocks of incidents. */
export function OversightScreen() {
  const may = useMay();
  return (
    <Page title="Privacy">
      <Stack gap="md">
        {may('privacy.review') && <EmergencyReviews />}
        {may('incident.write') && <IncidentsPanel />}
        {may('privacy.review') && <ReviewDaysPanel />}
        {may('privacy.review') && <SharingPanel />}
      </Stack>
    </Page>
  );
}
