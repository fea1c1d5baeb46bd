import { Alert, Button, Checkbox, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { SignedMany } from '#server/charting/queue/queue.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { Problem, wordsOf } from '../../../ui/api/problem.ts';
import { tell } from '../../../ui/form/tell.ts';
import { ceremonyOf, type Line, type Read } from './queue.ts';

interface CeremonyProps {
  readonly lines: readonly Line[];
  readonly read: ReadonlyMap<string, Read>;
  readonly onDone: () => void;
}

function nameOf(lines: readonly Line[], at: string | undefined): string {
  const line = lines.find(({ key }) => at?.endsWith(key));
  return line ? `${line.waiting.patientName}, ${line.waiting.title}: ` : '';
}

/** One password for all that was read. All are signed, or each says why not. */
export function CeremonyForm({ lines, read, onDone }: CeremonyProps) {
  const queries = useQueryClient();
  const [password, setPassword] = useState('');
  const statements = [...new Set([...read.values()].flatMap((seen) => ('attestations' in seen ? seen.attestations.map(({ words }) => words) : [])))];
  const [agreed, setAgreed] = useState<readonly string[]>([]);
  const signing = useMutation({
    mutationFn: () => api.post('/signature-ceremonies', SignedMany, ceremonyOf(lines, read, password)),
    onSuccess: async ({ signed, cosigned }) => {
      tell(`${signed + cosigned} signed.`);
      await queries.invalidateQueries();
      onDone();
    },
  });
  const problem = signing.error ? wordsOf(signing.error) : null;
  const obstacles = signing.error instanceof Problem ? signing.error.obstacles : [];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        signing.mutate();
      }}
    >
      <Stack gap="sm">
        <Text size="sm">
          You sign {lines.length} {lines.length === 1 ? 'note' : 'notes'} that you opened here: {lines.map(({ waiting }) => waiting.patientName).join(', ')}.
        </Text>
        {statements.map((words) => (
          <Checkbox
            key={words}
            label={words}
            checked={agreed.includes(words)}
            onChange={({ currentTarget: { checked } }) => setAgreed(checked ? [...agreed, words] : agreed.filter((each) => each !== words))}
          />
        ))}
        <PasswordInput
          label="Your password"
          description="Asked once, for all of them"
          autoComplete="current-password"
          data-autofocus
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {problem && (
          <Alert color="orange" role="alert" title={obstacles.length > 1 ? 'None was signed yet' : 'Not signed'}>
            {(obstacles.length > 0 ? obstacles.map(({ at, says }) => `${nameOf(lines, at)}${says}`) : [problem.title, ...problem.lines]).map((line) => (
              <Text key={line} size="sm">
                {line}
              </Text>
            ))}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            Not yet
          </Button>
          <Button type="submit" loading={signing.isPending} disabled={agreed.length < statements.length}>
            Sign {lines.length}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
