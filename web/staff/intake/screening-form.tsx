import { Alert, Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Screening, type Questions, type ScreeningReply } from '#server/intake/screenings/screenings.contract.ts';
import { api } from '../../ui/api/api.ts';
import { tell } from '../../ui/form/tell.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Failed } from '../../ui/states/states.tsx';
import { requestId } from '../patients/request-id.ts';
import { intakeQueries, useIntakeAct } from './intake-queries.ts';

type Question = Questions['items'][number];

const choices = { yes: 'Yes', no: 'No', declined: 'Not answered' } as const;
const choicesOf = (answers: Question['answers']) => (answers === 'yes-no' ? (['yes', 'no'] as const) : (['yes', 'no', 'declined'] as const));

function QuestionField({ question, value, onChange }: { readonly question: Question; readonly value: string; readonly onChange: (value: string) => void }) {
  const { says, answers, urgent } = question;
  if (answers === 'words') return <Textarea label={says} autosize minRows={1} value={value} onChange={(event) => onChange(event.currentTarget.value)} />;
  return (
    <Radio.Group label={says} required value={value} onChange={onChange}>
      <Group gap="md" mt={4}>
        {choicesOf(answers).map((choice) => (
          <Radio key={choice} value={choice} label={choices[choice]} />
        ))}
      </Group>
      {urgent && value === urgent.when && (
        <Text size="sm" fw={600} c="orange.8" role="note" mt={4}>
          {urgent.says}
        </Text>
      )}
    </Radio.Group>
  );
}

function Answered({ screening, episodeId, onDone }: { readonly screening: ScreeningReply; readonly episodeId: string; readonly onDone: () => void }) {
  const putting = useIntakeAct(
    () => api.post('/intake/waitlist', undefined, { id: requestId(), episodeId }),
    () => {
      tell('On the waitlist.');
      onDone();
    },
  );
  return (
    <Stack gap="sm">
      {screening.urgent.map((says) => (
        <Alert key={says} color="orange" role="alert">
          {says}
        </Alert>
      ))}
      <Text size="sm">The answers are kept. Priority on the waitlist: {screening.priority.replaceAll('-', ' and ')}.</Text>
      {putting.isError && <Failed error={putting.error} />}
      <Group>
        <Button loading={putting.isPending} onClick={() => putting.mutate()}>
          Put on the waitlist
        </Button>
        <Button variant="default" onClick={onDone}>
          There is a place now
        </Button>
      </Group>
    </Stack>
  );
}

/** The first questions of a program. What an answer wants done at once is said while it is given. */
export function ScreeningForm({ episodeId, programId, onDone }: { readonly episodeId: string; readonly programId: string; readonly onDone: () => void }) {
  const questions = useQuery(intakeQueries.questions(programId));
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const [screening, setScreening] = useState<ScreeningReply | null>(null);
  const answering = useIntakeAct(() => api.post(`/episodes/${episodeId}/screenings`, Screening, { id: requestId(), answers }), setScreening);
  if (screening) return <Answered screening={screening} episodeId={episodeId} onDone={onDone} />;
  return (
    <Loaded query={questions}>
      {({ items }) => (
        <Stack gap="md">
          {items.map((question) => (
            <QuestionField
              key={question.code}
              question={question}
              value={answers[question.code] ?? ''}
              onChange={(value) => setAnswers({ ...answers, [question.code]: value })}
            />
          ))}
          {answering.isError && <Failed error={answering.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onDone}>
              Later
            </Button>
            <Button loading={answering.isPending} onClick={() => answering.mutate()}>
              Keep the answers
            </Button>
          </Group>
        </Stack>
      )}
    </Loaded>
  );
}
