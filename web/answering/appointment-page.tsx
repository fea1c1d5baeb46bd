import { Button, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { HeldReminder } from '#server/scheduling/reminders/reminders.contract.ts';
import { api } from '../ui/api/api.ts';
import { Problem } from '../ui/api/problem.ts';
import { Failed, Waiting } from '../ui/states/states.tsx';
import classes from './questions-page.module.css';

const words = {
  en: {
    title: 'Your appointment',
    confirm: 'I will come',
    cancel: 'Cancel this appointment',
    confirmed: 'Thank you. We know that you will come.',
    cancelled: 'It is cancelled. To find another time, please call.',
    arrive: 'I am here',
    arrived: 'Thank you. We know that you are here. Please take a seat.',
    early: 'Press this when you are here, from an hour before.',
    close: 'You can close this page.',
  },
  es: {
    title: 'Su cita',
    confirm: 'Sí, voy',
    cancel: 'Cancelar esta cita',
    confirmed: 'Gracias. Sabemos que vendrá.',
    cancelled: 'La cita está cancelada. Para buscar otra hora, llámenos por favor.',
    arrive: 'Ya llegué',
    arrived: 'Gracias. Sabemos que está aquí. Tome asiento, por favor.',
    early: 'Presione aquí cuando llegue, desde una hora antes.',
    close: 'Puede cerrar esta página.',
  },
} as const;

const doneWords = { confirm: 'confirmed', cancel: 'cancelled', arrive: 'arrived' } as const;

function Gone() {
  return (
    <main className={classes.page}>
      <Title order={1}>This link no longer opens</Title>
      <Text>The appointment was changed or has begun. Please call if you are not sure.</Text>
      <Text lang="es">Este enlace ya no se abre: la cita cambió o ya empezó. Si tiene dudas, llámenos por favor.</Text>
    </main>
  );
}

/** What the link of a reminder opens: day and time, and one thing to press. Says neither where, with whom nor for what. */
export function AppointmentPage() {
  const [secret] = useState(() => window.location.hash.slice(1));
  const reminder = useQuery({
    queryKey: ['reminder'],
    queryFn: () => api.post('/reminders/opening', HeldReminder, { secret: secret || '-' }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  const answer = useMutation({ mutationFn: () => api.post('/reminders/answers', HeldReminder, { secret }) });
  const shown = answer.data ?? reminder.data;
  const said = words[shown?.language ?? 'en'];
  useEffect(() => {
    document.title = said.title;
    document.documentElement.lang = shown?.language ?? 'en';
  }, [said, shown]);
  if ([reminder.error, answer.error].some((error) => error instanceof Problem && error.status === 404)) return <Gone />;
  if (reminder.isError)
    return (
      <main className={classes.page}>
        <Failed error={reminder.error} retry={() => void reminder.refetch()} />
      </main>
    );
  if (!shown) return <Waiting label="Opening" />;
  return (
    <main className={classes.page}>
      <Title order={1}>{said.title}</Title>
      <Text size="lg" fw={600}>
        {shown.when}
      </Text>
      {answer.isError && <Failed error={answer.error} />}
      {shown.isDone ? (
        <Text role="status">
          {said[doneWords[shown.purpose]]} {said.close}
        </Text>
      ) : (
        <>
          {shown.isEarly && <Text>{said.early}</Text>}
          <Button size="lg" disabled={shown.isEarly} color={shown.purpose === 'cancel' ? 'red' : undefined} loading={answer.isPending} onClick={() => answer.mutate()}>
            {said[shown.purpose]}
          </Button>
        </>
      )}
    </main>
  );
}
