import { Button, FileButton, Group, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PatientReply } from '#server/patients/demographics/demographics.contract.ts';
import { api } from '../../ui/api/api.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { tellProblem } from '../../ui/form/tell.ts';
import { day, phone } from '../../ui/format/words.ts';
import { Failed, Waiting } from '../../ui/states/states.tsx';
import { Facts } from '../../ui/table/facts.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay } from '../identity/session.ts';
import { addressLine, saysOf, saysOfAll } from './choices.ts';
import { MergePanel } from './merge-panel.tsx';
import { patientQueries, useRefreshPatient } from './patient-queries.ts';
import { RecordForm } from './record-form.tsx';

const nameOf = ({ givenName, middleName, familyName, suffix }: PatientReply) => [givenName, middleName, familyName, suffix].filter(Boolean).join(' ');

function PhotoButton({ patientId }: { readonly patientId: string }) {
  const refresh = useRefreshPatient(patientId);
  const upload = useMutation({ mutationFn: (file: File) => api.upload(`/patients/${patientId}/photo`, file), onSuccess: refresh, onError: tellProblem });
  return (
    <FileButton accept="image/png,image/jpeg,image/webp" onChange={(file) => file && upload.mutate(file)}>
      {(props) => (
        <Button {...props} size="compact-xs" variant="default" loading={upload.isPending}>
          Photo
        </Button>
      )}
    </FileButton>
  );
}

function Parts({ record }: { readonly record: PatientReply }) {
  return (
    <>
      <Panel title="How to reach them">
        <Facts
          facts={[
            ['Phone', record.phone && `${phone(record.phone)}${record.phoneKind ? `, ${record.phoneKind}` : ''}`],
            ['Other phone', phone(record.otherPhone)],
            ['Email', record.email],
            ['Address', addressLine(record.address)],
            ['Former addresses', record.formerAddresses.map((address) => addressLine(address)).join('; ')],
          ]}
        />
      </Panel>
      <Panel title="About them">
        <Facts
          facts={[
            ['Sex assigned at birth', saysOf('sexAtBirth', record.sexAtBirth)],
            ['Sex for insurance claims', saysOf('administrativeSex', record.administrativeSex)],
            ['Gender identity', saysOf('genderIdentity', record.genderIdentity)],
            ['Sexual orientation', saysOf('sexualOrientation', record.sexualOrientation)],
            ['Language', `${saysOf('language', record.language) ?? 'not recorded'}${record.needsInterpreter ? ', needs an interpreter' : ''}`],
            ['Race', saysOfAll('race', record.race)],
            ['Ethnicity', saysOfAll('ethnicity', record.ethnicity)],
            ['Tribal affiliation', record.tribalAffiliation],
            ['Occupation', [record.occupation, record.industry].filter(Boolean).join(', ')],
          ]}
        />
      </Panel>
    </>
  );
}

/** All that is told of a person, to read and to correct. */
export function RecordTab({ patientId }: { readonly patientId: string }) {
  const may = useMay();
  const record = useQuery(patientQueries.record(patientId));
  const [changing, setChanging] = useState(false);
  if (record.isPending) return <Waiting />;
  if (record.isError) return <Failed error={record.error} retry={() => void record.refetch()} />;
  const { data } = record;
  return (
    <Stack gap="md">
      <Panel
        title="Who"
        actions={
          may('patient.register') && (
            <Group gap={6} wrap="nowrap">
              <PhotoButton patientId={patientId} />
              <Button size="compact-xs" variant="light" onClick={() => setChanging(true)}>
                Change
              </Button>
            </Group>
          )
        }
      >
        <Facts
          facts={[
            ['Name on record', nameOf(data)],
            ['Name to use', data.nameToUse],
            ['Pronouns', saysOf('pronouns', data.pronouns)],
            ['Birth date', `${day(data.birthDate)}, ${data.age} years`],
            ['Record number', data.mrn],
            ['Former names', data.formerNames.map(({ givenName, familyName }) => `${givenName} ${familyName}`).join('; ')],
          ]}
        />
      </Panel>
      <Parts record={data} />
      {may('patient.merge') && <MergePanel patientId={patientId} name={data.displayName} />}
      <Dialog title="Change the record" opened={changing} onClose={() => setChanging(false)} wide>
        <RecordForm record={data} onDone={() => setChanging(false)} />
      </Dialog>
    </Stack>
  );
}
