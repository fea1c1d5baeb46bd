import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ReminderList } from '#server/scheduling/reminders/reminders.contract.ts';
import { api } from '../../ui/api/api.ts';
import { moment } from '../../ui/format/words.ts';

type Reminder = ReminderList['items'][number];

const channels = { text: 'Text', email: 'Mail', voicemail: 'Call' } as const;

function told({ channel, decidedAt, answer, answeredAt }: Reminder): string {
  if (channel === null) return `No reminder went on ${moment(decidedAt)}: the patient allows no way that is open. Call if it matters.`;
  const came = answer === null || answeredAt === null ? '' : `; ${answer === 'confirm' ? 'confirmed' : 'cancelled'} ${moment(answeredAt)}`;
  return `${channels[channel]} sent ${moment(decidedAt)}${came}.`;
}

/** What went out to remind of an appointment, and what came back; nothing while nothing did. */
export function RemindersLine({ appointmentId }: { readonly appointmentId: string }) {
  const reminders = useQuery({
    queryKey: ['schedule', 'reminders', appointmentId],
    queryFn: () => api.get(`/appointments/${appointmentId}/reminders`, ReminderList),
  });
  return reminders.data?.items.map((one) => (
    <Text key={one.id} size="sm" c="dimmed">
      {told(one)}
    </Text>
  ));
}
