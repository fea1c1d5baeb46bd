import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { DocumentList, DocumentReply, TemplateList } from '#server/together/documents/documents.contract.ts';
import { api } from '../../ui/api/api.ts';
import { moment } from '../../ui/format/words.ts';
import { requestId } from '../patients/request-id.ts';
import { Empty, Failed, Waiting } from '../../ui/states/states.tsx';
import { Lines } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay } from '../identity/session.ts';
import { useMyPrograms } from '../programs/program-queries.ts';

function NewDocument({ patientId }: { readonly patientId: string }) {
  const navigate = useNavigate();
  const programs = useMyPrograms();
  const templates = useQuery({ queryKey: ['team-templates'], queryFn: () => api.get('/team-templates', TemplateList), staleTime: Infinity });
  const [id] = useState(requestId);
  const [chosen, setChosen] = useState({ templateCode: '', programId: '' });
  const kinds = (templates.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }));
  const templateCode = chosen.templateCode || (kinds[0]?.value ?? '');
  const programId = chosen.programId || (programs[0]?.value ?? '');
  const opening = useMutation({
    mutationFn: () => api.post(`/patients/${patientId}/team-documents`, DocumentReply, { id, programId, templateCode }),
    onSuccess: (document) => navigate({ to: `/team-documents/${document.id}` }),
  });
  return (
    <Stack gap="xs">
      <Group align="end" gap="sm">
        <NativeSelect label="What" data={kinds} value={templateCode} onChange={(event) => setChosen({ ...chosen, templateCode: event.currentTarget.value })} />
        <NativeSelect label="Program" data={programs} value={programId} onChange={(event) => setChosen({ ...chosen, programId: event.currentTarget.value })} />
        <Button loading={opening.isPending} disabled={templateCode === '' || programId === ''} onClick={() => opening.mutate()}>
          Open for the team
        </Button>
      </Group>
      {(opening.isError || templates.isError) && <Failed error={opening.error ?? templates.error} />}
    </Stack>
  );
}

/** Documents that a team writes together about one person. */
export function TeamDocumentsTab({ patientId }: { readonly patientId: string }) {
  const may = useMay();
  const documents = useQuery({ queryKey: ['team-documents', patientId], queryFn: () => api.get(`/patients/${patientId}/team-documents`, DocumentList) });
  if (documents.isError) return <Failed error={documents.error} retry={() => void documents.refetch()} />;
  if (!documents.data) return <Waiting />;
  return (
    <Stack gap="md">
      {may('chart.write') && (
        <Panel title="Write together" says="Each discipline has its sections and signs them; all may write at the same time.">
          <NewDocument patientId={patientId} />
        </Panel>
      )}
      <Panel title="Team documents" flush>
        {documents.data.items.length === 0 ? (
          <Empty>Nothing was written together yet. Closed documents also stand among the notes.</Empty>
        ) : (
          <Lines
            label="Team documents"
            rows={documents.data.items}
            keyOf={({ id }) => id}
            to={({ id }) => `/team-documents/${id}`}
            tone={({ closedAt }) => (closedAt === null ? undefined : 'past')}
            columns={[
              { label: 'Document', cell: ({ name }) => name },
              { label: 'Opened', cell: ({ openedAt }) => moment(openedAt) },
              { label: 'Led by', cell: ({ leadName }) => leadName },
              { label: 'Signed', cell: ({ signed, sections, closedAt }) => (closedAt === null ? `${signed} of ${sections}` : 'closed') },
            ]}
          />
        )}
      </Panel>
    </Stack>
  );
}
