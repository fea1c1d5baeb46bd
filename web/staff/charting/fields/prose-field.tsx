import { Textarea, TextInput } from '@mantine/core';
import { useLayoutEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import type { FieldProps } from './field-props.ts';
import { carriedCaret } from './carried-caret.ts';
import { unfolded } from './snippets.ts';

/** Holds the caret at the words where it stood when a colleague's words, or those of another device, come into the text. */
function useSteadyCaret(value: string): RefObject<HTMLTextAreaElement | null> {
  const area = useRef<HTMLTextAreaElement>(null);
  const shown = useRef({ text: value, caret: 0 });
  useLayoutEffect(() => {
    const { current: field } = area;
    if (!field) return undefined;
    const { text, caret } = shown.current;
    if (field === document.activeElement && text !== value) {
      const steady = carriedCaret(text, value, caret);
      field.setSelectionRange(steady, steady);
    }
    shown.current = { text: value, caret: field.selectionStart };
    const note = () => {
      shown.current = { text: field.value, caret: field.selectionStart };
    };
    field.addEventListener('input', note);
    document.addEventListener('selectionchange', note);
    return () => {
      field.removeEventListener('input', note);
      document.removeEventListener('selectionchange', note);
    };
  }, [value]);
  return area;
}

/** Running text: grows with what is written, spell-checked; `;word` and a space unfold a snippet. */
export function NarrativeField({ field, value, error, onChange, context }: FieldProps<'narrative'>) {
  const snippets = [...context.snippets, ...(field.snippets ?? [])];
  const area = useSteadyCaret(value);
  const unfold = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== ' ' && event.key !== 'Tab') return;
    const written = event.currentTarget;
    const found = unfolded(written.value, written.selectionStart, snippets);
    if (!found) return;
    event.preventDefault();
    onChange(found.text);
    requestAnimationFrame(() => written.setSelectionRange(found.caret, found.caret));
  };
  const known = snippets.map(({ trigger }) => `;${trigger}`).join(' ');
  return (
    <Textarea
      ref={area}
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
