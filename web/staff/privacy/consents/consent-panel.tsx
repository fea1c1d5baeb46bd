import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ConsentPage } from '#server/privacy/consents/consents.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { tell, tellProblem } from '../../../ui/form/tell.ts';
import { moment } from '../../../ui/format/words.ts';
import { Failed, Waiting } from '../../../ui/states/states.tsx';
import { useMay } from '../../identity/session.ts';
import { ConsentText } from './consent-text.tsx';
import { RevokeForm } from './revoke-form.tsx';
import { SignForm } from './sign-form.tsx';

interface ConsentPanelProps {
  readonly consentId: string;
  readonly onDone: () => void;
}

function Signed({ consent, onDone }: { readonly consent: ConsentPage; readonly onDone: () => void }) {
  const may = useMay();
  const [revoking, setRevoking] = useState(false);
  const end = useMutation({
    mutationFn: () => api.post(`/consents/${consent.id}/end`, undefined, {}),
    onSuccess: () => {
      tell('The consent has ended.');
      onDone();
    },
    onError: tellProblem,
  });
  const mayEnd = may('consent.write') && consent.state === 'active';
  return (
    <Stack gap="md">
      {consent.revocation && (
        <Alert color="orange" variant="light" title={`Taken back${consent.revokedAt ? ` ${moment(consent.revokedAt)}` : ''}`}>
          {consent.revocation}
        </Alert>
      )}
      <ConsentText consent={consent} />
      <Text size="sm" c="dimmed">
        Signed by {consent.signedBy}
        {consent.signedAt ? `, ${moment(consent.signedAt)}` : ''}
      </Text>
      {revoking ? (
        <RevokeForm consent={consent} onDone={onDone} onCancel={() => setRevoking(false)} />
      ) : (
        <Group>
          <Button component="a" href={`/api/consents/${consent.id}/print`} target="_blank" variant="default">
            Copy for the patient
          </Button>
          {consent.hasScan && (
            <Button component="a" href={`/api/consents/${consent.id}/scan`} target="_blank" variant="default">
              Scan
            </Button>
          )}
          {mayEnd && consent.endsByEvent && (
            <Button variant="default" loading={end.isPending} onClick={() => end.mutate()}>
              It came: {consent.endsByEvent}
            </Button>
          )}
          {mayEnd && (
            <Button variant="light" color="red" onClick={() => setRevoking(true)}>
              The patient takes it back
            </Button>
          )}
        </Group>
      )}
    </Stack>
  );
}

/** One consent: to be signed, or as it stands. */
export function ConsentPanel({ consentId, onDone }: ConsentPanelProps) {
  const queries = useQueryClient();
  const consent = useQuery({ queryKey: ['consent', consentId], queryFn: () => api.get(`/consents/${consentId}`, ConsentPage) });
  const done = () => {
    void queries.invalidateQueries({ queryKey: ['consent', consentId] });
    onDone();
  };
  if (consent.isPending) return <Waiting />;
  if (consent.isError) return <Failed error={consent.error} retry={() => void consent.refetch()} />;
  return consent.data.state === 'draft' ? <SignForm consent={consent.data} onDone={done} /> : <Signed consent={consent.data} onDone={done} />;
}
