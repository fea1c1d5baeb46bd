import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { day } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Page } from '../../ui/states/states.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay } from '../identity/session.ts';
import { NewTrackForm } from './new-track-form.tsx';
import { Timetable } from './timetable.tsx';
import { trackQueries } from './track-queries.ts';

/** The tracks of one's day programs, with their weeks and what is free in them. */
export function TracksScreen() {
  const mayWrite = useMay()('chart.write');
  const [isAdding, setAdding] = useState(false);
  const tracks = useQuery(trackQueries.all);
  return (
    <Page
      title="Program tracks"
      actions={
        mayWrite &&
        !isAdding && (
          <Button size="sm" onClick={() => setAdding(true)}>
            New track
          </Button>
        )
      }
    >
      {isAdding && <NewTrackForm onDone={() => setAdding(false)} />}
      <Loaded query={tracks} empty="No track yet. A track is a weekly timetable of groups; enrolling somebody books all its meetings at once.">
        {({ items }) => (
          <Stack gap="md">
            {items.map((track) => (
              <Panel
                key={track.id}
                title={track.name}
                says={`${track.programName}, ${day(track.firstDay)} to ${day(track.lastDay)}; ${track.enrolled} enrolled, ${track.seatsFree} free`}
                actions={
                  <Button component={Link} to={`/tracks/${track.id}`} size="compact-sm" variant="light" style={{ flexShrink: 0 }} aria-label={`Open ${track.name}`}>
                    Open
                  </Button>
                }
              >
                <Timetable name={track.name} slots={track.slots} />
              </Panel>
            ))}
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}
