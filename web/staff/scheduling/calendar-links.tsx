import { Button, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CalendarLinkList, NewCalendarLink } from '#server/scheduling/calendars/calendars.contract.ts';
import { api } from '../../ui/api/api.ts';
import { tell, tellProblem } from '../../ui/form/tell.ts';
import { moment } from '../../ui/format/words.ts';
import { Empty, Failed, Waiting } from '../../ui/states/states.tsx';
import { Panel } from '../../ui/table/panel.tsx';

/** Addresses under which one's own calendar program reads when one is busy: made, told once, ended. */
export function CalendarLinks() {
  const queries = useQueryClient();
  const links = useQuery({ queryKey: ['calendar-links'], queryFn: () => api.get('/calendar-links', CalendarLinkList) });
  const renew = () => queries.invalidateQueries({ queryKey: ['calendar-links'] });
  const make = useMutation({ mutationFn: () => api.post('/calendar-links', NewCalendarLink), onSuccess: renew, onError: tellProblem });
  const end = useMutation({
    mutationFn: (id: string) => api.del(`/calendar-links/${id}`),
    onSuccess: (_answer, id) => {
      if (make.data?.id === id) make.reset();
      tell('That address no longer answers.');
      return renew();
    },
    onError: tellProblem,
  });
  return (
    <Panel title="Your calendar elsewhere" says="Your phone or calendar program can show when you are busy. Who comes, where and why is never told.">
      {links.isPending && <Waiting />}
      {links.isError && <Failed error={links.error} retry={() => void links.refetch()} />}
      {links.data?.items.length === 0 && <Empty>No address yet.</Empty>}
      <Stack gap="sm">
        {links.data?.items.map(({ id, madeAt, lastReadAt }) => (
          <Group key={id} justify="space-between" wrap="nowrap">
            <Text size="sm">
              Made {moment(madeAt)}
              <Text span size="xs" c="dimmed">
                {lastReadAt === null ? ', not read yet' : `, last read ${moment(lastReadAt)}`}
              </Text>
            </Text>
            <Button size="compact-xs" variant="default" loading={end.isPending} onClick={() => end.mutate(id)}>
              End it
            </Button>
          </Group>
        ))}
        {make.data && (
          <Group align="end" wrap="nowrap">
            <TextInput label="Subscribe to this address" description="Shown once. Whoever has it sees when you are busy." readOnly value={make.data.address} flex={1} />
            <CopyButton value={make.data.address}>{({ copied, copy }) => <Button onClick={copy}>{copied ? 'Copied' : 'Copy'}</Button>}</CopyButton>
          </Group>
        )}
        <Button variant="light" loading={make.isPending} onClick={() => make.mutate()}>
          Make an address
        </Button>
      </Stack>
    </Panel>
  );
}
