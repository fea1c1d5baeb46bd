import { Button, Group, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Teds, type TedsRecord } from '#server/stays/teds/teds.contract.ts';
import { api } from '../../ui/api/api.ts';
import { fieldErrors } from '../../ui/api/problem.ts';
import { tell } from '../../ui/form/tell.ts';
import { moment as momentWords } from '../../ui/format/words.ts';
import { Failed } from '../../ui/states/states.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay } from '../identity/session.ts';
import { answersAsked, askedFields } from './teds-fields.ts';

type Field = TedsRecord['fields'][number];

interface AnswerProps {
  readonly field: Field;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

function Answer({ field, value, error, onChange }: AnswerProps) {
  const common = { label: field.says, title: field.ref, value, error, required: field.required };
  if (field.kind === 'choice')
    return (
      <NativeSelect
        {...common}
        data={[{ value: '', label: '' }, ...(field.options ?? []).map(({ code, says }) => ({ value: code, label: says }))]}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  const isNumber = field.kind === 'number';
  return <TextInput {...common} {...(isNumber ? { inputMode: 'numeric' } : { type: 'date' })} onChange={(event) => onChange(event.currentTarget.value)} />;
}

const titles = { admission: 'Reported at admission', discharge: 'Reported at discharge' } as const;

/** The answers of one moment; what a state would send back is said at the field. May be kept while something is missing. */
export function TedsForm({ episodeId, record }: { readonly episodeId: string; readonly record: TedsRecord }) {
  const may = useMay();
  const queries = useQueryClient();
  const { moment, fields, missing, writtenAt, writtenByName } = record;
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>(record.answers);
  const keeping = useMutation({
    mutationFn: () => api.put(`/episodes/${episodeId}/teds/${moment}`, Teds, { answers: answersAsked(fields, answers) }),
    onSuccess: async () => {
      tell('The answers are kept.');
      await Promise.all([queries.invalidateQueries({ queryKey: ['stays'] }), queries.invalidateQueries({ queryKey: ['intake', 'checklist'] })]);
    },
  });
  const errors: Readonly<Record<string, unknown>> = fieldErrors(keeping.error);
  const said = missing.length === 0 ? 'Complete' : `Still to answer: ${missing.join(', ')}`;
  return (
    <Panel title={titles[moment]} says={writtenAt ? `${said}. Last kept ${momentWords(writtenAt)} by ${writtenByName}` : said}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          {askedFields(fields, answers).map((field) => {
            const error = errors[`answers.${field.key}`];
            return (
              <Answer
                key={field.key}
                field={field}
                value={answers[field.key] ?? ''}
                error={typeof error === 'string' ? error : undefined}
                onChange={(value) => setAnswers({ ...answers, [field.key]: value })}
              />
            );
          })}
        </SimpleGrid>
        {keeping.isError && <Failed error={keeping.error} />}
        {may('chart.write') ? (
          <Group justify="flex-end">
            <Button loading={keeping.isPending} onClick={() => keeping.mutate()}>
              {moment === 'admission' ? 'Keep the admission answers' : 'Keep the discharge answers'}
            </Button>
          </Group>
        ) : (
          <Text size="xs" c="dimmed">
            Those who write in the chart answer this.
          </Text>
        )}
      </Stack>
    </Panel>
  );
}
