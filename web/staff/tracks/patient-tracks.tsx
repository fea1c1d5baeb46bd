import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { EnrolmentReply } from '#server/tracks/enrolments/enrolments.contract.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { day } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay } from '../identity/session.ts';
import { EnrolForm } from './enrol-form.tsx';
import { LeaveForm, ReturnButton } from './leave-form.tsx';
import { trackQueries } from './track-queries.ts';
import { leftWords } from './track-words.ts';

function Line({ enrolment, onLeave }: { readonly enrolment: EnrolmentReply; readonly onLeave: () => void }) {
  const { id, trackId, trackName, programName, firstDay, lastDay, leftOn, leftBecause, toCome, patientId } = enrolment;
  const mayWrite = useMay()('chart.write');
  return (
    <Group justify="space-between" wrap="nowrap" align="start">
      <div>
        <Anchor size="sm" fw={leftOn === null ? 600 : 400} component={Link} to={`/tracks/${trackId}`}>
          {trackName}
        </Anchor>
        <Text size="xs" c="dimmed">
          {leftOn === null
            ? `${programName}, ${day(firstDay)} to ${day(lastDay)}, ${toCome} ${toCome === 1 ? 'meeting' : 'meetings'} to come`
            : `${programName}, ${day(firstDay)}, left ${day(leftOn)}: ${leftWords(leftBecause)}`}
        </Text>
      </div>
      {mayWrite && leftOn !== null && <ReturnButton enrolmentId={id} patientId={patientId} name={trackName} />}
      {mayWrite && leftOn === null && (
        <Button size="compact-xs" variant="subtle" color="gray" aria-label={`Leave ${trackName}`} onClick={onLeave}>
          Leave
        </Button>
      )}
    </Group>
  );
}

/** Tracks of a person in the chart, and the way into another one. */
export function PatientTracks({ patientId }: { readonly patientId: string }) {
  const may = useMay();
  const tracks = useQuery(trackQueries.ofPatient(patientId));
  const [isEnrolling, setEnrolling] = useState(false);
  const [leaving, setLeaving] = useState<EnrolmentReply | null>(null);
  return (
    <Panel
      title="Program tracks"
      actions={
        may('track.enrol') &&
        may('schedule.write') && (
          <Button size="compact-xs" variant="light" onClick={() => setEnrolling(true)}>
            Enrol in a track
          </Button>
        )
      }
    >
      <Loaded query={tracks} empty="In no track. A track books all meetings of a day program at once.">
        {({ items }) => (
          <Stack gap="sm">
            {items.map((enrolment) => (
              <Line key={enrolment.id} enrolment={enrolment} onLeave={() => setLeaving(enrolment)} />
            ))}
          </Stack>
        )}
      </Loaded>
      <Dialog title="Enrol in a track" opened={isEnrolling} onClose={() => setEnrolling(false)}>
        <EnrolForm patientId={patientId} onDone={() => setEnrolling(false)} />
      </Dialog>
      <Dialog title={leaving ? `Leave ${leaving.trackName}` : ''} opened={leaving !== null} onClose={() => setLeaving(null)}>
        {leaving && <LeaveForm enrolmentId={leaving.id} patientId={patientId} onDone={() => setLeaving(null)} />}
      </Dialog>
    </Panel>
  );
}
