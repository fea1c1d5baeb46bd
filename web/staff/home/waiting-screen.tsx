import { Group, Pagination, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { TileRows } from '#server/homes/tiles/tiles.contract.ts';
import { clock, day, moment, money } from '../../ui/format/words.ts';
import { Empty, Failed, Page, Waiting } from '../../ui/states/states.tsx';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMe } from '../identity/session.ts';
import { homeQueries, rowsAPage } from './home-queries.ts';
import { besides, figureWords } from './tile-words.ts';

type Row = TileRows['items'][number];

function columnsOf(items: readonly Row[]): readonly Column<Row>[] {
  const isDated = items.some(({ at, day: on }) => at !== null || on !== null);
  const isPaid = items.some(({ cents }) => cents !== null);
  return [
    { label: 'Who', cell: ({ who }) => who },
    { label: 'What', cell: ({ what }) => what },
    ...(isDated ? [{ label: 'When', cell: ({ at, day: on }: Row) => (at ? moment(at) : on ? day(on) : '') }] : []),
    ...(isPaid ? [{ label: 'Amount', cell: ({ cents }: Row) => (cents === null ? '' : money(cents)), align: 'right' as const }] : []),
  ];
}

function Rows({ rows, page, onPage }: { readonly rows: TileRows; readonly page: number; readonly onPage: (page: number) => void }) {
  const { organisation } = useMe();
  const pages = Math.ceil(rows.count / rowsAPage);
  const more = besides(rows);
  return (
    <Panel title={`${figureWords(rows)}${more ? `, ${more}` : ''}`} says={rows.means} flush>
      {rows.items.length === 0 && <Empty>Nothing waits here.</Empty>}
      {rows.items.length > 0 && (
        <Lines
          label={rows.asks}
          rows={rows.items}
          columns={columnsOf(rows.items)}
          keyOf={({ id }) => id}
          to={({ opens }) => opens}
          tone={({ isLate }) => (isLate ? 'attention' : undefined)}
        />
      )}
      <Group justify="space-between" px="md" py={6}>
        <Text size="xs" c="dimmed">
          {rows.count.toLocaleString('en-US')} {rows.count === 1 ? 'row' : 'rows'}
          {rows.cents === null ? '' : `, ${money(rows.cents)} in all`}, counted at {clock(rows.asOf, organisation.timeZone)}
        </Text>
        {pages > 1 && <Pagination size="sm" total={pages} value={page} onChange={onPage} getControlProps={(control) => ({ 'aria-label': `${control} page` })} />}
      </Group>
    </Panel>
  );
}

/** The rows behind one number of the home page, those that are late first; each opens where it is worked. */
export function WaitingScreen() {
  const { code = '' } = useParams({ strict: false }) as { code?: string };
  const [page, setPage] = useState(1);
  const rows = useQuery(homeQueries.rows(code, page));
  return (
    <Page title={rows.data?.asks ?? 'What waits'} width={1000}>
      {rows.isError && <Failed error={rows.error} retry={() => void rows.refetch()} />}
      {rows.isPending && <Waiting />}
      {rows.data && <Rows rows={rows.data} page={page} onPage={setPage} />}
    </Page>
  );
}
