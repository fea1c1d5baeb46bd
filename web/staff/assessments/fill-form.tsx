import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { Result, SavedReply, type AdministrationReply } from '#server/assessments/administrations/administrations.contract.ts';
import type { Instrument, Item } from '#server/assessments/instruments/instrument.contract.ts';
import { shownItems } from '#server/assessments/instruments/questions.contract.ts';
import { meaningOfKey } from '../../answering/option-keys.ts';
import { Question } from '../../answering/question.tsx';
import { useAnswers } from '../../answering/use-answers.ts';
import { api } from '../../ui/api/api.ts';
import { fieldErrors } from '../../ui/api/problem.ts';
import { Failed } from '../../ui/states/states.tsx';
import classes from './fill-form.module.css';

const statusWords = { saved: 'Saved', saving: 'Saving…', away: 'Not saved yet, kept on this device' } as const;

/** Puts the focus on the answer that was given to a question, or on its first. */
function focusOn(form: HTMLElement | null, itemId: string | undefined): void {
  const place = form?.querySelector<HTMLElement>(`[data-question="${itemId ?? ''}"]`);
  const field = place?.querySelector<HTMLElement>('input:checked') ?? place?.querySelector<HTMLElement>('input, textarea');
  field?.focus();
  place?.scrollIntoView({ block: 'nearest' });
}

function focusBeside(form: HTMLElement | null, itemId: string, step: number): void {
  const all = [...(form?.querySelectorAll<HTMLElement>('[data-question]') ?? [])].map(({ dataset }) => dataset['question']);
  focusOn(form, all[all.indexOf(itemId) + step] ?? itemId);
}

/** The question in which a key was pressed; none where the key belongs to the browser or to a text that is being written. */
function itemAt(event: KeyboardEvent, items: readonly Item[]): Item | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const itemId = (event.target as HTMLElement).closest<HTMLElement>('[data-question]')?.dataset['question'];
  const item = items.find(({ id }) => id === itemId);
  return item?.words && event.key !== 'Enter' ? undefined : item;
}

/** The questions for whoever asks them aloud: digits choose, arrows move, Enter goes on, Ctrl and Enter score. */
export function FillForm({ administration, onDone }: { readonly administration: AdministrationReply; readonly onDone: () => void }) {
  const { id, instrument, answers: initial } = administration;
  const place = useRef<HTMLFormElement>(null);
  const [hasTried, setTried] = useState(false);
  const { answers, answer, status, failure, flush } = useAnswers({
    name: `answers:${id}`,
    instrument,
    initial,
    send: (changes) => api.patch(`/assessments/${id}/answers`, SavedReply, { answers: changes }),
  });
  const items = shownItems(instrument as Instrument, answers);
  const firstBlank = useRef(items.find((item) => answers[item.id] === undefined)?.id);
  useEffect(() => focusOn(place.current, firstBlank.current), []);
  const completing = useMutation({
    mutationFn: async (withBlanks: boolean) => {
      await flush();
      return api.post(`/assessments/${id}/completion`, Result, { withBlanks });
    },
    onSuccess: onDone,
    onError: (error) => {
      setTried(true);
      focusOn(place.current, Object.keys(fieldErrors(error))[0]?.replace('answers.', ''));
    },
  });
  const missing = completing.isError ? fieldErrors(completing.error) : {};
  const complaintOf = (itemId: string) => (hasTried && answers[itemId] === undefined ? missing[`answers.${itemId}`] : undefined);
  const hear = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      completing.mutate(false);
      return;
    }
    const item = itemAt(event, items);
    const meaning = item && meaningOfKey(event.key, item, instrument.optionSets[item.options ?? ''] ?? []);
    if (!meaning || meaning.kind === 'nothing') return;
    event.preventDefault();
    // What this answer opens stands next: it is drawn before the focus moves.
    if (meaning.kind === 'choose') flushSync(() => answer(item.id, meaning.option));
    focusBeside(place.current, item.id, meaning.kind === 'previous' ? -1 : 1);
  };
  const answered = items.filter(({ id: itemId }) => answers[itemId] !== undefined).length;
  return (
    <form ref={place} onKeyDown={hear} onSubmit={(event) => event.preventDefault()} aria-label={instrument.abbreviation}>
      <Stack gap="sm">
        {instrument.instruction && <Text>{instrument.instruction}</Text>}
        {items.map((item, index) => (
          <Question
            key={item.id}
            item={item}
            place={index + 1}
            instrument={instrument}
            answer={answers[item.id]}
            onAnswer={(value) => answer(item.id, value)}
            complaint={complaintOf(item.id)}
            hasKeys
          />
        ))}
        {failure && <Failed error={failure} />}
        {completing.isError && Object.keys(missing).length === 0 && <Failed error={completing.error} />}
        <div className={classes.end}>
          <Group justify="space-between" gap="xs">
            <Text size="xs" c="dimmed" role="status">
              {answered} of {items.length} answered. {statusWords[status]}
            </Text>
            <Group gap="xs">
              {hasTried && answered < items.length && (
                <Button variant="default" onClick={() => completing.mutate(true)}>
                  Leave blanks and score
                </Button>
              )}
              <Button onClick={() => completing.mutate(false)} loading={completing.isPending} title="Ctrl and Enter">
                Score and seal
              </Button>
            </Group>
          </Group>
        </div>
        <Text size="xs" c="dimmed">
          {instrument.licence.statement}
        </Text>
      </Stack>
    </form>
  );
}
