import { MultiSelect, Radio, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DrawUpConsent, MadeConsent } from '#server/privacy/consents/consents.contract.ts';
import { PartyList } from '#server/privacy/parties/parties.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { withoutBlanks } from '../../../ui/form/blanks.ts';
import { useContractForm } from '../../../ui/form/contract-form.ts';
import { DayField, FormEnd } from '../../../ui/form/fields.tsx';
import { useMyPrograms } from '../../programs/program-queries.ts';
import { classChoices, kindChoices, purposeChoices } from './consent-words.ts';

interface BuilderProps {
  readonly patientId: string;
  readonly onDrawnUp: (consentId: string) => void;
}

interface Answers {
  kind: string;
  programId: string;
  language: string;
  party: string;
  classes: string[];
  purposes: string[];
  lastDay: string;
  event: string;
  irrevocableUntil: string;
}

const initial: Answers = { kind: 'tpo', programId: '', language: 'en', party: '', classes: [], purposes: [], lastDay: '', event: '', irrevocableUntil: '' };
// What each kind asks beyond program and language; everything else its form decides by itself.
const asksParty = new Set(['specific', 'counseling-notes', 'criminal-justice', 'legal-proceeding', 'research', 'central-registry', 'pdmp']);
const asksClasses = new Set(['specific', 'criminal-justice', 'legal-proceeding', 'research']);
const asksPurpose = new Set(['specific', 'counseling-notes']);

function expiryOf({ kind, lastDay, event }: Answers) {
  if (kind === 'tpo' && !lastDay) return { kind: 'none' };
  if (lastDay) return { kind: 'date', lastDay };
  return event ? { kind: 'event', event } : undefined;
}

/** A consent in as few questions as its kind allows. */
export function Builder({ patientId, onDrawnUp }: BuilderProps) {
  const programs = useMyPrograms();
  const [query, setQuery] = useState('');
  const parties = useQuery({ queryKey: ['parties', query, patientId], queryFn: () => api.get('/parties', PartyList, { q: query || undefined, patientId }) });
  const names = new Map(parties.data?.items.map(({ id, name }) => [id, name]));
  const { form, submit, isPending, failure } = useContractForm({
    contract: DrawUpConsent,
    initial,
    prepare: (answers) => {
      const { kind, language, party, classes, purposes, irrevocableUntil } = answers;
      return withoutBlanks({
        kind,
        language,
        programId: answers.programId || (programs[0]?.value ?? ''),
        ...(party ? { recipients: [{ kind: 'named', partyId: party, name: names.get(party) ?? '' }] } : {}),
        ...(asksClasses.has(kind) ? { classes: classes.length > 0 ? classes : 'all' } : {}),
        ...(asksPurpose.has(kind) ? { purposes } : {}),
        expiry: expiryOf(answers),
        irrevocableUntil,
      });
    },
    send: (body) => api.post(`/patients/${patientId}/consents`, MadeConsent, body),
    onSent: ({ id }) => onDrawnUp(id),
    keepAs: `consent:${patientId}`,
  });
  const { kind } = form.values;
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Radio.Group label="What is it for?" {...form.getInputProps('kind')}>
          <Stack gap={6} mt={6}>
            {kindChoices.map(({ value, label, says }) => (
              <Radio key={value} value={value} label={label} description={says} />
            ))}
          </Stack>
        </Radio.Group>
        {programs.length > 1 && (
          <Select
            label="Which program may share?"
            data={programs}
            allowDeselect={false}
            {...form.getInputProps('programId')}
            value={form.values.programId || (programs[0]?.value ?? null)}
          />
        )}
        {asksParty.has(kind) && (
          <Select
            label="With whom?"
            description="People and organizations are kept under Privacy, Recipients."
            data={parties.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
            searchable
            searchValue={query}
            onSearchChange={setQuery}
            required
            nothingFoundMessage="Nobody by that name yet"
            {...form.getInputProps('party')}
            error={form.errors['recipients'] ?? form.errors['recipient']}
          />
        )}
        {asksClasses.has(kind) && (
          <MultiSelect label="Which records?" description="Leave empty for the whole record" data={classChoices} {...form.getInputProps('classes')} />
        )}
        {asksPurpose.has(kind) && <MultiSelect label="For what?" data={purposeChoices} required {...form.getInputProps('purposes')} error={form.errors['purpose']} />}
        <DayField
          label={kind === 'tpo' ? 'Last day' : 'Last day, or the event below'}
          description={kind === 'tpo' ? 'Leave empty: it then holds until the patient takes it back' : undefined}
          {...form.getInputProps('lastDay')}
          error={form.errors['expiry']}
        />
        {kind !== 'tpo' && <TextInput label="Event that ends it" placeholder="the end of probation" {...form.getInputProps('event')} />}
        {kind === 'criminal-justice' && (
          <TextInput label="It can be taken back from" placeholder="the final hearing" required {...form.getInputProps('irrevocableUntil')} />
        )}
        <div>
          <Text size="sm" fw={500} mb={4}>
            Language of the form
          </Text>
          <SegmentedControl
            aria-label="Language of the form"
            data={[
              { value: 'en', label: 'English' },
              { value: 'es', label: 'Español' },
            ]}
            {...form.getInputProps('language')}
          />
        </div>
        <FormEnd failure={failure} isPending={isPending} label="Read it together" />
      </Stack>
    </form>
  );
}
