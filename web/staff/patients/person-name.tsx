import { Text } from '@mantine/core';

interface PersonNameProps {
  readonly name: string;
  readonly legalName?: string | null;
  readonly pronouns?: string | null;
}

/** How a person is called, with pronouns, and the name on record when it is another. */
export function PersonName({ name, legalName, pronouns }: PersonNameProps) {
  return (
    <>
      {name}
      {pronouns && (
        <Text span size="xs" c="dimmed" fw={400}>
          {' '}
          {pronouns}
        </Text>
      )}
      {legalName && (
        <Text span size="xs" c="dimmed" fw={400} display="block">
          on record {legalName}
        </Text>
      )}
    </>
  );
}
