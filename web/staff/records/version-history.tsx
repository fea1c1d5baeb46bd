import { Stack, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { moment } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';

interface Version {
  readonly version: number;
  readonly writtenAt: string;
  readonly writtenBy: string;
  readonly reason: string;
}

interface VersionHistoryProps<Kept extends Version> {
  readonly query: UseQueryResult<{ items: Kept[] }>;
  /** A version in one line, without its reason. */
  readonly says: (version: Kept) => string;
}

/** All that was ever written of one record of a chart, the newest first, with who, when and why. */
export function VersionHistory<Kept extends Version>({ query, says }: VersionHistoryProps<Kept>) {
  return (
    <Loaded query={query}>
      {({ items }) => (
        <Stack gap="sm" component="ol" m={0} pl="md">
          {items.map((each) => (
            <li key={each.version}>
              <Text size="sm">{says(each)}</Text>
              <Text size="xs" c="dimmed">
                {moment(each.writtenAt)}, {each.writtenBy}
                {each.reason && `: ${each.reason}`}
              </Text>
            </li>
          ))}
        </Stack>
      )}
    </Loaded>
  );
}
