import { ActionIcon, Textarea, TextInput, Tooltip } from '@mantine/core';
import { IconMicrophone } from '@tabler/icons-react';
import { useLayoutEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import type { FieldProps } from './field-props.ts';
import { carriedCaret } from './carried-caret.ts';
import { useDictation, type Dictation } from './dictation.ts';
import { withSaid } from './said.ts';
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

/** Begins and ends dictation; the key Alt M does the same inside the field, so that Tab goes from field to field. */
function DictationButton({ label, isListening, toggle }: Dictation & { readonly label: string }) {
  const says = isListening ? 'Listening: press to end (Alt M)' : 'Dictate (Alt M). What you say goes to the maker of this browser.';
  return (
    <Tooltip label={says} multiline maw={260}>
      <ActionIcon
        variant={isListening ? 'filled' : 'subtle'}
        color={isListening ? 'red' : 'gray'}
        tabIndex={-1}
        aria-label={`Dictate: ${label}`}
        aria-pressed={isListening}
        onClick={toggle}
      >
        <IconMicrophone size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
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
  const dictation = useDictation((words) => {
    const { current: written } = area;
    if (!written) return;
    const { text, caret } = withSaid(written.value, written.selectionStart, words);
    onChange(text);
    requestAnimationFrame(() => written.setSelectionRange(caret, caret));
  });
  const heard = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // By the place of the key: Option and a letter type signs on a Mac.
    if (!dictation || !event.altKey || event.code !== 'KeyM') return unfold(event);
    event.preventDefault();
    dictation.toggle();
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
      {...(dictation && {
        rightSection: <DictationButton label={field.label} {...dictation} />,
        rightSectionProps: { style: { alignItems: 'flex-start', paddingTop: 6 } },
      })}
      autosize
      minRows={field.key === 'goal' || field.key === 'risk' ? 1 : field.required ? 4 : 2}
      maxRows={40}
      spellCheck
      autoFocus={context.firstKey === field.key && value === ''}
      title={known === '' ? undefined : `Snippets: ${known}`}
      onKeyDown={heard}
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
