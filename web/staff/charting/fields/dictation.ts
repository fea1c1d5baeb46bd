import { notifications } from '@mantine/notifications';
import { useEffect, useRef, useState } from 'react';
import { useMe } from '../../identity/session.ts';

/** As much of the Web Speech API as is used here; browsers without it have none of it. */
interface Recognition {
  continuous: boolean;
  lang: string;
  onresult:
    | ((event: { readonly resultIndex: number; readonly results: ArrayLike<{ readonly isFinal: boolean; readonly [0]: { readonly transcript: string } }> }) => void)
    | null;
  onerror: ((event: { readonly error: string }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
}
type Recognizer = new () => Recognition;

function recognizer(): Recognizer | undefined {
  const offered = window as { readonly SpeechRecognition?: Recognizer; readonly webkitSpeechRecognition?: Recognizer };
  return offered.SpeechRecognition ?? offered.webkitSpeechRecognition;
}

/** Dictation into one field. */
export interface Dictation {
  readonly isListening: boolean;
  readonly toggle: () => void;
}

// One microphone: who begins to dictate in another field is done with the one before.
let listening: Recognition | undefined;

function begin(Recognizer: Recognizer, onSaid: (words: string) => void, onEnd: () => void): Recognition {
  const recognition = new Recognizer();
  recognition.continuous = true;
  recognition.lang = document.documentElement.lang || 'en-US';
  recognition.onresult = ({ resultIndex, results }) => {
    for (let place = resultIndex; place < results.length; place += 1) if (results[place]?.isFinal) onSaid(results[place]?.[0].transcript ?? '');
  };
  recognition.onerror = ({ error }) => {
    if (error === 'not-allowed' || error === 'service-not-allowed')
      notifications.show({ color: 'orange', message: 'This browser may not listen here. Allow the microphone for this page, or type.' });
  };
  recognition.onend = onEnd;
  listening?.stop();
  listening = recognition;
  recognition.start();
  return recognition;
}

/** Undefined where the browser offers no speech recognition or the organisation has not allowed it: what is said may leave the device. */
export function useDictation(onSaid: (words: string) => void): Dictation | undefined {
  const isAllowed = useMe().organisation.allowsDictation;
  const [isListening, setListening] = useState(false);
  const mine = useRef<Recognition>(undefined);
  const said = useRef(onSaid);
  useEffect(() => {
    said.current = onSaid;
  });
  useEffect(() => () => mine.current?.stop(), []);
  const Recognizer = recognizer();
  if (!isAllowed || !Recognizer) return undefined;
  const toggle = () => {
    if (isListening) return mine.current?.stop();
    mine.current = begin(
      Recognizer,
      (words) => said.current(words),
      () => setListening(false),
    );
    setListening(true);
  };
  return { isListening, toggle };
}
