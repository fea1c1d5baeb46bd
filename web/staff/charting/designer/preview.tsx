import { Alert, Anchor, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { DesignedForm } from '#server/charting/designs/designs.contract.ts';
import { allFields, exampleAnswers, isAsked, openingAnswers, renderedSections, TemplateForm, type Answers } from '#server/charting/templates/templates.contract.ts';
import { useMe } from '../../identity/session.ts';
import type { FieldContext } from '../fields/field-props.ts';
import { TemplateFieldInput } from '../fields/template-field.tsx';
import { FormSections } from '../form-sections.tsx';
import { SealedSections } from '../sealed-sections.tsx';
import classes from './designer.module.css';

type View = 'desktop' | 'phone' | 'print';

const chart: Omit<FieldContext, 'snippets' | 'firstKey'> = {
  known: {
    diagnoses: [{ id: 'example', says: 'F41.1 Generalized anxiety disorder' }],
    goals: [{ id: 'example', says: 'Sleep through the night' }],
    scores: [{ id: 'example', says: 'PHQ-9: 12 (moderate)' }],
    medications: [{ id: 'example', says: 'sertraline 50 mg, once a day' }],
    allergies: [{ id: 'example', says: 'Penicillin: hives, moderate' }],
    vitals: [{ id: 'example', says: '118/76, pulse 72 (11/20/2026)' }],
  },
};

/** The form as a clinician fills it; nothing typed here is kept. */
function Tryout({ form }: { readonly form: TemplateForm }) {
  const [given, setGiven] = useState<Answers>({});
  const answers = { ...openingAnswers(form), ...given };
  const context: FieldContext = { ...chart, snippets: form.snippets ?? [], firstKey: undefined };
  return (
    <FormSections form={form} answers={answers}>
      {(field) => (
        <TemplateFieldInput
          field={field}
          fields={allFields(form)}
          value={answers[field.key] ?? ''}
          answers={answers}
          error={undefined}
          onChange={(text) => setGiven((now) => ({ ...now, [field.key]: text }))}
          context={context}
        />
      )}
    </FormSections>
  );
}

function Paper({ name, form }: { readonly name: string; readonly form: TemplateForm }) {
  const { organisation } = useMe();
  return (
    <div className={classes.paper}>
      <Text fw={700}>{organisation.name}</Text>
      <Text size="xs" c="dimmed" mb="md" style={{ borderBottom: '2px solid #1f5f7a', paddingBottom: 4 }}>
        Example Person, born 1990-01-31, record 000000
      </Text>
      <Title order={3} mb="sm">
        {name}
      </Title>
      <Stack gap="sm">
        <SealedSections sections={renderedSections(form, exampleAnswers(form))} />
      </Stack>
    </div>
  );
}

/** The form beside its plan: to try at a desk or on a phone, and as it prints once filled. */
export function Preview({ code, name, form, isWhole }: { readonly code: string; readonly name: string; readonly form: DesignedForm; readonly isWhole: boolean }) {
  const [view, setView] = useState<View>('desktop');
  const [whole, setWhole] = useState<TemplateForm>();
  const parsed = TemplateForm.safeParse(form).data;
  // While something is half typed the last whole form stays in sight.
  if (parsed && JSON.stringify(parsed) !== JSON.stringify(whole)) setWhole(parsed);
  const shown = parsed ?? whole;
  return (
    <Stack gap="sm" component="section" aria-label="Preview">
      <Group justify="space-between">
        <SegmentedControl
          size="xs"
          aria-label="Preview as"
          value={view}
          onChange={(chosen) => setView(chosen as View)}
          data={[
            { value: 'desktop', label: 'At a desk' },
            { value: 'phone', label: 'On a phone' },
            { value: 'print', label: 'In print' },
          ]}
        />
        {isWhole && (
          <Anchor size="sm" href={`/api/note-designs/${code}/print`} target="_blank" rel="noreferrer">
            Filled example (PDF)
          </Anchor>
        )}
      </Group>
      {!parsed && <Alert color="yellow">Something is still missing in the plan: this is how the form was before.</Alert>}
      {shown && !allFields(shown).some(isAsked) && <Text c="dimmed">Nothing is asked yet. Add a field to see it here.</Text>}
      {shown && (
        <div className={classes.stage} data-as={view}>
          {view === 'print' ? <Paper name={name} form={shown} /> : <Tryout key={code} form={shown} />}
        </div>
      )}
    </Stack>
  );
}
