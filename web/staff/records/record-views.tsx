import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';

/** One thing to see of a record or to do with it. */
export interface RecordView {
  readonly name: string;
  readonly label: string;
  readonly shows: ReactNode;
}

/** One record of a chart: what it is, how it is corrected and taken back, and its history; only those that are given. The first is open. */
export function RecordViews({ views }: { readonly views: readonly (RecordView | false | undefined)[] }) {
  const given = views.filter((view) => view !== false && view !== undefined);
  return (
    <Tabs defaultValue={given[0]?.name ?? null} keepMounted={false}>
      <Tabs.List mb="md">
        {given.map(({ name, label }) => (
          <Tabs.Tab key={name} value={name}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {given.map(({ name, shows }) => (
        <Tabs.Panel key={name} value={name}>
          {shows}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
