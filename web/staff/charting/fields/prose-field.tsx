import { Textarea, TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { FieldProps } from './field-props.ts';
import { unfolded } from './snippets.ts';

/** Running text: grows with what is written, spell-checked; `;word` and a space unfold a snippet. */
export function NarrativeField({ field, value, error, onChange, context }: FieldProps<'narrative'>) {
  const snippets = [...(field.snippets ?? []), ...context.snippets];
  const unfold = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== ' ' && event.key !== 'Tab') return;
    const area = event.currentTarget;
    const found = unfolded(area.value, area.selectionStart, snippets);
    if (!found) return;
    event.preventDefault();
    onChange(found.text);
    requestAnimationFrame(() => area.setSelectionRange(found.caret, found.caret));
  };
  const known = snippets.map(({ trigger }) => `;${trigger}`).join(' ');
  return (
    <Textarea
      label={field.label}
      description={field.hint}
      withAsterisk={field.required ?? false}
      value={value}
      error={error}
      autosize
      minRows={field.key === 'goal' || field.key === 'risk' ? 1 : field.required ? 4 : 2}
      maxRows={40}
      spellCheck
      autoFocus={context.firstKey === field.key && value === ''}
      title={known === '' ? undefined : `Snippets: ${known}`}
      onKeyDown={unfold}
      onChange={(event) => onChange(event.currentTarget.value)}
      styles={{ input: { fontSize: '0.95rem', lineHeight: 1.55 }, label: { fontWeight: 620 } }}
    />
  );
}

/** One line of words. */
export function TextField({ field, value, error, onChange }: FieldProps<'text'>) {
  return (
    <TextInput
      label={field.label}
      description={field.hint}
      withAsterisk={field.required ?? false}
      value={value}
      error={error}
      spellCheck
      onChange={(event) => onChange(event.currentTarget.value.replaceAll('\n', ' '))}
    />
  );
}
