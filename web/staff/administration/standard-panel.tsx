import { NumberInput, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ChangeStandard, ProgramStandard } from '#server/programs/standards/standards.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { FormEnd } from '../../ui/form/fields.tsx';
import { tell } from '../../ui/form/tell.ts';
import { day } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { clockWords, documentWords } from './standard-words.ts';

const queryOf = (programId: string) => ({
  queryKey: ['programs', programId, 'standard'],
  queryFn: () => api.get(`/programs/${programId}/standard`, ProgramStandard),
});

function StandardForm({ standard }: { readonly standard: ProgramStandard }) {
  const queries = useQueryClient();
  const { own } = standard;
  const { form, submit, isPending, failure } = useContractForm({
    contract: ChangeStandard,
    initial: {
      daysPerWeek: own?.daysPerWeek ?? '',
      minutesPerDay: own?.minutesPerDay ?? '',
      minutesPerWeek: own?.minutesPerWeek ?? '',
      reviewDays: own?.reviewDays ?? '',
      ground: own?.ground ?? '',
      version: own?.version ?? 0,
    },
    send: (body) => api.put(`/programs/${standard.programId}/standard`, ProgramStandard, body),
    onSent: (reply) => {
      tell('This is what the program asks for from now on.');
      queries.setQueryData(queryOf(standard.programId).queryKey, reply);
    },
  });
  const number = (label: string, name: string, usual: number | null) => (
    <NumberInput label={label} placeholder={usual === null ? 'none' : String(usual)} min={1} allowDecimal={false} {...form.getInputProps(name)} />
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <SimpleGrid cols={2} spacing="sm">
          {number('Days a week', 'daysPerWeek', standard.daysPerWeek)}
          {number('Minutes a day', 'minutesPerDay', standard.minutesPerDay)}
          {number('Minutes a week', 'minutesPerWeek', standard.minutesPerWeek)}
          {number('Days between reviews', 'reviewDays', standard.reviewDays)}
        </SimpleGrid>
        <Textarea
          label="On what ground"
          description="Contract, licence or rule; left empty, a number follows the level of care"
          required
          autosize
          {...form.getInputProps('ground')}
        />
        <FormEnd failure={failure} isPending={isPending} label="Save what it asks for" />
      </Stack>
    </form>
  );
}

/** What a program asks for: the standard of its level of care, and where the program differs. */
export function StandardPanel({ programId }: { readonly programId: string }) {
  const standard = useQuery(queryOf(programId));
  return (
    <Panel title="What the program asks for" says={standard.data && `${standard.data.source} (read ${day(standard.data.verifiedOn)})`}>
      <Loaded query={standard}>
        {(asked) => (
          <Stack gap="sm">
            <Text size="sm">{clockWords(asked)}</Text>
            <Text size="sm">
              Services: {asked.services.join(', ')}. Staff: {asked.staffing.join(', ')}.
            </Text>
            <ul style={{ margin: 0, paddingLeft: '1.2rem' }}>
              {asked.documents.map((document) => (
                <Text component="li" size="sm" key={document.says}>
                  {documentWords(document)}
                </Text>
              ))}
            </ul>
            <StandardForm key={asked.own?.version ?? 0} standard={asked} />
          </Stack>
        )}
      </Loaded>
    </Panel>
  );
}
