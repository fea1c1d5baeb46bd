import { useEffect, useRef, useState } from 'react';
import type { Answers, Instrument } from '#server/assessments/instruments/instrument.contract.ts';
import { shownItems } from '#server/assessments/instruments/questions.contract.ts';
import { Offline, Problem } from '../ui/api/problem.ts';

export type Answer = number | string;
export type AnswerChanges = Readonly<Record<string, Answer | null>>;
export type Asked = Pick<Instrument, 'instruction' | 'optionSets' | 'items'>;

interface AnswersOptions {
  /** Under this name answers that the server does not have yet survive a reload of the page. */
  readonly name: string;
  readonly instrument: Asked;
  readonly initial: Answers;
  readonly send: (changes: AnswerChanges) => Promise<unknown>;
}

const pauseMs = 150;
const patienceMs = 3000;

function keptFor(name: string): AnswerChanges {
  return JSON.parse(sessionStorage.getItem(name) ?? '{}') as AnswerChanges;
}

function keep(name: string, changes: AnswerChanges): void {
  if (Object.keys(changes).length === 0) sessionStorage.removeItem(name);
  else sessionStorage.setItem(name, JSON.stringify(changes));
}

function merged(instrument: Asked, answers: Answers, changes: AnswerChanges): Answers {
  const given = Object.entries({ ...answers, ...changes }).filter((entry): entry is [string, Answer] => entry[1] !== null);
  const all = Object.fromEntries(given);
  // As the server does: an answer that closes a question takes the answers behind it away.
  const shown = new Set(shownItems(instrument as Instrument, all).map(({ id }) => id));
  return Object.fromEntries(given.filter(([id]) => shown.has(id)));
}

function without(pending: AnswerChanges, sent: AnswerChanges): AnswerChanges {
  return Object.fromEntries(Object.entries(pending).filter(([id, answer]) => sent[id] !== answer));
}

/** Answers as they are given: shown at once, on the server after a breath, kept on this device while it cannot be reached. */
export function useAnswers({ name, instrument, initial, send }: AnswersOptions) {
  const pending = useRef<AnswerChanges>(keptFor(name));
  const sending = useRef<Promise<void>>(undefined);
  const [answers, setAnswers] = useState(() => merged(instrument, initial, pending.current));
  const [status, setStatus] = useState<'saved' | 'saving' | 'away'>('saved');
  const [failure, setFailure] = useState<Problem>();
  async function sendNow(sent: AnswerChanges): Promise<void> {
    try {
      await send(sent);
      pending.current = without(pending.current, sent);
      setStatus(Object.keys(pending.current).length === 0 ? 'saved' : 'saving');
    } catch (error) {
      setStatus('away');
      // What the server refuses it will refuse again.
      if (error instanceof Problem && error.status < 500 && error.status !== 429) {
        setFailure(error);
        pending.current = {};
      }
    }
    keep(name, pending.current);
    sending.current = undefined;
  }
  function push(): Promise<void> {
    if (sending.current === undefined && Object.keys(pending.current).length > 0) sending.current = sendNow(pending.current);
    return sending.current ?? Promise.resolve();
  }
  /** Sends what is left. Throws when the server cannot be reached: nothing may be sealed without its answers. */
  async function flush(): Promise<void> {
    await push();
    await push();
    if (Object.keys(pending.current).length > 0) throw new Offline();
  }
  useEffect(() => {
    const timer = setInterval(() => void push(), status === 'away' ? patienceMs : pauseMs);
    return () => clearInterval(timer);
    // `push` reads nothing but references.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [status]);
  const answer = (itemId: string, value: Answer | null) => {
    pending.current = { ...pending.current, [itemId]: value };
    keep(name, pending.current);
    setStatus((before) => (before === 'away' ? before : 'saving'));
    setAnswers((before) => merged(instrument, before, { [itemId]: value }));
  };
  return { answers, answer, status, failure, flush };
}
