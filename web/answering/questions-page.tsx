import { Button, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { KeptReply, QuestionsReply } from '#server/assessments/links/links.contract.ts';
import type { Instrument } from '#server/assessments/instruments/instrument.contract.ts';
import { shownItems } from '#server/assessments/instruments/questions.contract.ts';
import { api } from '../ui/api/api.ts';
import { Problem } from '../ui/api/problem.ts';
import { Failed, Waiting } from '../ui/states/states.tsx';
import { CrisisHelp } from './crisis-help.tsx';
import { kioskFlag } from './kiosk/kiosk-flag.ts';
import { HandIn } from './hand-in.tsx';
import { Question } from './question.tsx';
import classes from './questions-page.module.css';
import { useAnswers } from './use-answers.ts';
import { useStayHere } from './use-stay-here.ts';

const statusWords = { saved: 'Your answers are saved.', saving: 'Saving…', away: 'No connection. Your answers are kept here and will be sent.' } as const;
const kioskPauseMs = 12_000;
const isGone = (error: unknown) => error instanceof Problem && error.status === 404;

function Gone() {
  return (
    <main className={classes.page}>
      <Title order={1}>This link no longer opens</Title>
      <Text>It was used already, or its time has run out. What you answered is safe. Please ask the person who sent it to you for a new one.</Text>
      {kioskFlag.isRaised() && <BackToKiosk />}
      <CrisisHelp words="If you are in danger, or think you might hurt yourself, call or text 988, or call 911." />
    </main>
  );
}

/** On a tablet for check-in the way leads on by itself: to what is still to be answered, or to the next person. */
function BackToKiosk() {
  useEffect(() => {
    const timer = window.setTimeout(() => window.location.replace('/kiosk'), kioskPauseMs);
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <>
      <Text fw={600}>You are checked in. Please take a seat.</Text>
      <Button component="a" href="/kiosk" size="md">
        Go on
      </Button>
    </>
  );
}

function Done({ isTablet, crisisWords }: { readonly isTablet: boolean; readonly crisisWords: string | null }) {
  return (
    <main className={classes.page}>
      <Title order={1}>Thank you</Title>
      <Text>Your answers have been handed in. Your care team can see them now.</Text>
      {crisisWords && <CrisisHelp words={crisisWords} />}
      {kioskFlag.isRaised() ? (
        <BackToKiosk />
      ) : isTablet ? (
        <>
          <Text fw={600}>Please give this device back.</Text>
          <Button component="a" href={sessionStorage.getItem('mooring-back-to') ?? '/'} variant="default" size="md">
            Staff: sign in to go on
          </Button>
        </>
      ) : (
        <Text>You can close this page.</Text>
      )}
    </main>
  );
}

function Asking({ token, questions, onGone }: { readonly token: string; readonly questions: QuestionsReply; readonly onGone: () => void }) {
  const { instrument, minutes, crisisWords, isTablet, notice } = questions;
  const [isCrisis, setCrisis] = useState(false);
  useStayHere(isTablet);
  const { answers, answer, status, failure, flush } = useAnswers({
    name: 'answers',
    instrument,
    initial: questions.answers,
    send: async (changes) => setCrisis((await api.post('/questions/answers', KeptReply, { token, answers: changes })).isCrisis),
  });
  const items = shownItems(instrument as Instrument, answers);
  const [place, setPlace] = useState(() =>
    Math.max(
      0,
      items.findIndex(({ id }) => answers[id] === undefined),
    ),
  );
  const finishing = useMutation({
    mutationFn: async () => {
      await flush();
      await api.post('/questions/completion', undefined, { token, withBlanks: true });
    },
    onError: (error) => isGone(error) && onGone(),
  });
  useEffect(() => {
    if (isGone(failure)) onGone();
  }, [failure, onGone]);
  if (finishing.isSuccess) return <Done isTablet={isTablet} crisisWords={isCrisis ? crisisWords : null} />;
  const item = items[place];
  return (
    <main className={classes.page}>
      <header className={classes.head}>
        <Title order={1} className={classes.title}>
          {item ? `Question ${place + 1} of ${items.length}` : 'Ready to hand in'}
        </Title>
        <progress aria-label="How far you are" value={Math.min(place, items.length)} max={items.length} />
      </header>
      {isCrisis && <CrisisHelp words={crisisWords} />}
      {place === 0 && <Text c="dimmed">This takes about {minutes} minutes. Each answer is saved as you give it; you can stop and come back.</Text>}
      {item ? (
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            setPlace(place + 1);
          }}
        >
          {instrument.instruction && <Text className={classes.instruction}>{instrument.instruction}</Text>}
          <Question key={item.id} item={item} place={place + 1} instrument={instrument} answer={answers[item.id]} onAnswer={(value) => answer(item.id, value)} />
          <div className={classes.steps}>
            <Button variant="default" size="md" disabled={place === 0} onClick={() => setPlace(place - 1)}>
              Back
            </Button>
            <Button type="submit" size="md">
              {answers[item.id] === undefined ? 'Skip' : 'Next'}
            </Button>
          </div>
        </form>
      ) : (
        <HandIn
          blanks={items.flatMap((each, index) => (answers[each.id] === undefined && !each.words ? [{ place: index, text: each.text }] : []))}
          onGo={setPlace}
          onBack={() => setPlace(items.length - 1)}
          onHandIn={() => finishing.mutate()}
          isPending={finishing.isPending}
          error={isGone(finishing.error) ? null : finishing.error}
        />
      )}
      <Text size="sm" c="dimmed" role="status">
        {statusWords[status]}
      </Text>
      <Text size="xs" c="dimmed">
        {notice}
      </Text>
    </main>
  );
}

/** Questions answered without an account: by link on one's own phone, or on a device that was handed over. One at a time; it can be left and taken up again. */
export function QuestionsPage() {
  const [token] = useState(() => window.location.hash.slice(1));
  const [isOver, setOver] = useState(false);
  const questions = useQuery({
    queryKey: ['questions'],
    queryFn: () => api.post('/questions/opening', QuestionsReply, { token: token || '-' }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  useEffect(() => {
    document.title = 'Questions';
  }, []);
  if (isOver || isGone(questions.error)) return <Gone />;
  if (questions.isError)
    return (
      <main className={classes.page}>
        <Failed error={questions.error} retry={() => void questions.refetch()} />
      </main>
    );
  if (!questions.data) return <Waiting label="Opening the questions" />;
  return <Asking token={token} questions={questions.data} onGone={() => setOver(true)} />;
}
