import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Board } from '#server/residence/board/board.contract.ts';
import type { ReactNode } from 'react';
import { Failed, Page, Waiting } from '../../ui/states/states.tsx';
import { useMay } from '../identity/session.ts';
import { BoardView } from './board/board-view.tsx';
import { CensusView } from './census/census-view.tsx';
import { HandOffView } from './handoffs/hand-off-view.tsx';
import { IncidentsView } from './incidents/incidents-view.tsx';
import { PlacesView } from './places/places-view.tsx';
import { residenceQueries } from './residence-queries.ts';
import { RosterView } from './roster-view.tsx';
import { RoundsView } from './rounds/rounds-view.tsx';

const tabs = [
  { key: 'board', label: 'Beds', permission: 'residence.read' },
  { key: 'rounds', label: 'Rounds', permission: 'residence.read' },
  { key: 'hand-off', label: 'Hand-off', permission: 'residence.read' },
  { key: 'incidents', label: 'Incidents', permission: 'residence.read' },
  { key: 'roster', label: 'Roster', permission: 'residence.read' },
  { key: 'census', label: 'Census', permission: 'residence.read' },
  { key: 'places', label: 'Places', permission: 'program.write' },
] as const;

function OnBoard({ children }: { readonly children: (board: Board) => ReactNode }) {
  const board = useQuery(residenceQueries.board);
  if (board.isError) return <Failed error={board.error} retry={() => void board.refetch()} />;
  return board.data ? children(board.data) : <Waiting label="Looking at the beds" />;
}

/** The house: its beds, who lives there, each midnight, and its places. */
export function HouseScreen() {
  const may = useMay();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as { tab?: string };
  const mine = tabs.filter(({ permission }) => may(permission));
  const tab = mine.find(({ key }) => key === search.tab)?.key ?? mine[0]?.key;
  return (
    <Page title="House">
      <Tabs value={tab ?? null} onChange={(next) => void navigate({ to: '/house', search: { tab: next } as never })} keepMounted={false}>
        <Tabs.List mb="md">
          {mine.map(({ key, label }) => (
            <Tabs.Tab key={key} value={key}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="board">
          <OnBoard>{(board) => <BoardView board={board} />}</OnBoard>
        </Tabs.Panel>
        <Tabs.Panel value="rounds">
          <OnBoard>{(board) => <RoundsView board={board} />}</OnBoard>
        </Tabs.Panel>
        <Tabs.Panel value="hand-off">
          <OnBoard>{(board) => <HandOffView board={board} />}</OnBoard>
        </Tabs.Panel>
        <Tabs.Panel value="incidents">
          <OnBoard>{(board) => <IncidentsView board={board} />}</OnBoard>
        </Tabs.Panel>
        <Tabs.Panel value="roster">
          <OnBoard>{(board) => <RosterView board={board} />}</OnBoard>
        </Tabs.Panel>
        <Tabs.Panel value="census">
          <CensusView />
        </Tabs.Panel>
        <Tabs.Panel value="places">
          <PlacesView />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
