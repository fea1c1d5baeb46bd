import { Card, Stack, Text, Title } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { visibleSections, type Answers, type TemplateField, type TemplateForm } from '#server/charting/templates/templates.contract.ts';

interface FormSectionsProps {
  readonly form: TemplateForm;
  readonly answers: Answers;
  readonly children: (field: TemplateField) => ReactNode;
}

/** A form section by section: what these answers call for. A section of one field of the same name needs no heading. */
export function FormSections({ form, answers, children }: FormSectionsProps) {
  return visibleSections(form, answers).map(({ section, fields }) =>
    fields.length === 1 && fields[0]?.label === section.label && !(section.fields && section.hint) ? (
      <Fragment key={section.key}>{children(fields[0])}</Fragment>
    ) : (
      <Card key={section.key} withBorder padding="md" component="section" aria-label={section.label}>
        <Title order={2} fz="md" mb={section.hint ? 2 : 'sm'}>
          {section.label}
        </Title>
        {section.hint && (
          <Text size="xs" c="dimmed" mb="sm">
            {section.hint}
          </Text>
        )}
        <Stack gap="md">
          {fields.map((field) => (
            <Fragment key={field.key}>{children(field)}</Fragment>
          ))}
        </Stack>
      </Card>
    ),
  );
}
