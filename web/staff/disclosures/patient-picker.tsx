import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { day } from '../../ui/format/words.ts';
import { Panel } from '../../ui/table/panel.tsx';
import { usePatientSearch } from '../patients/patient-search.ts';

/** Whose records are to be released: found by name, birth date or record number, then the workbench opens. */
export function PatientPicker() {
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, 150);
  const found = usePatientSearch(asked);
  const people = (found.data?.items ?? []).map(({ id, displayName, birthDate, mrn }) => ({ value: id, label: `${displayName}, ${day(birthDate)}, ${mrn}` }));
  return (
    <Panel title="Release records">
      <Select
        label="Of whom"
        placeholder="Name, birth date or record number"
        leftSection={<IconSearch size={16} />}
        maw={480}
        data={people}
        searchable
        searchValue={text}
        onSearchChange={setText}
        // The server judged who fits, typing errors included; here nothing is filtered again.
        filter={({ options }) => options}
        nothingFoundMessage={text.trim().length < 2 ? 'Type a name, a birth date or a record number' : 'Nobody found in your programs'}
        value={null}
        onChange={(patientId) => patientId && void navigate({ to: `/disclosures/release/${patientId}` })}
      />
    </Panel>
  );
}
