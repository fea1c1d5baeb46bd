import { Anchor, Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { PossibleDuplicates, type PossibleDuplicateReply } from '#server/patients/search/search.contract.ts';
import { api } from '../../ui/api/api.ts';
import { day } from '../../ui/format/words.ts';
import { Failed } from '../../ui/states/states.tsx';
import { canLookForDuplicates, type Registration } from './registration.ts';

/** People on record who may be the one being typed; asked anew while typing goes on. */
export function useDuplicates(values: Registration) {
  const known = {
    givenName: values.givenName,
    familyName: values.familyName,
    birthDate: values.birthDate,
    ...(values.phone.replaceAll(/\D/g, '').length === 10 ? { phone: values.phone } : {}),
  };
  const [asked] = useDebouncedValue(known, 350);
  return useQuery({
    queryKey: ['duplicates', asked],
    queryFn: () => api.post('/patients/duplicates', PossibleDuplicates, asked),
    enabled: canLookForDuplicates(asked),
    placeholderData: keepPreviousData,
  });
}

function Candidate({ person, isDifferent, onDifferent }: { readonly person: PossibleDuplicateReply; readonly isDifferent: boolean; readonly onDifferent: () => void }) {
  const isLikely = person.band !== 'possible';
  return (
    <Paper withBorder p="sm" style={isLikely && !isDifferent ? { borderColor: 'var(--attention)' } : {}}>
      <Group justify="space-between" wrap="nowrap" align="start">
        <div>
          <Anchor component={Link} to={`/patients/${person.id}`} fw={600} size="sm">
            {person.displayName}
          </Anchor>
          <Text size="xs">
            Born {day(person.birthDate)}, {person.mrn}
          </Text>
          <Text size="xs" c="dimmed">
            {person.because.join(', ')}
          </Text>
        </div>
        <Badge color={isLikely ? 'orange' : 'gray'} variant="light" style={{ flex: 'none' }}>
          {person.score}%
        </Badge>
      </Group>
      {isLikely && (
        <Button mt="xs" size="compact-xs" variant={isDifferent ? 'light' : 'default'} onClick={onDifferent} disabled={isDifferent}>
          {isDifferent ? 'Held for another person' : 'This is another person'}
        </Button>
      )}
    </Paper>
  );
}

interface DuplicatesProps {
  readonly found: ReturnType<typeof useDuplicates>;
  readonly differentFrom: readonly string[];
  readonly onDifferent: (id: string) => void;
}

/** Beside the registration form: who may already be on record. */
export function Duplicates({ found, differentFrom, onDifferent }: DuplicatesProps) {
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  const people = found.data?.items ?? [];
  return (
    <Stack gap="xs" aria-live="polite">
      {!found.data && (
        <Text size="sm" c="dimmed">
          Name and birth date are compared with everybody on record as you type.
        </Text>
      )}
      {found.data && people.length === 0 && (
        <Text size="sm" c="dimmed">
          Nobody on record resembles this person.
        </Text>
      )}
      {people.map((person) => (
        <Candidate key={person.id} person={person} isDifferent={differentFrom.includes(person.id)} onDifferent={() => onDifferent(person.id)} />
      ))}
    </Stack>
  );
}
