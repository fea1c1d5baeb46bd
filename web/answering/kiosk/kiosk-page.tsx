import { Button, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { KioskState } from '#server/desk/kiosks/kiosks.contract.ts';
import { api } from '../../ui/api/api.ts';
import { Problem } from '../../ui/api/problem.ts';
import { Failed, Waiting } from '../../ui/states/states.tsx';
import { useStayHere } from '../use-stay-here.ts';
import { ConfirmStep } from './confirm-step.tsx';
import { FindStep } from './find-step.tsx';
import { kioskFlag, kioskQuestions } from './kiosk-flag.ts';
import { kioskWords, type KioskLanguage } from './kiosk-words.ts';
import { LeaveStep } from './leave-step.tsx';
import classes from './kiosk.module.css';

type Step =
  | { readonly at: 'find' }
  | { readonly at: 'confirm'; readonly token: string; readonly when: string }
  | { readonly at: 'done'; readonly hasChanged: boolean }
  | { readonly at: 'leave' };

const idleSeconds = 60;

/** Begins again when nobody has touched the tablet for a while: the next person finds nothing of the last. */
function useBeginAgain(isResting: boolean, begin: () => void): void {
  useEffect(() => {
    if (isResting) return undefined;
    let timer = window.setTimeout(begin, idleSeconds * 1000);
    const touched = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(begin, idleSeconds * 1000);
    };
    const events = ['pointerdown', 'keydown'] as const;
    for (const event of events) window.addEventListener(event, touched);
    return () => {
      window.clearTimeout(timer);
      for (const event of events) window.removeEventListener(event, touched);
    };
  }, [isResting, begin]);
}

/** Opens the next of the questions that wait on this tablet. Answers whether there was one. */
function askedNext(): boolean {
  const token = kioskQuestions.next();
  if (token === undefined) return false;
  window.location.replace(`/questions#${token}`);
  return true;
}

function Steps({ phoneDigits }: { readonly phoneDigits: number }) {
  const [language, setLanguage] = useState<KioskLanguage>('en');
  const [round, setRound] = useState(0);
  const [step, setStep] = useState<Step>({ at: 'find' });
  const words = kioskWords[language];
  const begin = () => {
    setRound((now) => now + 1);
    setLanguage('en');
    setStep({ at: 'find' });
  };
  useBeginAgain(false, begin);
  useEffect(() => {
    document.title = words.title;
    document.documentElement.lang = language;
  }, [words, language]);
  return (
    <main className={classes.page}>
      <header className={classes.head}>
        <Title order={1}>{step.at === 'done' ? words.thanks : words.title}</Title>
        <Button variant="default" size="md" lang={language === 'en' ? 'es' : 'en'} onClick={() => setLanguage(language === 'en' ? 'es' : 'en')}>
          {words.other}
        </Button>
      </header>
      {step.at === 'find' && <FindStep key={round} words={words} phoneDigits={phoneDigits} onFound={({ token, when }) => setStep({ at: 'confirm', token, when })} />}
      {step.at === 'confirm' && (
        <ConfirmStep
          words={words}
          token={step.token}
          when={step.when}
          onBack={begin}
          onDone={(questions, hasChanged) => {
            kioskQuestions.keep(questions);
            if (!askedNext()) setStep({ at: 'done', hasChanged });
          }}
        />
      )}
      {step.at === 'done' && (
        <>
          <Text size="xl" role="status">
            {words.seat} {step.hasChanged && words.desk}
          </Text>
          <Button size="xl" onClick={begin}>
            {words.done}
          </Button>
        </>
      )}
      {step.at === 'leave' && <LeaveStep onBack={begin} />}
      {step.at === 'find' && (
        <Button variant="subtle" color="gray" size="xs" className={classes.staff} onClick={() => setStep({ at: 'leave' })}>
          {words.staff}
        </Button>
      )}
    </main>
  );
}

function Over() {
  return (
    <main className={classes.page}>
      <Title order={1}>{kioskWords.en.title}</Title>
      <Text size="lg">{kioskWords.en.over}</Text>
      <Text size="lg" lang="es">
        {kioskWords.es.over}
      </Text>
      <Button
        variant="default"
        size="md"
        onClick={() => {
          kioskFlag.lower();
          window.location.replace('/');
        }}
      >
        Staff: sign in
      </Button>
    </main>
  );
}

/** A tablet at the desk on which patients check themselves in. It holds no session; what is asked of the server is known by the tablet's own secret. */
export function KioskPage() {
  useStayHere(true);
  const [isAsking] = useState(askedNext);
  const kiosk = useQuery({
    queryKey: ['kiosk'],
    queryFn: () => api.post('/kiosk/opening', KioskState),
    refetchInterval: 300_000,
    enabled: !isAsking,
  });
  if (kiosk.error instanceof Problem && kiosk.error.status === 404) return <Over />;
  if (kiosk.isError && !kiosk.data)
    return (
      <main className={classes.page}>
        <Failed error={kiosk.error} retry={() => void kiosk.refetch()} />
      </main>
    );
  if (!kiosk.data) return <Waiting label="Opening" />;
  return <Steps phoneDigits={kiosk.data.phoneDigits} />;
}
