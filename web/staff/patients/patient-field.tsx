import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { day } from '../../ui/format/words.ts';
import { NoOption } from '../../ui/form/no-option.tsx';
import { usePatientSearch } from './patient-search.ts';

/** One patient, found by name, birth date or record number. */
export function PatientField(props: Omit<SelectProps, 'data' | 'searchable' | 'filter'>) {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, 150);
  const found = usePatientSearch(asked);
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  // What was chosen stays in the list while its own words are searched for.
  const people = (found.data?.items ?? []).map(({ id, displayName, birthDate, mrn }) => ({ value: id, label: `${displayName}, ${day(birthDate)}, ${mrn}` }));
  return (
    <Select
      placeholder="Name, birth date or record number"
      {...props}
      data={chosen && !people.some(({ value }) => value === chosen.value) ? [chosen, ...people] : people}
      onOptionSubmit={(value) => setChosen(people.find((person) => person.value === value) ?? chosen)}
      searchable
      searchValue={text}
      onSearchChange={setText}
      // The server judged who fits, typing errors included; here nothing is filtered again.
      filter={({ options }) => options}
      nothingFoundMessage={<NoOption says={text.trim().length < 2 ? 'Type a name, a birth date or a record number' : 'Nobody found in your programs'} />}
    />
  );
}
