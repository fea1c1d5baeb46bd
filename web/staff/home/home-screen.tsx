import { Grid, Stack, Text } from '@mantine/core';
import { useNow } from '../../ui/format/use-now.ts';
import { Page } from '../../ui/states/states.tsx';
import { SessionsToday } from '../groups/sessions-today.tsx';
import { useMay, useMe } from '../identity/session.ts';
import { FirstStepsCard } from './first-steps-card.tsx';
import { greeting } from './greeting.ts';
import { HomeTiles } from './home-tiles.tsx';
import { MeasurementCard } from './measurement-card.tsx';
import { MentionsCard } from './mentions-card.tsx';
import { ResultsCard } from './results-card.tsx';
import { RiskCard } from './risk-card.tsx';
import { TodayCard } from './today-card.tsx';

/** What needs this person now, each thing a step away. Which parts show follows from what they may do. */
export function HomeScreen() {
  const me = useMe();
  const may = useMay();
  // Those who neither treat nor receive have no day of appointments.
  const hasDay = may('schedule.read') && (may('chart.write') || may('schedule.write'));
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
      <HomeTiles />
      <Grid gap="md">
        {hasDay && (
          <Grid.Col span={{ base: 12, lg: may('chart.read') ? 7 : 12 }}>
            <Stack gap="md">
              <TodayCard />
              {may('chart.read') && <SessionsToday />}
            </Stack>
          </Grid.Col>
        )}
        <Grid.Col span={{ base: 12, lg: hasDay && may('chart.read') ? 5 : 12 }}>
          <Stack gap="md">
            {may('assessment.read') && <RiskCard />}
            {may('result.review') && <ResultsCard />}
            {may('chart.write') && <MentionsCard />}
            {may('assessment.read') && <MeasurementCard />}
            {may('program.write') && <FirstStepsCard />}
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}
