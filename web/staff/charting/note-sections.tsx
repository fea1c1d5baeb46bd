import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { DraftReply } from '#server/charting/drafts/drafts.contract.ts';
import { allFields, carriedKey, cellsOf, isAsked, lackingAnswers, mayCarry, type Answers } from '#server/charting/templates/templates.contract.ts';
import type { DraftJournal } from '../../ui/journal/use-draft-journal.ts';
import type { FieldContext } from './fields/field-props.ts';
import { FormSections } from './form-sections.tsx';
import { NoteField } from './note-field.tsx';
import { useOwnSnippets } from './snippets/use-own-snippets.ts';

interface NoteSectionsProps {
  readonly draft: DraftReply;
  readonly journal: DraftJournal;
  readonly faults: ReadonlyMap<string, string>;
  /** Answers of the note before, by field, from which something may be carried forward. */
  readonly before: Answers;
  readonly known: FieldContext['known'];
}

function LeftOver({ draft, journal }: Pick<NoteSectionsProps, 'draft' | 'journal'>) {
  const known = new Set([...allFields(draft.template.form).map(({ key }) => key), carriedKey]);
  const left = draft.sections.filter(({ key }) => !known.has(key) && journal.text(key).trim() !== '');
  if (left.length === 0) return null;
  return (
    <Alert color="yellow" title="Words from the form before">
      <Stack gap="xs">
        <Text size="sm">They have no place in this form. Copy what you need, then clear them.</Text>
        {left.map(({ key }) => (
          <Group key={key} justify="space-between" align="flex-start" wrap="nowrap">
            <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
              {readable(journal.text(key))}
            </Text>
            <Button size="compact-xs" variant="default" onClick={() => journal.type(key, '')}>
              Clear
            </Button>
          </Group>
        ))}
      </Stack>
    </Alert>
  );
}

function readable(text: string): string {
  const cells = Object.entries(cellsOf(text));
  return cells.length === 0 ? text : cells.map(([name, value]) => (value === '1' ? name : value)).join('; ');
}

/** For fields that compute nothing: one and the same, or each letter typed anywhere would draw them all anew. */
const none: Answers = {};

/** The form itself: what its rules call for, section by section. */
export function NoteSections({ draft, journal, faults, before, known }: NoteSectionsProps) {
  const { form } = draft.template;
  const fields = useMemo(() => allFields(form), [form]);
  const own = useOwnSnippets(draft.programId);
  const answers: Answers = Object.fromEntries(draft.sections.map(({ key }) => [key, journal.text(key)]));
  // Where the cursor stands when the note opens: at the first field that is not filled.
  const [firstKey] = useState(() => lackingAnswers(form, answers)[0]?.field ?? fields.find(isAsked)?.key);
  const context = useMemo(
    (): FieldContext => ({
      snippets: [...own, ...(form.snippets ?? [])],
      known,
      firstKey,
    }),
    [form, known, own, firstKey],
  );
  return (
    <Stack gap="md">
      <FormSections form={form} answers={answers}>
        {(field) => (
          <NoteField
            field={field}
            fields={fields}
            value={answers[field.key] ?? ''}
            answers={field.kind === 'score' ? answers : none}
            error={faults.get(`sections.${field.key}`) ?? faults.get(field.key)}
            type={journal.type}
            context={context}
            carried={mayCarry(field) ? answers[carriedKey] : undefined}
            before={before[field.key] ?? ''}
          />
        )}
      </FormSections>
      <LeftOver draft={draft} journal={journal} />
    </Stack>
  );
}
