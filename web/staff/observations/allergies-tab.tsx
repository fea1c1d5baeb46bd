import { Badge, Button, Group } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AllergyList, type AllergyListReply, type AllergyReply } from '#server/observations/allergies/allergies.contract.ts';
import { api } from '../../ui/api/api.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { tellProblem } from '../../ui/form/tell.ts';
import { day } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Empty } from '../../ui/states/states.tsx';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay } from '../identity/session.ts';
import { useRefreshPatient } from '../patients/patient-queries.ts';
import { WhyNotMore } from '../privacy/break-glass/why-not.tsx';
import { useProgramsFor } from '../programs/program-field.tsx';
import { RecordViews } from '../records/record-views.tsx';
import { VersionHistory } from '../records/version-history.tsx';
import { ChangeAllergyForm, EndAllergyForm, NewAllergyForm } from './allergy-forms.tsx';
import { standingWords } from './allergy-words.ts';
import { observationQueries } from './observation-queries.ts';

const columns: readonly Column<AllergyReply>[] = [
  { label: 'Substance', cell: ({ substance, kind }) => `${substance}${kind === 'intolerance' ? ' (intolerance)' : ''}` },
  { label: 'Reaction', cell: ({ reaction, severity }) => [reaction, severity].filter(Boolean).join(', ') },
  {
    label: 'Standing',
    cell: ({ criticality, state, reason }) => (
      <Group gap={4}>
        {state === 'active' && criticality === 'high' && (
          <Badge size="sm" color="red" variant="light">
            high danger
          </Badge>
        )}
        {state !== 'active' && (
          <Badge size="sm" color="gray" variant="light" title={reason}>
            {state}
          </Badge>
        )}
      </Group>
    ),
  },
  { label: 'Since', cell: ({ onset }) => (onset ? day(onset) : '') },
  { label: 'Checked', cell: ({ verifiedAt, verifiedBy }) => (verifiedAt ? `${day(verifiedAt)}, ${verifiedBy ?? ''}` : 'not yet'), wide: true },
  { label: 'Written', cell: ({ writtenAt, writtenBy }) => `${day(writtenAt)}, ${writtenBy}`, wide: true },
];

function History({ allergyId }: { readonly allergyId: string }) {
  const history = useQuery(observationQueries.allergyHistory(allergyId));
  return (
    <VersionHistory
      query={history}
      says={(each) => [each.substance, each.reaction, each.severity, each.state === 'active' ? '' : each.state, each.programName].filter(Boolean).join(', ')}
    />
  );
}

function OneAllergy({ allergy, patientId, onDone }: { readonly allergy: AllergyReply; readonly patientId: string; readonly onDone: () => void }) {
  const mayWrite = useMay()('observation.write');
  return (
    <RecordViews
      views={[
        mayWrite && { name: 'change', label: 'Change', shows: <ChangeAllergyForm allergy={allergy} patientId={patientId} onDone={onDone} /> },
        mayWrite &&
          allergy.state === 'active' && { name: 'end', label: 'Take off the list', shows: <EndAllergyForm allergy={allergy} patientId={patientId} onDone={onDone} /> },
        { name: 'history', label: 'History', shows: <History allergyId={allergy.id} /> },
      ]}
    />
  );
}

function NoneKnown({ patientId, standing }: { readonly patientId: string; readonly standing: AllergyListReply['standing'] }) {
  const programs = useProgramsFor(patientId);
  const refresh = useRefreshPatient(patientId);
  const state = useMutation({
    mutationFn: (says: 'none-known' | 'withdrawn') => api.post(`/patients/${patientId}/allergy-statements`, AllergyList, { programId: programs[0]?.value, says }),
    onSuccess: refresh,
    onError: tellProblem,
  });
  if (standing.is === 'listed' || programs.length === 0) return null;
  return (
    <>
      <Button size="compact-sm" variant="default" loading={state.isPending} onClick={() => state.mutate('none-known')}>
        {standing.is === 'none-known' ? 'Asked again: none known' : 'Asked: none known'}
      </Button>
      {standing.is === 'none-known' && (
        <Button size="compact-sm" variant="subtle" color="gray" loading={state.isPending} onClick={() => state.mutate('withdrawn')}>
          Take that back
        </Button>
      )}
    </>
  );
}

/** Allergies and intolerances of a person, the most dangerous first, or the statement that none is known. */
export function AllergiesTab({ patientId }: { readonly patientId: string }) {
  const mayWrite = useMay()('observation.write');
  const list = useQuery(observationQueries.allergies(patientId));
  const [doing, setDoing] = useState<AllergyReply | 'add' | null>(null);
  const close = () => setDoing(null);
  return (
    <Panel
      title="Allergies and intolerances"
      flush
      actions={
        mayWrite && (
          <Group gap="xs" justify="flex-end">
            {list.data && <NoneKnown patientId={patientId} standing={list.data.standing} />}
            <Button size="compact-sm" onClick={() => setDoing('add')}>
              Add an allergy
            </Button>
          </Group>
        )
      }
    >
      <Loaded query={list} isEmpty={() => false}>
        {(data) => (
          <>
            {standingWords(data) && <Empty>{standingWords(data)}.</Empty>}
            {data.items.length > 0 && (
              <Lines
                label="Allergies"
                rows={data.items}
                columns={columns}
                keyOf={({ id }) => id}
                tone={({ state, criticality }) => (state === 'active' ? (criticality === 'high' ? 'attention' : undefined) : 'past')}
                onOpen={setDoing}
              />
            )}
          </>
        )}
      </Loaded>
      <WhyNotMore patientId={patientId} />
      <Dialog title="Add an allergy" opened={doing === 'add'} onClose={close}>
        <NewAllergyForm patientId={patientId} onDone={close} />
      </Dialog>
      <Dialog title={doing && doing !== 'add' ? doing.substance : ''} opened={doing !== null && doing !== 'add'} onClose={close}>
        {doing && doing !== 'add' && <OneAllergy allergy={doing} patientId={patientId} onDone={close} />}
      </Dialog>
    </Panel>
  );
}
