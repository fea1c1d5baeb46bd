import { Badge, Button, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SignReply, VitalSeries, VitalSetReply } from '#server/observations/vitals/vitals.contract.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { moment } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay } from '../identity/session.ts';
import { WhyNotMore } from '../privacy/break-glass/why-not.tsx';
import { RecordViews } from '../records/record-views.tsx';
import { WithdrawForm } from '../records/withdraw-form.tsx';
import { CoursePlot } from './course-plot.tsx';
import { observationQueries } from './observation-queries.ts';
import { ChangeSetForm, SetHistory } from './set-forms.tsx';
import { bloodPressure, shownValue } from './vital-words.ts';
import { VitalsRow } from './vitals-row.tsx';

const columns: readonly Column<VitalSetReply>[] = [
  { label: 'Taken', cell: ({ takenAt }) => moment(takenAt) },
  { label: 'Blood pressure', cell: (set) => [bloodPressure(set), set.measured.systolic ? set.position : ''].filter(Boolean).join(', ') },
  { label: 'Pulse', cell: ({ measured }) => measured.pulse?.value },
  { label: 'Breaths', cell: ({ measured }) => measured.respiration?.value },
  { label: 'Temperature', cell: (set) => shownValue(set, 'temperature') },
  { label: 'SpO2', cell: ({ measured }) => measured.saturation && `${measured.saturation.value} %` },
  { label: 'Weight', cell: (set) => shownValue(set, 'weight') },
  { label: 'Height', cell: (set) => shownValue(set, 'height') },
  { label: 'BMI', cell: ({ bodyMassIndex }) => bodyMassIndex },
  { label: 'Pain', cell: ({ measured }) => measured.pain?.value },
  { label: 'By', cell: ({ writtenBy }) => writtenBy, wide: true },
  {
    label: 'Doubt',
    cell: ({ doubts }) =>
      doubts.length > 0 && (
        <Badge size="sm" variant="light" color="orange" title={doubts.map(({ says }) => says).join(' ')}>
          check
        </Badge>
      ),
  },
];

const pointsOf = ({ points }: VitalSeries) => points.map(({ at, value }) => ({ at: Date.parse(at), value }));

function Courses({ series }: { readonly series: readonly VitalSeries[] }) {
  const of = (code: VitalSeries['code']) => series.find((each) => each.code === code);
  const [systolic, diastolic] = [of('systolic'), of('diastolic')];
  const pressure = [systolic, diastolic].flatMap((each) => (each ? [{ name: each.name, points: pointsOf(each) }] : []));
  const single = series.filter(({ code, points }) => code !== 'systolic' && code !== 'diastolic' && points.length > 1);
  if ((systolic?.points.length ?? 0) < 2 && single.length === 0) return null;
  return (
    <Panel title="Over time">
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="lg">
        {pressure.length > 0 && (
          <div>
            <Text size="sm" fw={600}>
              Blood pressure
            </Text>
            <CoursePlot courses={pressure} unit="mmHg" />
          </div>
        )}
        {single.map((each) => (
          <div key={each.code}>
            <Text size="sm" fw={600}>
              {each.name}
            </Text>
            <CoursePlot courses={[{ name: each.name, points: pointsOf(each) }]} unit={each.unit} />
          </div>
        ))}
      </SimpleGrid>
    </Panel>
  );
}

function OneSet({
  set,
  signs,
  patientId,
  onDone,
}: {
  readonly set: VitalSetReply;
  readonly signs: readonly SignReply[];
  readonly patientId: string;
  readonly onDone: () => void;
}) {
  const mayWrite = useMay()('observation.write');
  const withdrawing = (
    <WithdrawForm
      patientId={patientId}
      path={`/vitals/${set.id}`}
      version={set.version}
      says="The row leaves the list and the trend, and stays in the record."
      onDone={onDone}
    />
  );
  return (
    <Stack gap="md">
      {[...set.doubts.map(({ says }) => says), set.note].filter(Boolean).map((line) => (
        <Text key={line} size="sm">
          {line}
        </Text>
      ))}
      <RecordViews
        views={[
          mayWrite && { name: 'change', label: 'Correct', shows: <ChangeSetForm set={set} signs={signs} patientId={patientId} onDone={onDone} /> },
          mayWrite && { name: 'withdraw', label: 'Entered in error', shows: withdrawing },
          { name: 'history', label: 'History', shows: <SetHistory setId={set.id} signs={signs} /> },
        ]}
      />
    </Stack>
  );
}

/** Vital signs: a row to type into, each sign over time, and every round that was taken. */
export function VitalsTab({ patientId }: { readonly patientId: string }) {
  const mayWrite = useMay()('observation.write');
  const vitals = useQuery(observationQueries.vitals(patientId));
  const signs = useQuery(observationQueries.signs);
  const [open, setOpen] = useState<VitalSetReply | null>(null);
  const close = () => setOpen(null);
  return (
    <Stack gap="md">
      {mayWrite && (
        <Panel title="Take vital signs" says="Tab to the next value, Enter to keep the row. A unit may be typed after a value: 80 kg, 37 C">
          <Loaded query={signs}>{({ items }) => <VitalsRow patientId={patientId} signs={items} />}</Loaded>
        </Panel>
      )}
      {vitals.data && <Courses series={vitals.data.series} />}
      <Panel
        title="Vital signs"
        flush
        actions={
          <Button variant="subtle" size="compact-sm" onClick={() => window.print()}>
            Print
          </Button>
        }
      >
        <Loaded query={vitals} empty="No vital signs yet.">
          {({ items }) => (
            <Lines
              label="Vital signs"
              rows={items}
              columns={columns}
              keyOf={({ id }) => id}
              tone={({ doubts }) => (doubts.length > 0 ? 'attention' : undefined)}
              onOpen={setOpen}
            />
          )}
        </Loaded>
        <WhyNotMore patientId={patientId} />
      </Panel>
      <Dialog title={open ? `Vital signs of ${moment(open.takenAt)}` : ''} opened={open !== null} onClose={close} wide>
        {open && signs.data && <OneSet set={open} signs={signs.data.items} patientId={patientId} onDone={close} />}
      </Dialog>
    </Stack>
  );
}
