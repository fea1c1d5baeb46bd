import { Textarea } from '@mantine/core';
import type { z } from 'zod';
import type { TemplateSection } from '#server/charting/templates/templates.contract.ts';

interface SectionFieldProps {
  readonly section: z.infer<typeof TemplateSection>;
  readonly value: string;
  readonly autoFocus: boolean;
  readonly error: string | undefined;
  readonly onChange: (text: string) => void;
}

/** One section of a note: grows with what is written, spell-checked, its hint below the name. */
export function SectionField({ section, value, autoFocus, error, onChange }: SectionFieldProps) {
  return (
    <Textarea
      label={section.label}
      description={section.hint}
      withAsterisk={section.required}
      value={value}
      error={error}
      autosize
      minRows={section.key === 'goal' || section.key === 'risk' ? 1 : 4}
      maxRows={40}
      spellCheck
      autoFocus={autoFocus && value === ''}
      onChange={(event) => onChange(event.currentTarget.value)}
      styles={{ input: { fontSize: '0.95rem', lineHeight: 1.55 }, label: { fontWeight: 620 } }}
    />
  );
}
