import { Group, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { DayField } from '../../ui/form/fields.tsx';
import { documentQueries } from './document-queries.ts';
import { receivedChoices } from './document-words.ts';

/** What is said of a document by who files it. */
export interface FactValues {
  readonly title: string;
  readonly category: string;
  readonly dated: string;
  readonly receivedHow: string;
  readonly receiptBasis: string;
  readonly fromWhom: string;
}

export const noFacts: FactValues = { title: '', category: '', dated: '', receivedHow: 'scan', receiptBasis: '', fromWhom: '' };

/** Fields that every document has. The basis of receipt is never guessed. */
// oxlint-disable-next-line typescript/no-explicit-any -- Mantine's own type for a form of any values
export function FactFields({ form }: { readonly form: UseFormReturnType<any> }) {
  const kinds = useQuery(documentQueries.kinds);
  const { value: category, ...categoryProps } = form.getInputProps('category') as { value: string };
  const { value: basis, ...basisProps } = form.getInputProps('receiptBasis') as { value: string };
  return (
    <>
      <TextInput label="Title" required {...form.getInputProps('title')} />
      <Select
        label="What it is"
        required
        searchable
        data={(kinds.data?.categories ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        {...categoryProps}
        value={category || null}
      />
      <Group grow align="start">
        <DayField label="Date on the document" {...form.getInputProps('dated')} />
        <Select label="How it came" data={receivedChoices} allowDeselect={false} {...form.getInputProps('receivedHow')} />
      </Group>
      <Select
        label="On what basis we have it"
        description="What came from a Part 2 program stays protected as such"
        required
        data={(kinds.data?.receiptBases ?? []).map(({ code, says }) => ({ value: code, label: says }))}
        {...basisProps}
        value={basis || null}
      />
      <TextInput label="From whom" placeholder="St. Mary's Hospital" {...form.getInputProps('fromWhom')} />
    </>
  );
}
