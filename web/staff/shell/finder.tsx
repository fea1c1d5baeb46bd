import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { IconNotes, IconSearch, IconUser } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay, useMe } from '../identity/session.ts';
import { usePatientSearch } from '../patients/patient-search.ts';
import { day } from '../../ui/format/words.ts';
import { useInThisChart } from './in-this-chart.ts';
import { placesFor } from './navigation.ts';

/** Ctrl or Cmd K: people by name, birth date, phone or record number, every page of the menu, and what stands in the chart that is open. */
export function Finder() {
  const [query, setQuery] = useState('');
  const [asked] = useDebouncedValue(query, 80);
  const navigate = useNavigate();
  const me = useMe();
  const may = useMay();
  const found = usePatientSearch(asked, may('patient.read'));
  const inChart = useInThisChart(useDebouncedValue(query, 250)[0], may).map(
    ({ place, ...one }): SpotlightActionData => ({ ...one, leftSection: <IconNotes size={18} stroke={1.5} />, onClick: () => void navigate(place) }),
  );
  const people: SpotlightActionData[] = (found.data?.items ?? []).map((person) => ({
    id: person.id,
    label: person.displayName,
    description: `${day(person.birthDate)} · ${person.age} · ${person.mrn}${person.phoneLast4 ? ` · phone ends ${person.phoneLast4}` : ''}`,
    leftSection: <IconUser size={18} stroke={1.5} />,
    onClick: () => void navigate({ to: '/patients/$patientId', params: { patientId: person.id } }),
  }));
  const pages: SpotlightActionData[] = placesFor(me.permissions)
    .filter(({ label }) => label.toLowerCase().includes(query.toLowerCase()))
    .map(({ to, label, icon: Icon }) => ({ id: to, label, leftSection: <Icon size={18} stroke={1.5} />, onClick: () => void navigate({ to }) }));
  return (
    <Spotlight
      actions={[...inChart, ...people, ...pages]}
      query={query}
      onQueryChange={setQuery}
      // The server judged who fits, typing errors included; here nothing is filtered again.
      filter={(_query, actions) => actions}
      shortcut={['mod + K']}
      limit={25}
      scrollable
      maxHeight={420}
      nothingFound={query.length < 2 ? 'Type a name, a birth date, a phone number or a record number' : found.isFetching ? 'Looking…' : 'Nobody found in your programs'}
      searchProps={{ leftSection: <IconSearch size={18} />, placeholder: 'Find a patient or a page', 'aria-label': 'Find a patient or a page' }}
    />
  );
}
