import { Grid, Stack, Text } from '@mantine/core';
import { useNow } from '../../ui/format/use-now.ts';
import { Page } from '../../ui/states/states.tsx';
import { SessionsToday } from '../groups/sessions-today.tsx';
import { useMay, useMe } from '../identity/session.ts';
import { AuthorizationsCard } from './authorizations-card.tsx';
import { BillingCard } from './billing-card.tsx';
import { DraftsCard } from './drafts-card.tsx';
import { FirstStepsCard } from './first-steps-card.tsx';
import { greeting } from './greeting.ts';
import { MeasurementCard } from './measurement-card.tsx';
import { MentionsCard } from './mentions-card.tsx';
import { ReferralsCard } from './referrals-card.tsx';
import { ResultsCard } from './results-card.tsx';
import { RiskCard } from './risk-card.tsx';
import { SignaturesCard } from './signatures-card.tsx';
import { StaffCard } from './staff-card.tsx';
import { TodayCard } from './today-card.tsx';

/** What needs this person now, each thing a step away. Which parts show follows from what they may do. */
export function HomeScreen() {
  const me = useMe();
  const may = useMay();
  const { hello, date } = greeting(new Date(useNow()), me.organisation.timeZone);
  return (
    <Page
      title={`${hello}, ${me.staff.givenName}`}
      actions={
        <Text c="dimmed" size="sm">
          {date}
        </Text>
      }
    >
      <Grid gap="md">
        {may('schedule.read') && (
          <Grid.Col span={{ base: 12, lg: 7 }}>
            <Stack gap="md">
              <TodayCard />
              {may('chart.read') && <SessionsToday />}
              {may('assessment.read') && <MeasurementCard />}
            </Stack>
          </Grid.Col>
        )}
        <Grid.Col span={{ base: 12, lg: may('schedule.read') ? 5 : 12 }}>
          <Stack gap="md">
            {may('assessment.read') && <RiskCard />}
            {may('result.review') && <ResultsCard />}
            {may('chart.write') && <MentionsCard />}
            {may('note.sign') && <SignaturesCard />}
            {may('chart.write') && <DraftsCard />}
            {may('claim.read') && <BillingCard />}
            {may('authorization.write') && <AuthorizationsCard />}
            {may('program.write') && <FirstStepsCard />}
            {may('staff.read') && <StaffCard />}
            {may('program.read') && may('episode.write') && <ReferralsCard />}
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}
