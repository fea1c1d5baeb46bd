import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { Panel } from '../../../ui/table/panel.tsx';
import classes from './summary.module.css';

interface SummaryCardProps<Data> {
  readonly title: string;
  readonly patientId: string;
  /** The page of the chart that holds all of it. */
  readonly tab: string;
  readonly query: UseQueryResult<Data>;
  readonly empty: string;
  readonly isEmpty: (data: Data) => boolean;
  readonly children: (data: Data) => ReactNode;
}

/** A part of the summary: its title leads to the page that holds all of it. */
export function SummaryCard<Data>({ title, patientId, tab, query, empty, isEmpty, children }: SummaryCardProps<Data>) {
  return (
    <Panel
      title={title}
      actions={
        <Anchor component={Link} to={`/patients/${patientId}/${tab}`} size="xs" aria-label={`Open ${title.toLowerCase()}`}>
          Open
        </Anchor>
      }
    >
      <Loaded query={query} isEmpty={isEmpty} empty={empty}>
        {(data) => <ul className={classes.lines}>{children(data)}</ul>}
      </Loaded>
    </Panel>
  );
}

/** One line of a part: what, and quietly when, where or by whom. */
export function SummaryLine({ quiet, strong = false, children }: { readonly quiet?: ReactNode; readonly strong?: boolean; readonly children: ReactNode }) {
  return (
    <li>
      <Text size="sm" fw={strong ? 600 : 400} component="div">
        {children}
      </Text>
      {quiet && (
        <Text size="xs" c="dimmed">
          {quiet}
        </Text>
      )}
    </li>
  );
}
