import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useMay } from '../identity/session.ts';
import { AftercareForm } from './aftercare-form.tsx';
import { stayQueries } from './stay-queries.ts';
import { TedsForm } from './teds-form.tsx';

/** What follows a stay, and what states are told of its beginning and its end. */
export function StayEndPanel({ episodeId }: { readonly episodeId: string }) {
  const may = useMay();
  const teds = useQuery(stayQueries.teds(episodeId));
  const aftercare = useQuery(stayQueries.aftercare(episodeId));
  return (
    <Stack gap="md">
      {may('chart.write') && (
        <Loaded query={aftercare}>{({ current }) => <AftercareForm key={current?.writtenAt ?? ''} episodeId={episodeId} current={current} />}</Loaded>
      )}
      <Loaded query={teds}>
        {({ records, derived, source }) => (
          <Stack gap="md">
            {records.map((record) => (
              <TedsForm key={`${record.moment} ${record.writtenAt}`} episodeId={episodeId} record={record} />
            ))}
            <Text size="xs" c="dimmed">
              From the record: referral {derived.referral}, {derived.daysWaiting} {derived.daysWaiting === 1 ? 'day' : 'days'} of waiting
              {derived.reason === null ? '' : `, reason of discharge ${derived.reason}`}. {source}
            </Text>
          </Stack>
        )}
      </Loaded>
    </Stack>
  );
}

/** What is still missing before somebody is discharged: said, and no obstacle. */
export function MissingAtDischarge({ episodeId }: { readonly episodeId: string }) {
  const teds = useQuery(stayQueries.teds(episodeId));
  const aftercare = useQuery(stayQueries.aftercare(episodeId));
  const discharge = teds.data?.records.find(({ moment }) => moment === 'discharge');
  const missing = [
    ...(aftercare.data?.current === null ? ['Aftercare is not written yet.'] : []),
    ...(discharge && discharge.missing.length > 0 ? [`What is reported at discharge lacks ${discharge.missing.length} answers.`] : []),
  ];
  if (missing.length === 0) return null;
  return (
    <Text size="sm" c="orange.8" role="note">
      {missing.join(' ')} Both can be kept before and after, under Aftercare and reporting.
    </Text>
  );
}
