import { Button, Group, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { Coverage } from '#server/patients/coverage/coverage.contract.ts';
import { api } from '../../ui/api/api.ts';
import { tell, tellProblem } from '../../ui/form/tell.ts';
import { verifyChoices } from './choices.ts';
import { useRefreshPatient } from './patient-queries.ts';

/** Notes that the insurance was looked up with its payer today: how, and what was said. */
export function Verify({ coverage }: { readonly coverage: z.infer<typeof Coverage> }) {
  const [how, setHow] = useState<string>();
  const [note, setNote] = useState('');
  const refresh = useRefreshPatient(coverage.patientId);
  const queries = useQueryClient();
  const verifying = useMutation({
    mutationFn: () => api.post(`/coverages/${coverage.id}/verification`, undefined, { how, note }),
    onSuccess: async () => {
      tell('Noted as verified today.');
      setHow(undefined);
      await Promise.all([refresh(), queries.invalidateQueries({ queryKey: ['intake'] })]);
    },
    onError: tellProblem,
  });
  if (how === undefined)
    return (
      <Group>
        <Button size="compact-sm" variant="light" onClick={() => setHow('portal')}>
          Verified today
        </Button>
      </Group>
    );
  return (
    <Group align="end" gap="xs">
      <Select
        label="How it was looked up"
        size="xs"
        data={verifyChoices.map(({ code, says }) => ({ value: code, label: says }))}
        value={how}
        allowDeselect={false}
        onChange={(value) => setHow(value ?? 'portal')}
      />
      <TextInput
        label="What the payer said"
        description="A reference or a limit"
        size="xs"
        maxLength={200}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button size="xs" loading={verifying.isPending} onClick={() => verifying.mutate()}>
        Save
      </Button>
      <Button size="xs" variant="default" onClick={() => setHow(undefined)}>
        Cancel
      </Button>
    </Group>
  );
}
