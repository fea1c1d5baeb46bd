import { Button, Group, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconUserPlus } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { FoundPatientReply } from '#server/patients/search/search.contract.ts';
import { day } from '../../ui/format/words.ts';
import { Empty, Failed, Page, Waiting } from '../../ui/states/states.tsx';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay } from '../identity/session.ts';
import { matchWords } from './match-words.ts';
import { usePatientSearch } from './patient-search.ts';
import { PersonName } from './person-name.tsx';

const columns: readonly Column<FoundPatientReply>[] = [
  { label: 'Name', cell: (person) => <PersonName name={person.displayName} legalName={person.legalName} pronouns={person.pronouns} /> },
  { label: 'Born', cell: ({ birthDate, age }) => `${day(birthDate)} (${age})` },
  { label: 'Record', cell: ({ mrn }) => mrn },
  { label: 'Phone', cell: ({ phoneLast4 }) => (phoneLast4 ? `••• ${phoneLast4}` : ''), wide: true },
  { label: 'Found by', cell: (person) => (person.deceased ? 'Deceased' : matchWords(person.matchedOn)), wide: true },
];

function Results({ text }: { readonly text: string }) {
  const found = usePatientSearch(text);
  if (text.trim().length < 2)
    return <Empty>Type a name as it sounds, a birth date, the last four digits of a phone number, or a record number. Spelling may be wrong.</Empty>;
  if (found.isPending) return <Waiting />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  if (found.data.items.length === 0) return <Empty>Nobody in your programs fits “{text.trim()}”. Try the birth date, or fewer letters.</Empty>;
  return (
    <Lines
      label="People found"
      rows={found.data.items}
      columns={columns}
      keyOf={({ id }) => id}
      to={({ id }) => `/patients/${id}`}
      tone={({ deceased }) => (deceased ? 'past' : undefined)}
    />
  );
}

/** Finds people of one's own programs; what is looked for stays in the address. */
export function PatientsScreen() {
  const may = useMay();
  const navigate = useNavigate();
  const { q } = useSearch({ strict: false }) as { q?: unknown };
  const text = typeof q === 'string' || typeof q === 'number' ? String(q) : '';
  const [asked] = useDebouncedValue(text, 120);
  return (
    <Page
      title="Patients"
      actions={
        may('patient.register') && (
          <Button component={Link} to="/patients/new" leftSection={<IconUserPlus size={16} />}>
            Register a patient
          </Button>
        )
      }
    >
      <TextInput
        aria-label="Find a patient"
        placeholder="Name, birth date, phone or record number"
        size="md"
        leftSection={<IconSearch size={17} aria-hidden />}
        value={text}
        autoFocus
        onChange={(event) => void navigate({ to: '/patients', search: event.currentTarget.value ? { q: event.currentTarget.value } : {}, replace: true })}
      />
      <Panel title="People" says="Only people of the programs you work in are found." flush>
        <Results text={asked} />
      </Panel>
      <Group justify="flex-end">
        <Text size="xs" c="dimmed">
          Every look at a chart is recorded and can be seen by the patient.
        </Text>
      </Group>
    </Page>
  );
}
