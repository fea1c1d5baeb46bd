import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { DraftReply } from '#server/charting/drafts/drafts.contract.ts';
import { allFields, cellsOf, carriedKey, isAsked, textOfCells, type Answers, type TemplateField } from '#server/charting/templates/templates.contract.ts';
import type { DraftJournal } from '../../ui/journal/use-draft-journal.ts';
import { FieldFindings } from './margin/margin-panel.tsx';
import type { FieldContext } from './fields/field-props.ts';
import { TemplateFieldInput } from './fields/template-field.tsx';
import { FormSections } from './form-sections.tsx';

interface NoteSectionsProps {
  readonly draft: DraftReply;
  readonly journal: DraftJournal;
  readonly faults: ReadonlyMap<string, string>;
  /** Answers of the note before, by field, from which something may be carried forward. */
  readonly before: Answers;
}

function canCarry(field: TemplateField, answers: Answers, before: Answers): boolean {
  return 'carry' in field && field.carry === true && (answers[field.key] ?? '') === '' && (before[field.key] ?? '') !== '';
}

function Field({ field, answers, context, ...props }: NoteSectionsProps & { readonly field: TemplateField; readonly answers: Answers; readonly context: FieldContext }) {
  const { draft, journal, faults, before } = props;
  const value = answers[field.key] ?? '';
  const carried = cellsOf(answers[carriedKey] ?? '')[field.key];
  const carry = () => {
    const text = before[field.key] ?? '';
    journal.type(field.key, text);
    journal.type(carriedKey, textOfCells({ ...cellsOf(answers[carriedKey] ?? ''), [field.key]: text }));
  };
  const isCarried = carried !== undefined && carried === value;
  return (
    <div id={`at-sections.${field.key}`} style={isCarried ? { background: 'var(--mantine-color-yellow-light)', borderRadius: 6, padding: 8 } : undefined}>
      <TemplateFieldInput
        field={field}
        fields={allFields(draft.template.form)}
        value={value}
        error={faults.get(`sections.${field.key}`) ?? faults.get(field.key)}
        onChange={(text) => journal.type(field.key, text)}
        context={context}
      />
      <FieldFindings at={`sections.${field.key}`} />
      {isCarried && (
        <Text size="xs" mt={2}>
          Carried forward from the last note, and marked so until you change it.
        </Text>
      )}
      {canCarry(field, answers, before) && (
        <Button size="compact-xs" variant="subtle" mt={2} onClick={carry} aria-label={`Carry forward from the last note: ${field.label}`}>
          Carry forward from the last note
        </Button>
      )}
    </div>
  );
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

/** The form itself: what its rules call for, section by section. */
export function NoteSections(props: NoteSectionsProps) {
  const { draft, journal } = props;
  const { form } = draft.template;
  const answers: Answers = Object.fromEntries(draft.sections.map(({ key }) => [key, journal.text(key)]));
  const context: FieldContext = {
    answers,
    snippets: form.snippets ?? [],
    known: { diagnoses: draft.diagnoses.map(({ id, code, description }) => ({ id, says: `${code} ${description}` })) },
    firstKey: allFields(form).find(isAsked)?.key,
  };
  const shared = { ...props, answers, context };
  return (
    <Stack gap="md">
      <FormSections form={form} answers={answers}>
        {(field) => <Field {...shared} field={field} />}
      </FormSections>
      <LeftOver draft={draft} journal={journal} />
    </Stack>
  );
}
