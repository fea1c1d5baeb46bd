import { Button, Group, MultiSelect, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { DocumentReply } from '#server/together/documents/documents.contract.ts';
import { api } from '../../ui/api/api.ts';
import { moment } from '../../ui/format/words.ts';
import { useMe } from '../identity/session.ts';
import { requestId } from '../patients/request-id.ts';
import { Failed } from '../../ui/states/states.tsx';

/** What colleagues say to each other beside one section; naming somebody gives them a task on their home page. */
export function Remarks({ document, sectionId, label }: { readonly document: DocumentReply; readonly sectionId: string; readonly label: string }) {
  const me = useMe();
  const queries = useQueryClient();
  const [says, setSays] = useState('');
  const [mentions, setMentions] = useState<string[]>([]);
  const [id, setId] = useState(requestId);
  const sending = useMutation({
    mutationFn: () => api.post(`/team-documents/${document.id}/remarks`, DocumentReply, { id, sectionId, says, mentions }),
    onSuccess: (reply) => {
      queries.setQueryData(['team-document', document.id], reply);
      setSays('');
      setMentions([]);
      setId(requestId());
    },
  });
  const own = document.remarks.filter((remark) => remark.sectionId === sectionId);
  return (
    <Stack gap="xs">
      {own.map((remark) => (
        <div key={remark.id}>
          <Text size="xs" c="dimmed">
            {remark.authorName}, {moment(remark.at)}
            {remark.mentions.length > 0 && `, to ${remark.mentions.map(({ name, doneAt }) => (doneAt === null ? name : `${name} (done)`)).join(', ')}`}
          </Text>
          <Text size="sm">{remark.says}</Text>
        </div>
      ))}
      {document.closedAt === null && (
        <Textarea
          aria-label={`Remark on ${label}`}
          placeholder="Tell a colleague (not in the record)"
          autosize
          minRows={1}
          value={says}
          onChange={(event) => setSays(event.currentTarget.value)}
        />
      )}
      {says !== '' && (
        <Group align="end" gap="xs">
          <MultiSelect
            label="For"
            placeholder={mentions.length === 0 ? 'Nobody in particular' : ''}
            searchable
            flex={1}
            data={document.colleagues.filter((colleague) => colleague.id !== me.staff.id).map((colleague) => ({ value: colleague.id, label: colleague.name }))}
            value={mentions}
            onChange={setMentions}
          />
          <Button variant="light" loading={sending.isPending} onClick={() => sending.mutate()}>
            Say it
          </Button>
        </Group>
      )}
      {sending.isError && <Failed error={sending.error} />}
    </Stack>
  );
}
